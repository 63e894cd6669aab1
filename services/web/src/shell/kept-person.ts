import type { User } from '../api-client/types.ts';
import { readStored, writeStored } from '../browser/stored-text.ts';
import { forgetChanges } from '../tasks/changes/change-store.ts';
import { forgetList } from '../tasks/kept-list.ts';

/** @module Who was signed in on this device, to show a page that cannot ask. Not a proof of anything: the api asks for that. */

const NAME = 'person';

/** Keeps who is signed in. */
export function keepPerson({ id, name, email }: User): void {
  writeStored(NAME, JSON.stringify({ id, name, email }));
}

/** Who was signed in here last, unless that person has signed out. */
export function keptPerson(): User | undefined {
  try {
    const person: User | null = JSON.parse(readStored(NAME) ?? 'null');
    return person?.id && typeof person.name === 'string' ? person : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets what was kept for a page without a network; what waits to be saved only when told to. */
export function forgetPerson({ changesToo }: { changesToo: boolean }): void {
  const person = keptPerson();
  writeStored(NAME, '');
  if (!person) return;
  forgetList(person.id);
  if (changesToo) forgetChanges(person.id);
}
