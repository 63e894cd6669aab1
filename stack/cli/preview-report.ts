/**
 * What a preview found, for people and for CI: first what rolls and why, then which resources change.
 *
 * @module
 */
import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import type { Explanation } from '../src/explain.ts';
import { violations } from './policy-pack.ts';
import { withoutColors } from './pulumi-text.ts';

/** One resource that would change. */
interface ResourceChange {
  /** `create`, `update`, `delete` or `replace`. */
  operation: string;
  name: string;
  type: string;
  /** Paths of the inputs that differ. */
  fields: string[];
}

/** Everything that a preview says. */
export interface PreviewReport {
  sentences: string[];
  errors: string[];
  changes: ResourceChange[];
  unchanged: number;
}

const marks: Record<string, string> = { create: '+', update: '~', delete: '-', replace: '±' };

/** The engine also sends what only its debug log is for. */
const spoken = new Set<string>(['info', 'warning']);

/** The stack itself, and the provider behind its own outputs, say nothing of the cluster. */
const internal = new Set(['pulumi:pulumi:Stack', 'pulumi:providers:pulumi']);

const databaseLeaves =
  'The database inside the cluster goes. Its volume with all that it holds stays until npm run down: with the setting database at local it is used again.';

/** Gathers the report from the engine's events. */
export function readEvents(events: EngineEvent[]): PreviewReport {
  const report: PreviewReport = { sentences: [], errors: [], changes: [], unchanged: 0 };
  for (const { diagnosticEvent, resourcePreEvent, policyEvent } of events) {
    if (policyEvent) report.errors.push(...violations(policyEvent));
    if (diagnosticEvent && !diagnosticEvent.ephemeral) {
      const text = withoutColors(diagnosticEvent.message);
      if (diagnosticEvent.severity === 'error') {
        // After its reason the engine says once more that it failed.
        if (text !== 'preview failed') report.errors.push(text);
      } else if (spoken.has(diagnosticEvent.severity) && text) report.sentences.push(text);
    }
    const step = resourcePreEvent?.metadata;
    if (!step || internal.has(step.type)) continue;
    if (step.op === 'same') report.unchanged += 1;
    if (!marks[step.op]) continue;
    if (step.op === 'delete' && step.urn.endsWith('::database-server')) report.sentences.push(databaseLeaves);
    report.changes.push({
      operation: step.op,
      name: step.urn.split('::').at(-1) ?? step.urn,
      type: step.type,
      fields: Object.keys(step.detailedDiff ?? {}).sort(),
    });
  }
  return report;
}

/** What `npm run --silent preview -- --json` prints: fields may be added, and none renamed. */
export interface PreviewJson extends Explanation {
  /** The same in words. */
  sentences: string[];
  /** Resources that change. */
  changes: ResourceChange[];
  /** How many resources stay as they are. */
  unchanged: number;
}

/** The report for CI. */
export function asJson(explanation: Explanation, report: PreviewReport): PreviewJson {
  const { sentences, changes, unchanged } = report;
  return { ...explanation, sentences, changes, unchanged };
}

/** The report as a person reads it. */
export function asText(report: PreviewReport): string[] {
  const width = Math.max(0, ...report.changes.map((change) => change.name.length));
  const changes = report.changes.map(({ operation, name, type, fields }) =>
    `  ${marks[operation]} ${name.padEnd(width)}  ${type}  ${fields.join(', ')}`.trimEnd(),
  );
  return [
    '',
    'What `npm run up` would do:',
    '',
    ...report.sentences.map((sentence) => `  ${sentence}`),
    '',
    ...(changes.length > 0 ? ['Resources that change:', '', ...changes, ''] : ['No resource changes.', '']),
    ...(report.changes.length > 0
      ? [`${report.unchanged} stay as they are. Field by field: npm run preview -- --diff`]
      : []),
  ];
}
