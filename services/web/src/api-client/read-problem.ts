import { Problem } from './problem.ts';

/** Reads the problem out of an answer that is not ok. */
export async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null) return new Problem(response.status, response.statusText);
  const text = (name: string): string | undefined => {
    const value = Reflect.get(body, name);
    return typeof value === 'string' && value ? value : undefined;
  };
  const message = text('detail') ?? text('message') ?? text('title') ?? response.statusText;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new Problem(response.status, message, text('code'), fieldsOf(Reflect.get(body, 'errors')), {
    kind: /^urn:todo-chatbot:problem:(.+)$/.exec(text('type') ?? '')?.[1],
    retryAfter: seconds >= 0 ? seconds : undefined,
  });
}

/** `[{path | field | pointer, message | detail}]`, the shapes in use for validation errors. */
function fieldsOf(errors: unknown): Record<string, string> {
  if (!Array.isArray(errors)) return {};
  const entries = errors.flatMap((error: unknown) => {
    if (typeof error !== 'object' || error === null) return [];
    const where = Reflect.get(error, 'path') ?? Reflect.get(error, 'field') ?? Reflect.get(error, 'pointer');
    const what = Reflect.get(error, 'message') ?? Reflect.get(error, 'detail');
    const name = (Array.isArray(where) ? where.join('.') : String(where ?? '')).replace(/^#?\/|^body\./g, '');
    return typeof what === 'string' && name ? [[name, what] as const] : [];
  });
  return Object.fromEntries(entries);
}
