import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import { expect, test } from 'vitest';
import { asJson, asText, readEvents } from './preview-report.ts';

const said = (
  message: string,
  severity: 'info' | 'error' | 'debug' = 'info',
  ephemeral = false,
): EngineEvent =>
  ({ diagnosticEvent: { message, severity, color: 'never', ephemeral } }) as unknown as EngineEvent;
const step = (
  op: string,
  name: string,
  fields: string[] = [],
  type = 'kubernetes:helm.sh/v3:Release',
): EngineEvent => {
  const detailedDiff = Object.fromEntries(
    fields.map((field) => [field, { diffKind: 'update', inputDiff: true }]),
  );
  const metadata = { op, type, urn: `urn:pulumi:local::todo-chatbot::${type}::${name}`, detailedDiff };
  return { resourcePreEvent: { metadata } } as unknown as EngineEvent;
};

test('puts the explanation before the resources that change', () => {
  const report = readEvents([
    step('refresh', 'release'),
    step('same', 'secret'),
    step('same', 'todo-chatbot-local', [], 'pulumi:pulumi:Stack'),
    step('update', 'release', ['values.api.image.tag', 'description']),
    said('<{%fg 1%}>api: rolls 2 pods, one after the other: file services/api/src/main.ts.<{%reset%}>\n'),
    said('read kubernetes', 'info', true),
    said('RegisterResource RPC finished', 'debug'),
    step('create', 'default', [], 'pulumi:providers:pulumi'),
    said('web: nothing rolls.\n'),
  ]);
  expect(report).toMatchObject({ errors: [], unchanged: 1 });
  expect(asText(report).join('\n')).toBe(`
What \`npm run up\` would do:

  api: rolls 2 pods, one after the other: file services/api/src/main.ts.
  web: nothing rolls.

Resources that change:

  ~ release  kubernetes:helm.sh/v3:Release  description, values.api.image.tag

1 stay as they are. Field by field: npm run preview -- --diff`);
});

test('says so when nothing changes', () => {
  const text = asText(readEvents([step('same', 'release'), said('api: nothing rolls.')])).join('\n');
  expect(text).toContain('api: nothing rolls.');
  expect(text).toContain('No resource changes.');
});

test('says that what a database inside the cluster holds is not lost with it', () => {
  const { sentences } = readEvents([step('delete', 'database-server', [], 'kubernetes:apps/v1:StatefulSet')]);
  expect(sentences).toEqual([expect.stringContaining('stays until npm run down')]);
});

test('keeps errors apart', () => {
  expect(readEvents([said('preview failed', 'error')]).errors).toEqual([]);
  expect(readEvents([said('error: databaseUrl is missing', 'error')]).errors).toEqual([
    'error: databaseUrl is missing',
  ]);
});

test('tells which rule is broken, and by what', () => {
  const event = {
    policyEvent: {
      policyName: 'limits',
      resourceUrn: 'urn:pulumi:local::todo-chatbot::kubernetes:helm.sh/v3:Release::release',
      message: 'Every container has limits.\nvalues.api has no limit for memory (resources.limits.memory).',
      enforcementLevel: 'mandatory',
    },
  } as unknown as EngineEvent;
  expect(readEvents([event]).errors).toEqual([
    'Against the rule limits (stack/policy): release: values.api has no limit for memory (resources.limits.memory).',
  ]);
});

test('is also there for CI', () => {
  const report = readEvents([step('update', 'release', ['description']), said('api: nothing rolls.')]);
  expect(asJson({ found: [], services: [] }, report)).toEqual({
    found: [],
    services: [],
    sentences: ['api: nothing rolls.'],
    changes: [
      {
        operation: 'update',
        name: 'release',
        type: 'kubernetes:helm.sh/v3:Release',
        fields: ['description'],
      },
    ],
    unchanged: 0,
  });
});
