/**
 * Steps that causes and their ends are made of.
 *
 * @module
 */
import type { Scene } from './scene.ts';

/** Something that is done to a deployment. */
type Step = (scene: Scene) => Promise<unknown>;

/** `helm upgrade` with these values. */
export const upgraded =
  (...sets: string[]): Step =>
  (scene) =>
    scene.helm(sets);

/** A command of kubectl in the namespace. */
export const kubectl =
  (command: string): Step =>
  (scene) =>
    scene.kubectl(...command.split(' '));

/** What pods only notice when they start. */
export const beforeRestart =
  (step: Step): Step =>
  async (scene) => {
    await step(scene);
    await scene.restart('api');
  };
