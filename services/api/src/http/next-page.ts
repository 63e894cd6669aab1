/** @module The way from one page of a list to the next: a Link header, as RFC 8288 has it. */
import type { Context } from 'hono';

/** The header of an answer after which there is more: the same list, from the cursor on. */
export function linkToNext({ req }: Context, cursor: string): { link: string } {
  const start = req.url.indexOf('?');
  const query = new URLSearchParams(start < 0 ? '' : req.url.slice(start));
  query.set('cursor', cursor);
  return { link: `<${encodeURI(req.path)}?${query}>; rel="next"` };
}
