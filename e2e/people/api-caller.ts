/** A person at the API: signed up, and calling with a token. */
import { newPerson, type Person } from './person.ts';

export interface ApiCaller {
  person: Person;
  userId: string;
  token: string;
  /** A request below `/api/{user_id}`, with the token unless the headers say otherwise. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** The address of the product under test. */
export function productUrl(path = ''): string {
  const base = process.env.JOURNEY_URL;
  if (!base) throw new Error('the journeys are started with: npm test -w e2e');
  return base + path;
}

/** A JSON request to any path of the product. */
export function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return fetch(productUrl(path), {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** The body of an answer, whose shape the journey's expectations check. */
// biome-ignore lint/suspicious/noExplicitAny: what came over the network is anything until it is checked
export async function bodyOf(answer: Response | Promise<Response>): Promise<any> {
  return (await answer).json();
}

/** Signs a new person up and fetches a token with the session cookie. */
export async function signUpAtApi(): Promise<ApiCaller> {
  const person = newPerson();
  const answer = await send('POST', '/api/auth/sign-up/email', person);
  if (!answer.ok) throw new Error(`signing up was answered with ${answer.status}: ${await answer.text()}`);
  const { user } = (await answer.json()) as { user: { id: string } };
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { token } = (await (await send('GET', '/api/auth/token', undefined, { cookie })).json()) as {
    token: string;
  };
  return {
    person,
    userId: user.id,
    token,
    call: (method, path, body, headers = {}) =>
      send(method, `/api/${user.id}${path}`, body, { authorization: `Bearer ${token}`, ...headers }),
  };
}
