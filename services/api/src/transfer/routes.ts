/** @module Export and import of everything that a user has. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Caller, RequireUser } from '../accounts/caller.ts';
import { asUser, type Database } from '../database/database.ts';
import { once } from '../database/once.ts';
import type { EventService } from '../events/events.ts';
import { callerProblems, idempotencyHeader, json, problem, userPath } from '../http/openapi.ts';
import { Problem } from '../http/problem.ts';
import { refuseInvalid } from '../http/validation.ts';
import { exportSchema, importedSchema, LARGEST_IMPORT } from './file-schema.ts';
import { oneAtATime, type Place } from './one-at-a-time.ts';
import { readBody } from './read-body.ts';

const tags = ['Export and import'];
/** A file that is read takes some ten times its size for a moment; a large one that waits, its size. */
const IMPORT_BYTES = 10_000_000;
const LARGE_FILE = 1_000_000;
const MOST_WAITING = 3;

const exportRoute = createRoute({
  method: 'get',
  path: '/{user_id}/export',
  tags,
  operationId: 'exportEverything',
  summary: 'All that the user has as JSON, or the tasks as a table',
  request: {
    params: userPath,
    query: z.object({
      format: z.enum(['json', 'csv'], { error: 'must be json or csv' }).default('json'),
    }),
  },
  responses: {
    200: {
      description:
        'Tasks with the trash, conversations and the profile; as CSV (RFC 4180, UTF-8 with a byte order mark) the tasks alone. A cell that a spreadsheet would run as a formula begins with an apostrophe',
      content: {
        'application/json': { schema: exportSchema },
        'text/csv': { schema: z.string() },
      },
    },
    ...callerProblems,
  },
});

const importRoute = createRoute({
  method: 'post',
  path: '/{user_id}/import',
  tags,
  operationId: 'importEverything',
  summary: 'Add what an export or a table of tasks holds, under new numbers: all of it, or nothing',
  description: `The JSON of an export, or CSV whose first row names columns of the exported table (\`title\` must be among them). At most ${LARGEST_IMPORT.tasks} tasks, ${LARGEST_IMPORT.conversations} conversations and ${LARGEST_IMPORT.messages} messages. Nothing that is there is changed; the profile is not read.`,
  request: {
    params: userPath,
    headers: idempotencyHeader,
    body: {
      required: true,
      content: {
        // Described here and checked below, where each mistake gets its row.
        'application/json': { schema: { $ref: '#/components/schemas/Export' } },
        'text/csv': { schema: { type: 'string', example: 'title,due_date\r\nBuy milk,2030-01-31\r\n' } },
      },
    },
  },
  responses: {
    200: json(importedSchema, 'What was added'),
    ...callerProblems,
    400: problem('The body is not JSON, though it says so'),
    413: problem('The body is larger than 10,000,000 bytes'),
    415: problem('The body is neither application/json nor text/csv'),
    422: problem('Rows that are wrong: `errors` names row, field and mistake of the first 100'),
  },
});

export interface TransferRouteDependencies {
  database: Database;
  events: EventService;
  requireUser: RequireUser;
}

/** The routes, to be mounted under `/api`. */
export function transferRoutes({
  database,
  events,
  requireUser,
}: TransferRouteDependencies): OpenAPIHono<Caller> {
  const app = new OpenAPIHono<Caller>({ defaultHook: refuseInvalid });
  app.use('/:user_id/export', requireUser);
  app.use('/:user_id/import', requireUser);
  const queue = oneAtATime(MOST_WAITING);

  app.openapi(exportRoute, async (context) => {
    const { userId } = context.var;
    const { format } = context.req.valid('query');
    // What reads and writes files is loaded with the first of them.
    const { exportJson, exportTable } = await import('./export.ts');
    const parts = format === 'csv' ? exportTable(database, userId) : exportJson(database, userId);
    const day = new Date().toISOString().slice(0, 10);
    return new Response(await streamOf(parts), {
      headers: {
        'content-type': format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json',
        'content-disposition': `attachment; filename="todo-${day}.${format}"`,
        'cache-control': 'no-store',
      },
    }) as never;
  });

  app.openapi(importRoute, async (context) => {
    const { userId, timeZone } = context.var;
    const key = context.req.valid('header')['idempotency-key'];
    const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (type !== 'application/json' && type !== 'text/csv') {
      throw new Problem(415, { detail: 'Send the body as application/json or text/csv.' });
    }
    let place: Place | undefined;
    try {
      const onLarge = () => {
        place = queue.join(userId);
      };
      const bytes = await readBody(context.req.raw, { most: IMPORT_BYTES, large: LARGE_FILE, onLarge });
      const { importFile } = await import('./import.ts');
      const { readExport, readTasksTable } = await import('./read-file.ts');
      const add = async () => {
        const text = new TextDecoder().decode(bytes);
        const file = await (type === 'text/csv' ? readTasksTable(text) : readExport(text));
        const request = { import: key === undefined ? '' : await digest(bytes) };
        return await asUser(database, userId, (tx) =>
          once(tx, userId, key, request, () => importFile(tx, events, userId, timeZone, file)),
        );
      };
      return context.json(await (place ? place.run(add) : add()), 200);
    } finally {
      place?.leave();
    }
  });

  return app;
}

/** The same for the same file, made beside the event loop. */
async function digest(bytes: Buffer<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64url');
}

/** A body of these parts. The first is read before the answer begins: until then an error can still be told. */
async function streamOf(parts: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let next: IteratorResult<string> | undefined = await parts.next();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const part = next ?? (await parts.next());
        next = undefined;
        if (part.done) controller.close();
        else controller.enqueue(encoder.encode(part.value));
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}
