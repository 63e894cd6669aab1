/**
 * What somebody changed by hand: objects of the release that are not what Helm made them. Pulumi sees a release, not its
 * objects, so an update must be told that there is something to mend.
 *
 * @module
 */
import { createHash } from 'node:crypto';
import { type Difference, differences } from './differences.ts';
import { lookedAt } from './kubernetes-objects.ts';
import type { Running } from './running.ts';

/** An object that is not what Helm made it. */
export interface EditedObject {
  /** Such as `Deployment/todo-api`. */
  object: string;
  /** Somebody deleted it. */
  deleted: boolean;
  /** What it must become again: `from` is what is there now. */
  fields: Difference[];
}

/** The objects of the release that were edited or deleted by hand. */
export function findEdits(running: Running): EditedObject[] {
  const made = Object.entries(running?.release?.objects ?? {});
  return made.flatMap(([object, recorded]): EditedObject[] => {
    // Of what was not looked at, such as objects of an operator, nobody can say that it is gone.
    if (!recorded || !(recorded.kind in lookedAt)) return [];
    const live = running?.objects[object];
    if (!live) return [{ object, deleted: true, fields: [] }];
    const { labels, annotations } = recorded.metadata;
    // The data of a Secret would be shown, and Pulumi sees to Secrets itself.
    const data = recorded.kind === 'Secret' ? undefined : recorded.data;
    const wanted = { labels, annotations, spec: recorded.spec, data };
    const there = { ...live.metadata, spec: live.spec, data: live.data };
    const fields = differences(there, wanted, wanted);
    return fields.length > 0 ? [{ object, deleted: false, fields }] : [];
  });
}

/**
 * A mark for the description of the release that makes Pulumi update it when there are edits to mend. It stays until the
 * next change, since taking it away would be one more update.
 */
export function mendingMark(running: Running, plain: string, edits: EditedObject[]): string {
  const release = running?.release;
  if (!release) return '';
  if (edits.length > 0) {
    const seen = JSON.stringify([release.revision, edits]);
    return ` mends=${createHash('sha256').update(seen).digest('hex').slice(0, 8)}`;
  }
  const mark = release.description.startsWith(plain) ? release.description.slice(plain.length) : '';
  return /^ mends=[0-9a-f]{8}$/.test(mark) ? mark : '';
}
