/**
 * What a preview found, for people and for CI: first what rolls and why, then which resources change.
 *
 * @module
 */
import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';

/** One resource that would change. */
interface ResourceChange {
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

/** Gathers the report from the engine's events. */
export function readEvents(events: EngineEvent[]): PreviewReport {
  const report: PreviewReport = { sentences: [], errors: [], changes: [], unchanged: 0 };
  for (const { diagnosticEvent, resourcePreEvent } of events) {
    if (diagnosticEvent && !diagnosticEvent.ephemeral) {
      const text = withoutColors(diagnosticEvent.message).trim();
      if (diagnosticEvent.severity === 'error') report.errors.push(text);
      else if (spoken.has(diagnosticEvent.severity) && text) report.sentences.push(text);
    }
    const step = resourcePreEvent?.metadata;
    if (!step || internal.has(step.type)) continue;
    if (step.op === 'same') report.unchanged += 1;
    if (!marks[step.op]) continue;
    report.changes.push({
      operation: step.op,
      name: step.urn.split('::').at(-1) ?? step.urn,
      type: step.type,
      fields: Object.keys(step.detailedDiff ?? {}).sort(),
    });
  }
  return report;
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

/** Pulumi marks colors as `<{%fg 1%}>`. */
function withoutColors(text: string): string {
  return text.replace(/<\{%.*?%\}>/g, '');
}
