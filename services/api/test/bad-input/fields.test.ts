/** Each field, parameter and header of the description with what it does not allow: a precise problem, and nothing changed. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStage, type Person, type Stage } from '../stage.ts';
import { type Operation, operations, type Schema } from './operations.ts';
import { brokenText, ofAnotherType, outOfBounds, sane } from './wrong-values.ts';

const RUNS = { numRuns: 6 };
const all = await operations();
/** MCP answers as its protocol wants it; the sign-in pages' cookies are none of these tests. */
const ofUser = all.filter(({ path }) => path.startsWith('/api/{user_id}/'));
/** An import is read row by row, and has tests of its own for that. */
const withBody = all.filter(
  ({ id, path, body }) => path.startsWith('/api/') && body && id !== 'importEverything',
);

let stage: Stage;
let ada: Person;
beforeAll(async () => {
  stage = await createStage({ REQUESTS_PER_MINUTE: '0', CHAT_TURNS_PER_MINUTE: '0' });
  ada = await stage.person();
  await ada.add('First', { tags: ['home'] });
  await ada.request('/api/{me}/chat', { method: 'POST', body: { message: 'Hello' } });
});
afterAll(() => stage.close());

/** Everything that is kept, but for attempts that were counted and zones that were remembered. */
async function kept(): Promise<unknown> {
  const tables = [
    'tasks',
    'conversations',
    'messages',
    'turns',
    'events',
    'counters',
    'idempotency_keys',
    'access_tokens',
    'sessions',
    'accounts',
  ];
  const sums = tables.map(
    (table) =>
      `(select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from ${table} t) as ${table}`,
  );
  const { rows } = await stage.database.pool.query(`select ${sums.join(', ')}`);
  return rows;
}

/** The address with number 1 everywhere, unless told otherwise. */
function address({ path }: Operation, parts: Record<string, string> = {}): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(parts[name] ?? (name === 'user_id' ? ada.id : '1')),
  );
}

const saneBody = ({ body }: Operation) =>
  Object.fromEntries((body?.required ?? []).map((name) => [name, sane(body?.fields[name] ?? {})]));

async function refused(answer: Promise<{ status: number; headers: Headers; body: unknown }>) {
  const { status, headers, body } = await answer;
  const what = JSON.stringify(body);
  expect(status, what).toBeGreaterThanOrEqual(400);
  expect(status, what).toBeLessThan(500);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(body).toMatchObject({
    status,
    type: expect.any(String),
    title: expect.any(String),
    detail: expect.any(String),
  });
  return {
    status,
    body: body as { detail: string; errors?: { in?: string; path: string; message: string }[] },
  };
}

describe.each(withBody.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  const send = (body: unknown) =>
    ada.request(address(operation), { method: operation.method, body: JSON.stringify(body) });
  const fields = Object.entries(operation.body?.fields ?? {});

  const holds = async (
    wrong: (schema: Schema) => fc.Arbitrary<unknown> | undefined,
    check: (name: string, answer: Awaited<ReturnType<typeof refused>>) => void,
  ) => {
    const before = await kept();
    for (const [name, schema] of fields) {
      const values = wrong(schema);
      if (!values) continue;
      await fc.assert(
        fc.asyncProperty(values, async (value) =>
          check(name, await refused(send({ ...saneBody(operation), [name]: value }))),
        ),
        RUNS,
      );
    }
    expect(await kept()).toEqual(before);
  };
  const named = (name: string, { status, body }: Awaited<ReturnType<typeof refused>>) => {
    expect(status, body.detail).toBe(422);
    expect(
      body.errors?.map(({ path }) => path.split('.')[0]),
      body.detail,
    ).toContain(name);
    expect(body.errors?.every(({ message }) => message.length > 3 && !message.includes('expected'))).toBe(
      true,
    );
  };

  it('names a field of another type', () => holds(ofAnotherType, named));
  it('names a field that is too long, too large or unknown', () => holds(outOfBounds, named));
  it('refuses text with NUL or half a character', () => holds(brokenText, () => {}));
});

