import { z } from 'zod';
import { isReady } from '../cli/diagnose.ts';
import { examine } from '../cli/doctor/examine.ts';
import { severities } from '../cli/doctor/finding.ts';
import { snapshot, timeOf } from '../cli/doctor/snapshot.ts';
import { readHistory } from '../cli/release-history.ts';
import { kubectl } from '../cli/target.ts';
import { CannotDo, type ReadingTool, readingTool } from './tool.ts';

const silent = 'The cluster does not answer. The tool examine says why, and the command that mends it.';

const finding = z.object({
  severity: z.enum(severities),
  fault: z.string().optional().describe('The name of what is wrong, where that is known'),
  sentence: z.string(),
  next: z.string().optional().describe('The command that mends it, for a person to type'),
  details: z.array(z.string()).optional(),
  runbook: z.string().optional(),
});

const examineTool = readingTool({
  name: 'examine',
  title: 'What is wrong',
  description:
    'Looks at the whole deployment (programs, cluster, release, drift, secrets by name, images, pods, database, services, network, logs) and says in sentences what is wrong, why, and the command that mends it. Ask this first.',
  input: {},
  output: {
    severity: z.enum(severities),
    checks: z.array(z.object({ name: z.string(), findings: z.array(finding) })),
  },
  run: (patient) => examine(patient),
});

const listPods = readingTool({
  name: 'list_pods',
  title: 'The pods',
  description:
    'The pods of the deployment: whether each is ready, how often it was started again, its image.',
  input: {},
  output: {
    pods: z.array(
      z.object({
        name: z.string(),
        phase: z.string(),
        ready: z.boolean(),
        restarts: z.number().int(),
        image: z.string(),
        waits_for: z.string().optional(),
      }),
    ),
  },
  async run(patient) {
    const found = await snapshot(patient);
    if (!found) throw new CannotDo(silent);
    return {
      pods: found.pods.map((pod) => {
        const status = pod.status.containerStatuses?.[0];
        const waits = pod.status.reason ?? status?.state?.waiting?.reason;
        return {
          name: pod.metadata.name,
          phase: pod.status.phase ?? 'Unknown',
          ready: isReady(pod),
          restarts: status?.restartCount ?? 0,
          image: pod.spec?.containers[0]?.image ?? '',
          ...(waits && { waits_for: waits }),
        };
      }),
    };
  },
});

const listEvents = readingTool({
  name: 'list_events',
  title: 'What happened',
  description: 'The latest events of the namespace, the newest first.',
  input: {
    warnings_only: z.boolean().default(true),
    limit: z.number().int().min(1).max(200).default(50),
  },
  output: {
    events: z.array(
      z.object({
        time: z.string(),
        type: z.string(),
        reason: z.string(),
        object: z.string(),
        message: z.string(),
        count: z.number().int(),
      }),
    ),
  },
  async run(patient, { warnings_only, limit }) {
    const found = await snapshot(patient);
    if (!found) throw new CannotDo(silent);
    const events = found.events.filter(({ type }) => !warnings_only || type === 'Warning');
    return {
      events: events
        .reverse()
        .slice(0, limit)
        .map((event) => ({
          time: timeOf(event),
          type: event.type ?? '',
          reason: event.reason ?? '',
          object: `${event.involvedObject?.kind}/${event.involvedObject?.name}`,
          message: event.message ?? '',
          count: event.count ?? 1,
        })),
    };
  },
});

const readLog = readingTool({
  name: 'read_log',
  title: 'The log of a pod',
  description: 'The last lines that a pod wrote, which are one JSON object each. Names come from list_pods.',
  input: {
    // Nothing else is the name of a pod, and nothing else reaches a command line.
    pod: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,252}$/),
    previous: z.boolean().default(false).describe('Of the container before its last restart'),
    lines: z.number().int().min(1).max(500).default(100),
  },
  output: { pod: z.string(), lines: z.array(z.string()) },
  async run(patient, { pod, previous, lines }) {
    const { shell, target } = patient;
    const options = [`--tail=${lines}`, ...(previous ? ['--previous'] : [])];
    const answer = await kubectl(shell, target, 'logs', pod, ...options);
    if (answer.code === 0) return { pod, lines: answer.stdout.split('\n').filter(Boolean) };
    const names = (await snapshot(patient))?.pods.map(({ metadata }) => metadata.name);
    if (!names) throw new CannotDo(silent);
    if (!names.includes(pod)) {
      throw new CannotDo(`There is no pod ${pod}. The pods are ${names.join(', ') || 'none at all'}.`);
    }
    throw new CannotDo(
      previous
        ? `${pod} was not started again, so there is no log from before. Ask without previous.`
        : `${pod} has no log yet: it did not start. The tool examine says why.`,
    );
  },
});

const releaseHistory = readingTool({
  name: 'release_history',
  title: 'The revisions of the release',
  description: 'What Helm recorded: every revision, when it was made, from what, and what became of it.',
  input: {},
  output: {
    revisions: z.array(
      z.object({
        revision: z.number().int(),
        updated: z.string(),
        status: z.string(),
        description: z.string(),
      }),
    ),
  },
  async run({ shell, target }) {
    const revisions = await readHistory(shell, target);
    if (!revisions) throw new CannotDo(`Helm could not be asked. ${silent}`);
    return {
      revisions: revisions.map(({ revision, updated, status, description }) => ({
        revision,
        updated,
        status,
        description,
      })),
    };
  },
});

/** What may be asked of the deployment. None of it changes anything. */
export const readingTools: ReadingTool[] = [examineTool, listPods, listEvents, readLog, releaseHistory];
