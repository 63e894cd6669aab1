/** @module An account of somebody new, made over HTTP as the page makes one. */

export interface Account {
  id: string;
  /** The session's, as a browser sends it. */
  cookie: string;
}

/** Signs somebody new up, by whose address one sees afterwards who they were signed up for. */
export async function newAccount(url: string, name: 'Bench' | 'Rollout'): Promise<Account> {
  const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.test`;
  const answer = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, email, password: crypto.randomUUID() }),
  });
  if (!answer.ok) throw new Error(`sign-up was answered with ${answer.status}: ${await answer.text()}`);
  const { user } = (await answer.json()) as { user: { id: string } };
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { id: user.id, cookie };
}

/** The value of an `Authorization` header, good for a quarter of an hour. */
export async function authorizationOf(url: string, { cookie }: Account): Promise<string> {
  const answer = await fetch(`${url}/api/auth/token`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`a token was refused with ${answer.status}: ${await answer.text()}`);
  const { token } = (await answer.json()) as { token: string };
  return `Bearer ${token}`;
}
