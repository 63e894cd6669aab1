import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import { expect, test } from 'vitest';
import { createSteps } from './steps.ts';

const image = 'docker:index/image:Image';
const urn = (type: string, name: string) => `urn:pulumi:local::todo-chatbot::${type}::${name}`;
const event = (
  kind: 'resourcePreEvent' | 'resOutputsEvent' | 'resOpFailedEvent',
  op: string,
  type: string,
  name: string,
) => ({ [kind]: { metadata: { op, type, urn: urn(type, name) } } }) as unknown as EngineEvent;
const said = (message: string, severity = 'info', about?: string, ephemeral = true) =>
  ({ diagnosticEvent: { message, severity, ephemeral, urn: about } }) as unknown as EngineEvent;

test('a build is one step, however much it says', () => {
  const steps = createSteps();
  steps.take(event('resourcePreEvent', 'create', image, 'api'), 1000);
  steps.take(said('digest: sha256:1\n[builder 2/8] RUN npm ci\n', 'info', urn(image, 'api')), 2000);
  expect(steps.all).toMatchObject([
    { title: 'image api', doing: 'building', detail: '[builder 2/8] RUN npm ci', startedAt: 1000 },
  ]);
  steps.take(event('resOutputsEvent', 'create', image, 'api'), 4000);
  expect(steps.all).toHaveLength(1);
  expect(steps.all[0]?.end).toEqual({ word: 'built', failed: false, at: 4000 });
});

test('bookkeeping, looking and what stays is no step', () => {
  const steps = createSteps();
  steps.take(event('resourcePreEvent', 'create', 'pulumi:pulumi:Stack', 'todo-chatbot-local'), 0);
  steps.take(event('resourcePreEvent', 'create', 'todo-chatbot:index:LocalDatabase', 'database'), 0);
  steps.take(event('resourcePreEvent', 'refresh', 'kubernetes:core/v1:Secret', 'secret'), 0);
  steps.take(event('resourcePreEvent', 'same', 'kubernetes:core/v1:Secret', 'secret'), 0);
  steps.take(event('resOutputsEvent', 'same', 'kubernetes:core/v1:Secret', 'secret'), 0);
  steps.take(event('resOutputsEvent', 'same', 'pulumi:pulumi:Stack', 'todo-chatbot-local'), 0);
  expect(steps.all).toEqual([]);
  expect(steps.unchanged).toBe(1);
});

test('an unknown resource has its own name, and a failed one says so', () => {
  const steps = createSteps();
  steps.take(event('resourcePreEvent', 'delete', 'kubernetes:core/v1:Service', 'database-service'), 0);
  steps.take(event('resOpFailedEvent', 'delete', 'kubernetes:core/v1:Service', 'database-service'), 5);
  expect(steps.all).toMatchObject([
    { title: 'database service', doing: 'removing', end: { word: 'failed', failed: true } },
  ]);
});

test('errors are kept in full and once, without what only repeats them', () => {
  const steps = createSteps();
  const reason = 'error: context deadline exceeded\n  more of it';
  steps.take(said(`<{%reset%}>${reason}<{%reset%}>\n`, 'error', undefined, false), 0);
  steps.take(said(reason, 'error', undefined, false), 0);
  steps.take(said('update failed', 'error', undefined, false), 0);
  steps.take(said('a warning to keep', 'warning', undefined, false), 0);
  expect(steps.errors).toEqual([reason]);
  expect(steps.warnings).toEqual(['a warning to keep']);
});
