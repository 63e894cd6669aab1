/**
 * One pod is enough on one's own machine. Elsewhere the loss of a node must not be the loss of the product.
 *
 * @module
 */
import { type Rule, releaseServices } from './rule.ts';

const least = 2;

/** Outside the stack `local`, each service has two pods or more. */
export const replicas: Rule = {
  name: 'two-replicas',
  description: 'Outside the stack local, each service has at least two pods.',
  check: (resource) =>
    resource.stack === 'local'
      ? []
      : releaseServices(resource)
          .map((service) => {
            const scaled = service.autoscaling?.enabled === true;
            return { name: service.name, pods: scaled ? service.autoscaling?.minReplicas : service.replicas };
          })
          .filter(({ pods }) => typeof pods !== 'number' || pods < least)
          .map(
            ({ name, pods }) =>
              `values.${name} has ${pods ?? 'an unknown number of'} replicas: at least ${least}.`,
          ),
};
