/**
 * All checks, and what they found together.
 *
 * @module
 */
import type { Run } from '../../src/run-program.ts';
import { findMending } from '../mending/manner.ts';
import { type Mending, withPulumi } from '../mending/mending.ts';
import type { Looking } from '../shell.ts';
import { admission } from './admission.ts';
import { cluster } from './cluster.ts';
import { database } from './database.ts';
import { dns } from './dns.ts';
import { drift } from './drift.ts';
import { runbookOf } from './faults.ts';
import { type Check, type Finding, type Patient, type Severity, severities } from './finding.ts';
import { images } from './images.ts';
import { ingress } from './ingress.ts';
import { logs } from './logs.ts';
import { network } from './network.ts';
import { nodes } from './nodes.ts';
import { pods } from './pods.ts';
import { programs } from './programs.ts';
import { release } from './release.ts';
import { resources } from './resources.ts';
import { scaling } from './scaling.ts';
import { secret } from './secret.ts';
import { services } from './services.ts';
import { storage } from './storage.ts';

/** Without programs to ask with, or a cluster that answers, there is nothing else to look at. */
const first: Check[] = [programs, cluster];
/** Where nothing is deployed, there is nothing beyond these. */
const ground: Check[] = [nodes, dns, release];
/** In the order in which a person would look for the cause: what stands first is seldom a mere consequence. */
const others: Check[] = [
  ...[drift, secret, images, admission, storage, pods],
  ...[database, services, network, ingress, scaling, resources, logs],
];

/** A finding, and where the runbook tells more. */
interface Found extends Finding {
  runbook?: string;
}

/** What all checks found. */
export interface Examination {
  /** The worst of all. */
  severity: Severity;
  checks: { name: string; findings: Found[] }[];
}

/** Looks at everything, and changes nothing. */
export async function examine(patient: Patient): Promise<Examination> {
  const calm = { ...patient, shell: asksOnce(patient.shell) };
  const checks: Examination['checks'] = [];
  for (const check of first) {
    const found = await lookAt(check, calm, withPulumi(patient.target));
    checks.push(found);
    if (worst(found.findings) === 'broken') return { severity: 'broken', checks };
  }
  const mending = await findMending(calm.shell, calm.target);
  const lookAtAll = (list: Check[]) => Promise.all(list.map((check) => lookAt(check, calm, mending)));
  checks.push(...(await lookAtAll(ground)));
  const isThere = !checks.some(({ findings }) => findings.some(({ fault }) => fault === 'not-deployed'));
  if (isThere) checks.push(...(await lookAtAll(others)));
  return { severity: worst(checks.flatMap(({ findings }) => findings)), checks };
}

async function lookAt(
  { name, look }: Check,
  patient: Patient,
  mending: Mending,
): Promise<Examination['checks'][number]> {
  const findings = await look(patient, mending);
  const worstFirst = findings.toSorted((a, b) => rankOf(b) - rankOf(a));
  return {
    name,
    findings: worstFirst.map((one) => (one.fault ? { ...one, runbook: runbookOf(one.fault) } : one)),
  };
}

/** Several checks ask the same: all hear the same answer, and the cluster is asked once. */
function asksOnce(shell: Looking): Looking {
  const answers = new Map<string, ReturnType<Run>>();
  return {
    platform: shell.platform,
    env: shell.env,
    hostname: shell.hostname,
    isAlive: (processId) => shell.isAlive(processId),
    run: (program, args, options) => {
      const line = [program, ...args].join('\0');
      const answer = answers.get(line) ?? shell.run(program, args, options);
      answers.set(line, answer);
      return answer;
    },
  };
}

function worst(findings: Finding[]): Severity {
  return severities[Math.max(0, ...findings.map(rankOf))] ?? 'fine';
}

function rankOf({ severity }: Finding): number {
  return severities.indexOf(severity);
}
