/** @module The body of an import: refused by its length, and by whoever else imports, before it is read. */
import { isUtf8 } from 'node:buffer';
import { bodyTooLarge, notUtf8 } from '../http/body.ts';

export interface BodyLimits {
  most: number;
  /** Called at once when it says, or turns out, to be larger than this; what it throws ends the reading. */
  large: number;
  onLarge(): void;
}

/** Its bytes, which are UTF-8. A body that does not say its length is read until it is known to be too much. */
export async function readBody(
  request: Request,
  { most, large, onLarge }: BodyLimits,
): Promise<Buffer<ArrayBuffer>> {
  let isLarge = false;
  const admit = (bytes: number) => {
    if (bytes > most) throw bodyTooLarge(most);
    if (bytes > large && !isLarge) onLarge();
    isLarge ||= bytes > large;
  };
  admit(Number(request.headers.get('content-length') ?? 0));
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    admit(size);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks, size);
  if (!isUtf8(bytes)) throw notUtf8();
  return bytes;
}
