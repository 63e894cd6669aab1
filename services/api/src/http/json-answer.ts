/** @module An answer in JSON whose headers stay the plain record they are: `context.json` makes `Headers` of two. */
import type { TypedResponse } from 'hono';

const made = new WeakSet<Response>();

/** Whether it was made here, and so has no body but its JSON. */
export const isJsonAnswer = (answer: Response): boolean => made.has(answer);

/** As `context.json(value, status, headers)`; what was set by `context.header` before is not in it. */
export function jsonAnswer<Value, Status extends 200 | 201>(
  value: Value,
  status: Status,
  headers: Record<string, string> = {},
): TypedResponse<Value, Status, 'json'> & Response {
  const answer = new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
  made.add(answer);
  return answer as TypedResponse<Value, Status, 'json'> & Response;
}
