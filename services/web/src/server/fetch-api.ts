/** Where `fetch` finds its connections: the name that Node and undici have agreed on. */
const DISPATCHER = Symbol.for('undici.globalDispatcher.1');

/**
 * Asks the api. Throws, too, when something else answers: where a pod of it was a moment ago there may be a gateway by
 * now, and a page would take its 404 for a task that is gone. The api puts a request id on all that it says.
 */
export async function fetchApi(address: string | URL, options: RequestInit): Promise<Response> {
  const answer = await fetch(address, options);
  if (answer.headers.has('x-request-id')) return answer;
  await answer.body?.cancel();
  connectAnew();
  throw new Error('what answers is not the api');
}

/** Else the connection would be kept, and used again. What is under way on the others comes to its end. */
function connectAnew(): void {
  const used: { constructor: new () => unknown; close(): Promise<void> } | undefined = Reflect.get(
    globalThis,
    DISPATCHER,
  );
  if (!used) return;
  Reflect.set(globalThis, DISPATCHER, new used.constructor());
  used.close().catch(() => {});
}
