/** @module Requests at an even pace, whether the ones before have been answered or not. */
import { setTimeout as delay } from 'node:timers/promises';

/**
 * So many requests a second, and the milliseconds from the moment each was due to its whole answer: who waits because
 * the generator or a connection was busy has waited all the same.
 */
export async function paced(
  { rate, seconds }: { rate: number; seconds: number },
  send: (index: number) => Promise<Response>,
): Promise<number[]> {
  const start = performance.now();
  const all: Promise<number>[] = [];
  for (let index = 0; index < rate * seconds; index++) {
    const due = start + (index * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await delay(early);
    all.push(answered(send(index), due));
  }
  return Promise.all(all);
}

async function answered(request: Promise<Response>, due: number): Promise<number> {
  const response = await request;
  const text = await response.text();
  if (!response.ok) throw new Error(`a request was answered with ${response.status}: ${text}`);
  return performance.now() - due;
}
