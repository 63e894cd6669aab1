/** An answer that is an error, in the form of RFC 9457. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string | undefined;
  /** Sentences by field name, where the api says which field is wrong. */
  readonly fields: Record<string, string>;

  constructor(status: number, message: string, code?: string, fields: Record<string, string> = {}) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.fields = fields;
  }

  /** The api is away or the network is: worth trying again, nothing is wrong with the request. */
  get isAway(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

/** Reads the problem out of an answer that is not ok. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null) return new Problem(response.status, response.statusText);
  const text = (name: string): string | undefined => {
    const value = Reflect.get(body, name);
    return typeof value === 'string' && value ? value : undefined;
  };
  const message = text('detail') ?? text('message') ?? text('title') ?? response.statusText;
  return new Problem(response.status, message, text('code'), fieldsOf(Reflect.get(body, 'errors')));
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
