/** Somebody who has signed up, and may call the api. */
export interface Person {
  id: string;
  headers: Record<string, string>;
}

/** Signs somebody new up. */
export async function signUp(api: string): Promise<Person> {
  const email = `${crypto.randomUUID()}@example.test`;
  const answer = await fetch(`${api}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Bench', email, password: crypto.randomUUID() }),
  });
  if (!answer.ok) throw new Error(`sign-up answered ${answer.status}`);
  const { user } = (await answer.json()) as { user: { id: string } };
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const token = await fetch(`${api}/api/auth/token`, { headers: { cookie } });
  const { token: jwt } = (await token.json()) as { token: string };
  return { id: user.id, headers: { authorization: `Bearer ${jwt}`, 'content-type': 'application/json' } };
}

/** Posts JSON as the person, and gives the answer. */
export async function post<T>(person: Person, url: string, body: unknown): Promise<T> {
  const answer = await fetch(url, { method: 'POST', headers: person.headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
