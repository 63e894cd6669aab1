import { randomBytes } from 'node:crypto';
import type { ConfigMap, Stack } from '@pulumi/pulumi/automation/index.js';
import { refuseHeld } from '../recovery/lock.ts';
import { settingOf } from '../settings.ts';
import { type Shell, Stop } from '../shell.ts';
import { findTarget, toolsFor } from '../target.ts';
import { requireTools } from '../tools.ts';
import { explained, openStack } from '../workspace.ts';
import { deploy } from './up.ts';

const current = 'todo-chatbot:jwtSecret';
const previous = 'todo-chatbot:jwtSecretPrevious';

/** What `npm run rotate` can be told. */
interface RotateOptions {
  stack: string;
  /** End the old key, in place of making a new one. */
  finish: boolean;
  verbose: boolean;
}

/** Changes the key that sessions and tokens are signed with, and signs nobody out. */
export async function rotate(shell: Shell, options: RotateOptions): Promise<void> {
  await requireTools(shell, toolsFor(await findTarget(options.stack, undefined)));
  await refuseHeld(shell, options.stack);
  const stack = await openStack(shell, options.stack, { create: false });
  const settings = await explained(options.stack, () => stack.getAllConfig());
  const update = async (changed: ConfigMap) => {
    await deploy(shell, stack, changed, { ...options, dashboard: false });
  };
  const turn = options.finish ? endOldKey : turnKey;
  return turn(shell, stack, settings, update);
}

/** The part of a stack that a rotation writes to. */
type Store = Pick<Stack, 'setAllConfig' | 'removeConfig'>;
type Turn = (
  shell: Shell,
  store: Store,
  settings: ConfigMap,
  update: (settings: ConfigMap) => Promise<void>,
) => Promise<void>;

/**
 * A new key in two rolls: after the first every pod accepts it, so in the second no pod meets a signature that it does
 * not know. The old key is accepted until {@link endOldKey}.
 */
export const turnKey: Turn = async (shell, store, settings, update) => {
  const old = settingOf(settings, 'jwtSecret');
  if (old === undefined) throw new Stop('There is nothing to rotate yet: npm run up');
  if (settingOf(settings, 'jwtSecretPrevious') !== undefined) {
    throw new Stop('A rotation is under way already; end it first: npm run rotate -- --finish');
  }
  const key = { value: randomBytes(32).toString('base64url'), secret: true };
  const change = async (changes: ConfigMap) => {
    await store.setAllConfig(changes);
    await update({ ...settings, ...changes });
  };
  shell.say('1 of 2: every pod learns the new key, and goes on signing with the old one.');
  try {
    await change({ [previous]: key });
  } catch (error) {
    // Nothing is signed with it yet. Kept, it would pass for the old key, which --finish then says it has ended.
    await store.removeConfig('jwtSecretPrevious');
    throw error;
  }
  shell.say('2 of 2: every pod signs with the new key, and goes on accepting the old one.');
  await change({ [current]: key, [previous]: { value: old, secret: true } });
  shell.say(
    'Rotated; nobody is signed out. Sessions last a week, and get the new signature when they are renewed:',
  );
  shell.say(
    'in a week npm run rotate -- --finish ends the old key unseen. If the old key leaked, do it now.',
  );
};

/** The old key counts no more. */
export const endOldKey: Turn = async (shell, store, settings, update) => {
  const { [previous]: old, ...rest } = settings;
  if (old === undefined) throw new Stop('No rotation is under way: npm run rotate begins one');
  await store.removeConfig('jwtSecretPrevious');
  await update(rest);
  shell.say('The old key counts no more.');
};
