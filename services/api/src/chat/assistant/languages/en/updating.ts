/** What the rules about a task's details have in common. Without a task named, the one spoken of last is meant. @module */
import type { Rule } from '../../language.ts';
import type { Changes } from '../../requests.ts';

/** The same change, whatever else is said. */
export const set =
  (changes: Changes): Rule['read'] =>
  ({ ref = 'it' }, reader) => {
    const reference = reader.reference(ref);
    return reference && { kind: 'update', reference, changes };
  };

/** A new note out of `value`. */
export const noting: Rule['read'] = ({ ref = 'it', value }, reader) => {
  // "Note for tomorrow: call the bank" is something to do.
  if (reader.due(ref)) return undefined;
  const reference = reader.reference(ref);
  return reference && { kind: 'update', reference, changes: { description: reader.text(value) } };
};

/** Tags out of `tags`, to add or to remove. */
export const tagging =
  (how: 'addTags' | 'removeTags'): Rule['read'] =>
  ({ ref = 'it', tags }, reader) => {
    const reference = reader.reference(ref);
    const named = reader.tags(tags);
    return reference && named.length > 0
      ? { kind: 'update', reference, changes: { [how]: named } }
      : undefined;
  };

/** A priority out of `value`. */
export const prioritising: Rule['read'] = ({ ref = 'it', value }, reader) => {
  const reference = reader.reference(ref);
  const priority = reader.priority(value);
  return reference && priority && { kind: 'update', reference, changes: { priority } };
};

/** A due date out of `when`. */
export const rescheduling: Rule['read'] = ({ ref = 'it', when }, reader) => {
  const reference = reader.reference(ref);
  const wanted = when
    ?.replace(/,? (?:not|instead of|rather than) .+$/i, '')
    .replace(/(?<=\d.*),? (?:on )?(?:the )?same (?:day|date)$/i, '')
    .trim();
  const due =
    reader.due(wanted) ?? (/^\d{1,2}(?::\d\d)?$/.test(wanted ?? '') ? reader.due(`at ${wanted}`) : undefined);
  return reference && due && { kind: 'update', reference, changes: due };
};

/** "the", "its" before what is changed, when the task itself is not named. */
export const its = `(?: the| its| that| this)?`;

/** The words for a priority. */
export const level = `(?:high|low|medium|med|top|normal|highest|lowest|urgent)[- ]?(?:priority|prio)|(?:high|low|medium|med|normal)|(?:very |super |really |more |less )?(?:urgent|important|critical)|p[123]|(?:the |a )?(?:top )?priority|not (?:very |that |so )?(?:urgent|important)`;
