import { type Examination, examine } from '../doctor/examine.ts';
import type { Severity } from '../doctor/finding.ts';
import { type Shell, Stop } from '../shell.ts';
import type { Target } from '../target.ts';

/** As monitoring programs have it: 0 all is well, 1 a warning, 2 broken. What could not be looked at is a warning. */
const exitCodes: Record<Severity, number> = { fine: 0, unknown: 1, warning: 1, broken: 2 };

const marks: Record<Severity, string> = { fine: '✓', unknown: '?', warning: '!', broken: '✗' };

const verdicts: Record<Severity, string> = {
  fine: 'All is well.',
  unknown: 'Nothing is known to be wrong, but not everything could be looked at.',
  warning: 'It works, but see what is marked with !.',
  broken: 'It does not work as it should; what mends it stands beside each →.',
};

/** How to say it. */
interface DoctorOptions {
  json: boolean;
  /** A question in words, for a model to answer. */
  ask?: string | undefined;
}

/** Looks at a deployment without changing it, and says in plain sentences what is wrong and what mends it. */
export async function doctor(shell: Shell, target: Target, options: DoctorOptions): Promise<void> {
  if (options.ask !== undefined) return answer(shell, target, options.ask);
  const patient = { shell, target, now: new Date() };
  const examination = await examine(patient);
  const lines = options.json ? [JSON.stringify(examination, undefined, 2)] : inWords(examination);
  for (const line of lines) shell.say(line);
  const code = exitCodes[examination.severity];
  if (code > 0) throw new Stop(options.json ? '' : verdicts[examination.severity], code);
  if (!options.json) shell.say(verdicts.fine);
}

async function answer(shell: Shell, target: Target, question: string): Promise<void> {
  const { howToNameAModel, modelOf } = await import('../model.ts');
  const model = modelOf(shell.env);
  if (!model) throw new Stop(howToNameAModel);
  if (question.trim() === '')
    throw new Stop('Ask something: npm run doctor -- --ask "Why is api not ready?"');
  const patient = { shell, target, now: new Date() };
  const { ask } = await import('../doctor/ask.ts');
  shell.say(await ask(model, patient, await examine(patient), question));
}

function inWords({ checks }: Examination): string[] {
  const width = Math.max(...checks.map(({ name }) => name.length));
  return checks.flatMap(({ name, findings }) =>
    findings.flatMap(({ severity, sentence, next, details, runbook }) => [
      ` ${marks[severity]} ${name.padEnd(width)}  ${sentence}`,
      ...(next ? [`   ${' '.repeat(width)}  → ${next}`] : []),
      ...(details ?? []).map((line) => `   ${' '.repeat(width)}  | ${line}`),
      ...(runbook ? [`   ${' '.repeat(width)}    more: ${runbook}`] : []),
    ]),
  );
}
