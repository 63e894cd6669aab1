/**
 * The parts of an image's name: `registry.example:5000/team/todo-api:tag@sha256:…`.
 *
 * @module
 */

/** The name as it was pushed, without the digest that it is pinned to. */
export function withoutDigest(image: string): string {
  return image.split('@')[0] ?? image;
}

/** Without tag and digest. A port in the registry's address is no tag. */
export function repositoryOf(image: string): string {
  return withoutDigest(image).replace(/:[^:/]*$/, '');
}

/** Pinned to a digest, where one is known. */
export function pinned(image: string, digest: string | undefined): string {
  return digest ? `${image}@${digest}` : image;
}
