import { describe, expect, it, vi } from 'vitest';
import { jsonAnswer } from '../../http/json-answer.ts';
import { endingWith, isEventStream } from './ending-stream.ts';

/** A registry of one credential. */
function revocable() {
  let tell = () => {};
  const unwatch = vi.fn();
  const watch = vi.fn((_: string, onRevoked: () => void) => {
    tell = onRevoked;
    return unwatch;
  });
  return { watch, unwatch, revoke: () => tell() };
}

function streamOf(...chunks: string[]) {
  const cancel = vi.fn();
  const bytes = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk === 'break') controller.error(new Error('broken'));
      else if (chunk === undefined) controller.close();
      else if (chunk !== 'wait') controller.enqueue(bytes.encode(chunk));
    },
    cancel,
  });
  const headers = { 'content-type': 'text/event-stream', 'conversation-id': '7' };
  return { cancel, response: new Response(body, { status: 200, headers }) };
}

describe('a stream', () => {
  it('is passed on whole, with its headers, and ends as it would', async () => {
    const { watch, unwatch } = revocable();
    const answer = endingWith(streamOf('one ', 'two').response, 'session:a', { watch });
    expect(answer.headers.get('conversation-id')).toBe('7');
    expect(await answer.text()).toBe('one two');
    expect(watch).toHaveBeenCalledWith('session:a', expect.any(Function));
    expect(unwatch).toHaveBeenCalled();
  });

  it('ends when its session is revoked, and so does its source', async () => {
    const { watch, revoke } = revocable();
    const { response, cancel } = streamOf('one ', 'wait');
    const body = endingWith(response, 'session:a', { watch }).body?.getReader();
    expect(new TextDecoder().decode((await body?.read())?.value)).toBe('one ');
    const next = body?.read();
    revoke();
    expect((await next)?.done).toBe(true);
    expect(cancel).toHaveBeenCalled();
  });

  it('breaks as its source breaks, and is left when its reader leaves', async () => {
    const broken = revocable();
    await expect(endingWith(streamOf('one', 'break').response, 'session:a', broken).text()).rejects.toThrow(
      'broken',
    );
    expect(broken.unwatch).toHaveBeenCalled();
    const left = revocable();
    const { response, cancel } = streamOf('one', 'wait');
    await endingWith(response, 'session:a', left).body?.cancel();
    expect(cancel).toHaveBeenCalled();
    expect(left.unwatch).toHaveBeenCalled();
  });
});

it('takes nothing else for a stream', () => {
  expect(isEventStream(Response.json({}))).toBe(false);
  expect(isEventStream(jsonAnswer([], 200))).toBe(false);
  expect(isEventStream(new Response('', { headers: { 'content-type': 'text/event-stream' } }))).toBe(true);
});
