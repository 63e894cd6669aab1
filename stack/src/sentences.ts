/**
 * An explanation in words: a sentence for each thing that was found, and one a service.
 *
 * @module
 */
import type { Changes } from './changes.ts';
import type { Difference } from './differences.ts';
import type { Explanation, ServiceExplanation } from './explain.ts';
import type { Finding } from './findings.ts';
import { withoutDigest } from './image-name.ts';

/** Says what was found and what will happen. */
export function sentences(explanation: Explanation): string[] {
  return [...explanation.found.map(findingSentence), ...explanation.services.map(serviceSentence)];
}

function findingSentence(finding: Finding): string {
  switch (finding.kind) {
    case 'new-cluster':
      return 'This is another cluster than the one last deployed to: everything is made again.';
    case 'not-asked':
      return 'kubectl cannot ask the cluster what runs: this goes by the last update.';
    case 'uninstalled':
      return 'The release is gone, and not by this stack: it is installed again.';
    case 'interrupted':
      return `Revision ${finding.revision} was cut off (${finding.status}), unless an update is under way: npm run up clears it away first.`;
    case 'failed':
      return `The last update (revision ${finding.revision}) failed and went back by itself: what runs is what ran before it.`;
    case 'rolled-back':
      return `Revision ${finding.revision} is a rollback to ${finding.to}: an update goes forward again.`;
    case 'secret-deleted':
      return 'The Secret with the keys was deleted: it is made again.';
    case 'secret-edited':
      return `The Secret with the keys was edited by hand (${finding.names.join(', ')}): it is put right. Pods read it when they start.`;
    case 'edited':
      return finding.deleted
        ? `${finding.object} was deleted by hand: it is made again.`
        : `${finding.object} was edited by hand and is put right: ${fieldList(finding.fields)}.`;
  }
}

function serviceSentence({ service, rolls, pods, imageLost, ...entry }: ServiceExplanation): string {
  const rebuilt = imageLost ? ' Its image was lost and is built again.' : '';
  if (rolls === 'starts') return `${service}: starts ${count(pods.after)}.${rebuilt}`;
  const scaled = pods.before === pods.after ? '' : `scales from ${pods.before} to ${pods.after}`;
  if (rolls === 'no') return `${service}: ${scaled && `${scaled}, `}nothing rolls.${rebuilt}`;
  const reasons = [
    entry.image && fileReason(entry.image, entry.files),
    listed(entry.config, 'setting', 'settings'),
    listed(entry.secrets, 'secret', 'secrets'),
    listed(entry.chart, 'chart file', 'chart files'),
    entry.fields.length > 0 && fieldList(entry.fields),
  ].filter(Boolean);
  const why = reasons.join('; ') || 'a secret that is not known any more';
  const verb = rolls === 'yes' ? 'rolls' : 'may roll';
  const also = scaled && ` It also ${scaled}.`;
  return `${service}: ${verb} ${count(pods.after)}, ${order(pods.after)}: ${why}.${also}${rebuilt}`;
}

/** With a surge of one and nothing unavailable, as the chart has it. */
function order(pods: number): string {
  return pods === 1 ? 'the new one first' : 'one at a time, each new one before an old one goes';
}

function fileReason({ from, to }: { from: string; to: string }, files: Changes): string {
  const isSame = withoutDigest(from) === withoutDigest(to);
  return listed(files, 'file', 'files') || (isSame ? 'its image is pushed anew' : `image ${from} → ${to}`);
}

/** How many names are worth reading; the rest is counted. */
const shown = 4;

function listed(changes: Changes, one: string, many: string): string {
  const names = [
    ...changes.changed,
    ...changes.added.map((name) => `${name} (new)`),
    ...changes.removed.map((name) => `${name} (removed)`),
  ];
  if (names.length === 0) return '';
  return `${names.length === 1 ? one : `${names.length} ${many}:`} ${few(names)}`;
}

function fieldList(fields: Difference[]): string {
  return few(
    fields.map(({ path, from, to }) => {
      if (from === undefined) return to === undefined ? path : `${path} ${brief(to)} (new)`;
      return to === undefined ? `${path} (removed)` : `${path} ${brief(from)} → ${brief(to)}`;
    }),
  );
}

function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function few(texts: string[]): string {
  const more = texts.length > shown ? ` and ${texts.length - shown} more` : '';
  return `${texts.slice(0, shown).join(', ')}${more}`;
}

function count(pods: number): string {
  return `${pods} pod${pods === 1 ? '' : 's'}`;
}
