import type { ConfigMap } from '@pulumi/pulumi/automation/index.js';
import { expect, test } from 'vitest';
import { FakeShell } from '../fake-shell.ts';
import { settingOf } from '../settings.ts';
import { endOldKey, turnKey } from './rotate.ts';

const old = { value: 'the old key of thirty-two bytes!!', secret: true };

/** What each roll gave to the pods: the key that they sign with, and the other one that they accept. */
function rolls() {
  const seen: [signs: string | undefined, accepts: string | undefined][] = [];
  const kept: ConfigMap = {};
  return {
    seen,
    kept,
    store: {
      setAllConfig: async (changes: ConfigMap) => void Object.assign(kept, changes),
      removeConfig: async (name: string) => void delete kept[`todo-chatbot:${name}`],
    },
    update: async (settings: ConfigMap) => {
      seen.push([settingOf(settings, 'jwtSecret'), settingOf(settings, 'jwtSecretPrevious')]);
    },
  };
}

test('in no roll does a pod sign with a key that another does not accept', async () => {
  const { seen, kept, store, update } = rolls();
  const shell = new FakeShell({});
  await turnKey(shell, store, { 'todo-chatbot:jwtSecret': old }, update);
  const made = seen[1]?.[0];
  expect(seen).toEqual([
    [old.value, made],
    [made, old.value],
  ]);
  expect(Buffer.from(made ?? '', 'base64url')).toHaveLength(32);
  expect(Object.values(kept).every(({ secret }) => secret)).toBe(true);
  expect(shell.said.join('\n')).not.toContain(made);
});

test('a first roll that fails leaves the settings as they were: the rotation begins anew', async () => {
  const { kept, store } = rolls();
  const fail = async () => {
    throw new Error('no room');
  };
  await expect(turnKey(new FakeShell({}), store, { 'todo-chatbot:jwtSecret': old }, fail)).rejects.toThrow(
    'no room',
  );
  expect(kept).toEqual({});
});

test('--finish ends the old key', async () => {
  const { seen, store, update } = rolls();
  const settings = {
    'todo-chatbot:jwtSecret': { ...old, value: 'new' },
    'todo-chatbot:jwtSecretPrevious': old,
  };
  await endOldKey(new FakeShell({}), store, settings, update);
  expect(seen).toEqual([['new', undefined]]);
});

test.each([
  [
    'a second rotation',
    turnKey,
    { 'todo-chatbot:jwtSecret': old, 'todo-chatbot:jwtSecretPrevious': old },
    'under way already',
  ],
  ['one of nothing', turnKey, {}, 'nothing to rotate yet'],
  ['an end of none', endOldKey, { 'todo-chatbot:jwtSecret': old }, 'No rotation is under way'],
])('%s is refused', async (_name, turn, settings, line) => {
  const { seen, store, update } = rolls();
  await expect(turn(new FakeShell({}), store, settings as ConfigMap, update)).rejects.toThrow(line);
  expect(seen).toEqual([]);
});
