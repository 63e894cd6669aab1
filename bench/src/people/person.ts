import { startApi } from '../programs/program.ts';
import { type Account, authorizationOf, newAccount } from './account.ts';

/** Somebody who has signed up, and may call the api. */
export interface Person extends Account {
  headers: Record<string, string>;
}

/** Signs somebody new up. */
export async function signUp(api: string): Promise<Person> {
  const person: Person = {
    ...(await newAccount(api, 'Bench')),
    headers: { 'content-type': 'application/json' },
  };
  await renewToken(api, person);
  return person;
}

/** Gives the person another token, as the page does: one is good for a quarter of an hour. */
export async function renewToken(api: string, person: Person): Promise<void> {
  person.headers.authorization = await authorizationOf(api, person);
}

/** Signs so many up, one after the other. */
export async function signUpMany(api: string, count: number): Promise<Person[]> {
  const people: Person[] = [];
  for (let person = 0; person < count; person++) people.push(await signUp(api));
  return people;
}

/** So many people, whom a process of its own signs up: the memory in which it hashes passwords, it keeps. */
export async function signedUp(databaseUrl: string, count: number): Promise<Person[]> {
  const api = await startApi(databaseUrl);
  try {
    return await signUpMany(api.url, count);
  } finally {
    await api.kill();
  }
}

/** Posts JSON as the person, and gives the answer. */
export async function post<T>(person: Person, url: string, body: unknown): Promise<T> {
  const answer = await fetch(url, { method: 'POST', headers: person.headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Requests below the person's own address: each must be answered well, and is read to its end. */
export function asking(api: string, { id, headers }: Person) {
  return async (method: string, path: string, body?: unknown): Promise<void> => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${api}/api/${id}${path}`, { method, headers, ...sent });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
  };
}
