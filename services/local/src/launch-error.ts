/** @module The one kind of failure that a person sees. */

/** Its message is a sentence that says what is wrong and what to do. */
export class LaunchError extends Error {
  override readonly name = 'LaunchError';
}
