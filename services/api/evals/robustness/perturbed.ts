/** The cases of the test bed said less carefully: what they say after must be what they said before. @module */
import type { Case } from '../case.ts';
import { chanceOf, type Perturbation } from './perturbations.ts';

/** The words of every title, tag and note of a case: nobody says those wrongly here. */
function keptWords({ tasks, after }: Case): ReadonlySet<string> {
  const told = JSON.stringify([tasks, Object.values(after ?? {})]).toLowerCase();
  return new Set([...(told.match(/\p{L}+/gu) ?? []), ...(told.match(/\p{L}+(?:['’]\p{L}+)+/gu) ?? [])]);
}

/** A number that a text always gives. */
function seedOf(text: string): number {
  return [...text].reduce((seed, letter) => (Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0)) | 0, 7);
}

/**
 * The cases with one of their messages perturbed, where that can be done: at most so many of them, drawn by their names,
 * so that a new case changes hardly anything about which they are.
 */
export function perturbed(cases: readonly Case[], { name, perturb }: Perturbation, most: number): Case[] {
  const drawn = cases
    .map((one) => ({ one, seed: seedOf(`${name} ${one.group} ${one.name}`) }))
    .sort((left, right) => left.seed - right.seed);
  const changed: Case[] = [];
  for (const { one, seed } of drawn) {
    if (changed.length === most) break;
    const chance = chanceOf(seed);
    const kept = keptWords(one);
    const said = one.says.map((message) => perturb(message, chance, kept));
    const able = said.flatMap((message, index) => (message === undefined ? [] : [index]));
    const at = able[Math.floor(chance() * able.length)];
    if (at === undefined) continue;
    const says = one.says.map((message, index) => (index === at ? (said[at] ?? message) : message));
    changed.push({ ...one, says });
  }
  return changed;
}
