/** Server-sent events of an answer, one by one. */
import { type EventSourceMessage, EventSourceParserStream } from 'eventsource-parser/stream';

/** Reads the events of a stream; leaving the loop, or `return`, ends the connection. */
export async function* readEvents(answer: Response): AsyncGenerator<EventSourceMessage, undefined> {
  if (!answer.ok || !answer.body) throw new Error(`no stream, but ${answer.status}: ${await answer.text()}`);
  yield* answer.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  return undefined;
}
