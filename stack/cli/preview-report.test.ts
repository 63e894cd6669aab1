import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import { expect, test } from 'vitest';
import { asText, readEvents } from './preview-report.ts';

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

test('keeps errors apart', () => {
  expect(readEvents([said('error: databaseUrl is missing', 'error')]).errors).toEqual([
    'error: databaseUrl is missing',
  ]);
});
