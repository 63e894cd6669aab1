/** Somebody who never used the product before. */
import { randomUUID } from 'node:crypto';

export interface Person {
  name: string;
  email: string;
  password: string;
}

/** A new person for each journey, so that journeys never meet. */
export function newPerson(name = 'Ada Lovelace'): Person {
  const id = randomUUID();
  return { name, email: `journey-${id}@example.com`, password: `correct horse ${id}` };
}
