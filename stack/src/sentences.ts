/**
 * An explanation in words: one sentence a service.
 *
 * @module
 */
import type { Changes, Explanation, ServiceExplanation } from './explain.ts';

/** Says what will happen. */
export function sentences(explanation: Explanation): string[] {
  const moved = 'This is another cluster than the one last deployed to: everything is made again.';
  return [...(explanation.moved ? [moved] : []), ...explanation.services.map(sentence)];
}

function sentence({ service, rolls, pods, imageLost, ...entry }: ServiceExplanation): string {
  const rebuilt = imageLost ? ' Its image is gone from the cluster and is built again.' : '';
  if (rolls === 'starts') return `${service}: starts ${count(pods.after)}.${rebuilt}`;
  const scales = pods.before === pods.after ? '' : ` Scales from ${pods.before} to ${count(pods.after)}.`;
  if (rolls === 'no') return `${service}: nothing rolls.${scales}${rebuilt}`;
  const reasons = [
    entry.drifted && `${entry.drifted} runs, which is not what was last deployed`,
    listed(entry.files, 'file', 'files'),
    listed(entry.config, 'setting', 'settings'),
    listed(entry.secrets, 'secret', 'secrets'),
    listed(entry.chart, 'chart file', 'chart files'),
  ].filter(Boolean);
  const why = reasons.join('; ') || 'the image was made from something else';
  const verb = rolls === 'yes' ? 'rolls' : 'may roll';
  return `${service}: ${verb} ${count(pods.after)}, one after the other: ${why}.${scales}${rebuilt}`;
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
  const more = names.length > shown ? ` and ${names.length - shown} more` : '';
  return `${names.length === 1 ? one : `${names.length} ${many}:`} ${names.slice(0, shown).join(', ')}${more}`;
}

function count(pods: number): string {
  return `${pods} pod${pods === 1 ? '' : 's'}`;
}
