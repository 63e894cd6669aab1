/**
 * The rules of `stack/policy`, which every preview and update of the commands is held to.
 *
 * @module
 */
import { join } from 'node:path';
import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import { withoutColors } from './pulumi-text.ts';

/** Where the rules are. */
export const policyPack = join(import.meta.dirname, '..', 'policy');

/** What breaks a rule, in one line; nothing for a rule that only advises. */
export function violations(event: NonNullable<EngineEvent['policyEvent']>): string[] {
  const { enforcementLevel, message, policyName, resourceUrn } = event;
  if (enforcementLevel !== 'mandatory') return [];
  const resource = resourceUrn?.split('::').at(-1) ?? 'the stack';
  // Pulumi puts the rule's description before what is wrong.
  const text = withoutColors(message).split('\n').at(-1) ?? '';
  return [`Against the rule ${policyName} (stack/policy): ${resource}: ${text.trim()}`];
}
