import { secretName } from '../../src/names.ts';
import type { Mending } from '../mending/mending.ts';
import { kubectl } from '../target.ts';
import { broken, type Check, type Finding, fine, type Patient, unknown } from './finding.ts';
import { snapshot } from './snapshot.ts';

/** Names alone: no value leaves the cluster. */
const keysAlone = `--output=go-template={{range $key, $value := .data}}{{if $value}}{{$key}}{{"\\n"}}{{end}}{{end}}`;

/** Whether the Secrets hold every key that the pods need. Values are neither read nor shown. */
export const secret: Check = {
  name: 'secret',
  async look(patient, mending) {
    const found = await snapshot(patient);
    if (!found) return unknown('what the pods need could not be read');
    const needed = new Map<string, Set<string>>();
    const containers = found.workloads.flatMap(({ spec }) => spec.template.spec.containers);
    for (const { env = [] } of containers) {
      for (const { valueFrom } of env) {
        const reference = valueFrom?.secretKeyRef;
        if (!reference || reference.optional) continue;
        needed.set(reference.name, (needed.get(reference.name) ?? new Set()).add(reference.key));
      }
    }
    if (needed.size === 0) needed.set(secretName, new Set(['DATABASE_URL', 'JWT_SECRET']));
    const findings = await Promise.all(
      [...needed].map(([name, keys]) => compare(patient, mending, name, keys)),
    );
    return findings.flat();
  },
};

async function compare(
  { shell, target }: Patient,
  mending: Mending,
  name: string,
  needed: Set<string>,
): Promise<Finding[]> {
  const answer = await kubectl(shell, target, 'get', 'secret', name, keysAlone);
  if (/not found/i.test(answer.stderr)) {
    const sentence = `the Secret ${name} is gone: pods that run go on, but none can start`;
    return [broken({ fault: 'secret-missing', sentence, next: `make it again: ${mending.makeSecret}` })];
  }
  if (answer.code !== 0) return unknown(`the Secret ${name} could not be looked at`);
  const there = answer.stdout.split(/\r?\n/).filter(Boolean);
  const missing = [...needed].filter((key) => !there.includes(key));
  if (missing.length > 0) {
    const sentence = `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing in the Secret ${name}: no new pod can start`;
    return [
      broken({ fault: 'secret-key-missing', sentence, next: `put it there: ${putRight(mending, missing)}` }),
    ];
  }
  const rotation = there.includes('JWT_SECRET_PREVIOUS') ? `; a rotation is under way${end(mending)}` : '';
  return fine(`${name} holds ${there.sort().join(', ')}${rotation}`);
}

function putRight({ manner, putBack, setSecret }: Mending, missing: string[]): string {
  return manner === 'pulumi' ? putBack() : missing.map((key) => setSecret('', key)).join('; ');
}

function end({ manner }: Mending): string {
  return manner === 'pulumi' ? ' (npm run rotate -- --finish ends it)' : '';
}
