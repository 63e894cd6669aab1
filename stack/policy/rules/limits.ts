/**
 * A container without limits can take the machine from everything else on it.
 *
 * @module
 */
import { containers, dig, type Rule, releaseServices } from './rule.ts';

/** Every container has limits for processor and memory. */
export const limits: Rule = {
  name: 'limits',
  description: 'Every container has limits for processor and memory.',
  check: (resource) =>
    [
      ...releaseServices(resource).map(({ name, resources }) => ({ place: `values.${name}`, resources })),
      ...containers(resource).map(({ name, resources }) => ({ place: `container ${name}`, resources })),
    ].flatMap(({ place, resources }) =>
      ['cpu', 'memory']
        .filter((kind) => !dig(resources, 'limits', kind))
        .map((kind) => `${place} has no limit for ${kind} (resources.limits.${kind}).`),
    ),
};
