/**
 * What Pulumi is doing, one step a resource: from the engine's events to what is worth a line on a screen.
 *
 * @module
 */
import type { EngineEvent, StepEventMetadata } from '@pulumi/pulumi/automation/index.js';
import { violations } from '../policy-pack.ts';
import { withoutColors } from '../pulumi-text.ts';

/** One resource that is made, changed or removed. */
export interface Step {
  title: string;
  /** What is done to it at the moment, such as `building`. */
  doing: string;
  /** The latest of what it says of itself, such as the line of a Dockerfile. */
  detail: string;
  /** All that it said, for when it fails. */
  said: string[];
  startedAt: number;
  end?: { word: string; failed: boolean; at: number };
}

/** Everything that is known of an update so far. */
export interface Steps {
  all: Step[];
  /** How many resources stay as they are. */
  unchanged: number;
  /** The full text of what went wrong. */
  errors: string[];
  warnings: string[];
  take(event: EngineEvent, now: number): void;
}

type Words = [doing: string, done: string];

const words: Record<string, Words> = {
  create: ['making', 'made'],
  update: ['updating', 'updated'],
  delete: ['removing', 'removed'],
  'create-replacement': ['making anew', 'made anew'],
  'delete-replaced': ['removing the old one', 'old one removed'],
};

/** Where a plain word would say less than there is to say. */
const ownWords: Record<string, Record<string, Words>> = {
  'docker:index/image:Image': {
    create: ['building', 'built'],
    update: ['building', 'built'],
    delete: ['forgetting', 'forgotten'],
  },
  'kubernetes:helm.sh/v3:Release': {
    create: ['installing', 'installed'],
    update: ['rolling', 'rolled out'],
    delete: ['uninstalling', 'uninstalled'],
  },
};

/** The stack, providers and components are bookkeeping: nothing in the cluster answers to them. */
const bookkeeping = /^pulumi:|^todo-chatbot:/;

/** Pulumi repeats these after the reason itself. */
const hollow = /^(error: )?(update|preview|refresh|destroy|resource .*) (failed|has been canceled)$/i;

/** Starts with nothing known. */
export function createSteps(): Steps {
  const running = new Map<string, Step>();
  const steps: Steps = { all: [], unchanged: 0, errors: [], warnings: [], take };
  return steps;

  function take(event: EngineEvent, now: number): void {
    const { diagnosticEvent, resourcePreEvent, resOutputsEvent, resOpFailedEvent, policyEvent } = event;
    if (resourcePreEvent) begin(resourcePreEvent.metadata, now);
    else if (resOutputsEvent) end(resOutputsEvent.metadata, false, now);
    else if (resOpFailedEvent) end(resOpFailedEvent.metadata, true, now);
    else if (diagnosticEvent) hear(diagnosticEvent);
    else if (policyEvent) steps.errors.push(...violations(policyEvent));
  }

  function begin({ op, type, urn }: StepEventMetadata, now: number): void {
    const known = ownWords[type]?.[op] ?? words[op];
    if (!known || bookkeeping.test(type)) return;
    const step = { title: titleOf(type, urn), doing: known[0], detail: '', said: [], startedAt: now };
    running.set(urn, step);
    steps.all.push(step);
  }

  function end({ op, type, urn }: StepEventMetadata, failed: boolean, now: number): void {
    if (op === 'same' && !bookkeeping.test(type)) steps.unchanged += 1;
    const step = running.get(urn);
    if (!step) return;
    running.delete(urn);
    const word = failed ? 'failed' : (ownWords[type]?.[op]?.[1] ?? words[op]?.[1] ?? 'done');
    step.end = { word, failed, at: now };
  }

  function hear({ urn, message, severity, ephemeral }: NonNullable<EngineEvent['diagnosticEvent']>): void {
    const text = withoutColors(message);
    const step = urn ? running.get(urn) : undefined;
    if (severity === 'error') {
      if (!hollow.test(text) && !steps.errors.includes(text)) steps.errors.push(text);
    } else if (severity === 'warning' && !ephemeral) {
      if (text) steps.warnings.push(text);
    } else if (step && (severity === 'info' || severity === 'warning')) {
      const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('digest: '));
      step.said.push(...lines.filter((line) => line !== step.said.at(-1)));
      step.detail = lines.at(-1) ?? step.detail;
    }
  }
}

function titleOf(type: string, urn: string): string {
  const name = urn.split('::').at(-1) ?? urn;
  return type === 'docker:index/image:Image' ? `image ${name}` : name.replaceAll('-', ' ');
}
