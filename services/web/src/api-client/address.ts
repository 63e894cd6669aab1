import type { AddressPart, Method, PathOf } from './contract.ts';

/** The address of an operation, with its path filled in: for links, streams, and requests of one's own. */
export function addressOf<M extends Method, P extends PathOf<M>>(
  _method: M,
  template: P,
  { path, query }: AddressPart<M, P>,
): string {
  const parts: Record<string, unknown> = path ?? {};
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(parts[name])),
  );
  const asked = new URLSearchParams(
    Object.entries(query ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
  return asked.size > 0 ? `${filled}?${asked}` : filled;
}
