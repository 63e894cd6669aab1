/**
 * A tag that is used again does not roll, and nobody can tell what runs.
 *
 * @module
 */
import { containers, type Declared, type Rule, releaseServices } from './rule.ts';

/** Every image has a tag of its own, and never `latest`. */
export const imageTags: Rule = {
  name: 'no-latest-tag',
  description: 'Images are named by what is in them, never latest.',
  check: (resource) =>
    images(resource)
      .filter(([, image]) => !hasOwnTag(image))
      .map(([place, image]) => `${place} is ${image}: give it a tag of its own, not latest.`),
};

function images(resource: Declared): [string, string][] {
  return [
    ...(resource.type === 'docker:index/image:Image'
      ? [['imageName', String(resource.props.imageName)] as [string, string]]
      : []),
    ...releaseServices(resource).map(({ name, image }): [string, string] => [
      `values.${name}.image`,
      `${image.repository}:${image.tag ?? ''}`,
    ]),
    ...containers(resource).map(({ name, image }): [string, string] => [`container ${name}`, image]),
  ];
}

/** A port in the registry's address is not a tag; a digest says more than one. */
function hasOwnTag(image: string): boolean {
  if (image.includes('@sha256:')) return true;
  const tag = /:([^/:]*)$/.exec(image)?.[1];
  return tag !== undefined && tag !== '' && tag !== 'latest';
}
