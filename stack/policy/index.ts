/**
 * Rules that a preview fails on: `npx pulumi preview --policy-pack stack/policy`.
 *
 * @module
 */
import { type EnforcementLevel, PolicyPack, type ResourceValidationPolicy } from '@pulumi/policy';
import { clearSecrets } from './rules/clear-secrets.ts';
import { imageTags } from './rules/image-tags.ts';
import { limits } from './rules/limits.ts';
import { pullPolicies } from './rules/pull-policies.ts';
import { replicas } from './rules/replicas.ts';
import type { Rule } from './rules/rule.ts';

const enforcementLevel: EnforcementLevel = 'mandatory';

function policy({ name, description, check }: Rule): ResourceValidationPolicy {
  return {
    name,
    description,
    enforcementLevel,
    validateResource: ({ type, props, urn }, reportViolation) => {
      for (const violation of check({ type, props, stack: urn.split(':')[2] ?? '' }))
        reportViolation(violation);
    },
  };
}

new PolicyPack('todo-chatbot', {
  policies: [clearSecrets, imageTags, pullPolicies, replicas, limits].map(policy),
});