describe('parameters', () => {
  const queries = ofUser.flatMap((operation) =>
    operation.parameters
      .filter((parameter) => parameter.in === 'query')
      .map((parameter) => [operation, parameter] as const),
  );
  it.each(
    queries.map(([operation, parameter]) => [operation.id, parameter.name, operation, parameter] as const),
  )('of %s: %s', async (_, name, operation, { schema }) => {
    const values = outOfBounds(schema);
    if (!values) return;
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        fc.pre(String(value).isWellFormed());
        const query = new URLSearchParams({ [name]: String(value) });
        const { status, body } = await refused(ada.request(`${address(operation)}?${query}`));
        expect(status).toBe(422);
        expect(body.errors).toMatchObject([{ in: 'query', path: name }]);
      }),
      RUNS,
    );
  });

  const text = fc.oneof(
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.constantFrom('0', '-1', '1.5', '1e3', '99999999999999999999', '2147483648', '\0', '%', '..', "1'--"),
  );
  it('in the path that are no numbers lead nowhere', async () => {
    const before = await kept();
    for (const operation of ofUser) {
      const names = operation.parameters.filter(
        (parameter) => parameter.in === 'path' && parameter.name !== 'user_id',
      );
      for (const { name } of names) {
        await fc.assert(
          fc.asyncProperty(text, async (value) => {
            fc.pre(
              value.isWellFormed() && !/^[1-9]\d{0,9}$/.test(value) && !['.', '..', 'bulk'].includes(value),
            );
            const body = operation.body ? { body: saneBody(operation) } : {};
            const answer = await refused(
              ada.request(address(operation, { [name]: value }), { method: operation.method, ...body }),
            );
            expect([404, 405]).toContain(answer.status);
          }),
          RUNS,
        );
      }
    }
    expect(await kept()).toEqual(before);
  });

  it('that name another user are refused, whatever they are', async () => {
    for (const operation of ofUser) {
      await fc.assert(
        fc.asyncProperty(text, async (value) => {
          fc.pre(value.isWellFormed() && !['.', '..'].includes(value));
          const { status } = await refused(
            ada.request(address(operation, { user_id: value }), { method: operation.method }),
          );
          expect([403, 404]).toContain(status);
        }),
        { numRuns: 3 },
      );
    }
  });
});

describe('headers', () => {
  const printable = fc.stringMatching(/^[!-~]{1,40}$/);
  const wrong: Record<string, fc.Arbitrary<string>> = {
    'Time-Zone': printable.filter((zone) => !/^[A-Za-z]/.test(zone)),
    'Idempotency-Key': fc.constantFrom('x'.repeat(256), 'ключ', 'é'),
    'Last-Event-ID': fc.constantFrom('-1', '1.5', 'x', '2147483648', '1e99'),
    'If-Match': fc.constant('x'.repeat(2001)),
    'If-None-Match': fc.constant('x'.repeat(2001)),
  };
  const taken = ofUser.flatMap((operation) =>
    operation.parameters
      .filter((parameter) => parameter.in === 'header')
      .map(({ name }) => [name, operation.id, operation] as const),
  );
  it.each(taken)('%s of %s', async (name, _, operation) => {
    const known = Object.keys(wrong).find((header) => header.toLowerCase() === name.toLowerCase());
    const values = wrong[known ?? ''];
    expect(values, `what is wrong with ${name}?`).toBeDefined();
    const before = await kept();
    await fc.assert(
      fc.asyncProperty(values as fc.Arbitrary<string>, async (value) => {
        const latin = Buffer.from(value).toString('latin1');
        const body = operation.body ? { body: saneBody(operation) } : {};
        const answer = await refused(
          ada.request(address(operation), { method: operation.method, headers: { [name]: latin }, ...body }),
        );
        expect(answer.status, answer.body.detail).toBe(422);
        expect(answer.body.errors?.[0]).toMatchObject({ in: 'header', path: name });
      }),
      RUNS,
    );
    expect(await kept()).toEqual(before);
  });
});
