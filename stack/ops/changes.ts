/**
 * What may be changed, once a person has approved of it.
 *
 * @module
 */
import { z } from 'zod';
import { findMending } from '../cli/mending/manner.ts';
import { podCount } from '../cli/mending/mending.ts';
import { refuseHeld } from '../cli/recovery/lock.ts';
import { findCutOff, readHistory } from '../cli/release-history.ts';
import { requireImages } from '../cli/require-images.ts';
import { type Looking, Stop } from '../cli/shell.ts';
import { helmArgs, kubectlArgs, namespaceOf, type Target } from '../cli/target.ts';
import { services } from '../src/names.ts';
import { CannotDo } from './tool.ts';

/** A change that was asked for, and is not made yet. */
export interface Change {
  /** What would happen, for the person who decides. */
  question: string;
  program: 'kubectl' | 'helm';
  args: string[];
  /** What then shows that it came to an end. */
  wait?: string[];
  /** Said when it is done. */
  done: string;
}

/** A tool that changes something. */
export interface ChangingTool<Input extends z.ZodRawShape = z.ZodRawShape> {
  name: string;
  title: string;
  description: string;
  input: Input;
  isIdempotent: boolean;
  /** @throws CannotDo when it cannot be, before anybody is asked. */
  plan(shell: Looking, target: Target, input: z.infer<z.ZodObject<Input>>): Promise<Change>;
}

function changingTool<Input extends z.ZodRawShape>(tool: ChangingTool<Input>): ChangingTool {
  // Input is checked against the tool's own schema before it gets here.
  return tool as unknown as ChangingTool;
}

const service = z.enum(services);
const place = (target: Target) => `in the cluster ${target.context}, namespace ${namespaceOf(target)}`;
const rollout = (target: Target, name: string) =>
  kubectlArgs(target, 'rollout', 'status', `deployment/${name}`, '--timeout=150s');

const restart = changingTool({
  name: 'restart_service',
  title: 'Restart a service',
  description: 'Has a service make its pods anew, one at a time, each new one before an old one goes.',
  input: { service },
  isIdempotent: false,
  plan: async (_shell, target, input) => {
    const name = `todo-${input.service}`;
    return {
      question: `Restart ${name} ${place(target)}? Its pods are replaced one at a time; no request is lost.`,
      program: 'kubectl',
      args: kubectlArgs(target, 'rollout', 'restart', `deployment/${name}`),
      wait: rollout(target, name),
      done: `${name} was restarted, and its new pods are ready.`,
    };
  },
});

const scale = changingTool({
  name: 'scale_service',
  title: 'Scale a service',
  description: 'Changes how many pods a service has, until the next deployment goes back to its settings.',
  input: { service, replicas: z.number().int().min(1).max(10) },
  isIdempotent: true,
  plan: async (shell, target, input) => {
    const name = `todo-${input.service}`;
    const { replicas } = input;
    const { manner, set } = await findMending(shell, target);
    const keep = manner === 'kubectl' ? '' : ` To keep that: ${set(podCount(input.service, replicas))}.`;
    return {
      question: `Scale ${name} ${place(target)} to ${replicas} ${replicas === 1 ? 'pod' : 'pods'}? It lasts until the next deployment.`,
      program: 'kubectl',
      args: kubectlArgs(target, 'scale', `deployment/${name}`, `--replicas=${replicas}`),
      wait: rollout(target, name),
      done: `${name} has ${replicas} ${replicas === 1 ? 'pod' : 'pods'} now.${keep}`,
    };
  },
});

const rollBack = changingTool({
  name: 'roll_back',
  title: 'Roll back',
  description: 'Goes back to an earlier revision of the release. release_history has the revisions.',
  input: { revision: z.number().int().min(1) },
  isIdempotent: true,
  plan: async (shell, target, { revision }) => {
    const history = await readHistory(shell, target);
    const { manner, goBack, clear } = await findMending(shell, target);
    if (manner === 'kubectl') {
      throw new CannotDo(
        `kubectl alone deployed this: it has no revisions.${goBack ? ` A person can type: ${goBack}` : ''}`,
      );
    }
    const chosen = history?.find((one) => one.revision === revision);
    const ran = (history ?? []).filter(({ status }) => ['superseded', 'deployed'].includes(status));
    if (!chosen || !ran.includes(chosen)) {
      const why = chosen ? `never ran (${chosen.status})` : 'does not exist';
      throw new CannotDo(
        `Revision ${revision} ${why}. One can go back to ${ran.map((one) => one.revision).join(', ') || 'none'}.`,
      );
    }
    if (findCutOff(history ?? [])) {
      throw new CannotDo(
        `An update has begun and not ended. When nobody is at work on it, a person must clear it first: ${clear}`,
      );
    }
    await inWords(async () => {
      await refuseHeld(shell, target.stack);
      await requireImages(shell, target, chosen);
    });
    return {
      question: `Roll the todo chat ${place(target)} back to revision ${revision} (${chosen.updated.slice(0, 16)}: ${chosen.description})? Its pods are replaced one at a time.`,
      program: 'helm',
      args: [...helmArgs(target, ['rollback'], String(revision)), '--wait', '--timeout=300s'],
      done: `Revision ${revision} runs again.${manner === 'pulumi' ? ' npm run preview says what npm run up would change.' : ''}`,
    };
  },
});

/** What keeps a command from starting keeps an agent from it, too. */
async function inWords(work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => {
    throw error instanceof Stop ? new CannotDo(error.message) : error;
  });
}

/** What may be changed. */
export const changingTools: ChangingTool[] = [restart, scale, rollBack];
