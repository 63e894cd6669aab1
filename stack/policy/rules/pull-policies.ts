/**
 * An image that is built inside the cluster exists nowhere else: pulling it can only fail, or fetch a stranger's.
 *
 * @module
 */
import { type Rule, releaseServices } from './rule.ts';

/** Local images have the pull policy Never. */
export const pullPolicies: Rule = {
  name: 'never-pull-local-images',
  description: 'Images that were built in the cluster are never pulled.',
  check: (resource) =>
    releaseServices(resource)
      .filter(({ image }) => isLocal(String(image.repository)) && image.pullPolicy !== 'Never')
      .map(
        ({ name, image }) =>
          `values.${name}.image.pullPolicy is ${image.pullPolicy ?? 'not set'}: a local image needs Never.`,
      ),
};

/** Without the address of a registry before the first slash. */
function isLocal(repository: string): boolean {
  const [first = '', ...rest] = repository.split('/');
  return rest.length === 0 || !/[.:]|^localhost$/.test(first);
}
