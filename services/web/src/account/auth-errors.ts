import type { Problem } from '../api-client/problem.ts';
import type { AuthMode } from './auth-card.tsx';

export type FieldName = 'name' | 'email' | 'password';
type FieldError = 'nameMissing' | 'emailInvalid' | 'emailTaken' | 'passwordShort' | 'passwordMissing';

/** The key of a sentence for each field, and one for the form as a whole. */
export type FieldErrors = Partial<Record<FieldName, FieldError>> & {
  /** That the two do not belong together, or what else the api said. */
  form?: 'wrongPair' | Problem;
};

const SHORTEST_PASSWORD = 8;

/** Whether it may be the address of a mailbox. */
export function isEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim());
}

/** Whether somebody may choose it as a password. */
export function isLongEnough(password: string): boolean {
  return password.length >= SHORTEST_PASSWORD;
}

/** What can be seen without asking the api. */
export function checkFields(mode: AuthMode, values: Record<FieldName, string>): FieldErrors {
  const errors: FieldErrors = {};
  if (mode === 'sign-up' && !values.name.trim()) errors.name = 'nameMissing';
  if (!isEmail(values.email)) errors.email = 'emailInvalid';
  if (mode === 'sign-in' && !values.password) errors.password = 'passwordMissing';
  if (mode === 'sign-up' && !isLongEnough(values.password)) errors.password = 'passwordShort';
  return errors;
}

/** What the api said, at the place where it helps. */
export function explainProblem(mode: AuthMode, problem: Problem): FieldErrors {
  if (problem.isAway || problem.status === 429 || problem.kind === 'foreign-origin') return { form: problem };
  const said = `${problem.code ?? ''} ${problem.message}`.toLowerCase();
  if (mode === 'sign-in' && problem.status === 401) return { form: 'wrongPair' };
  if (/already.?exist|user_already|use another email/.test(said)) return { email: 'emailTaken' };
  if (/password.*(short|least)|password_too_short/.test(said)) return { password: 'passwordShort' };
  if (/invalid.?email/.test(said) || problem.fields.email) return { email: 'emailInvalid' };
  return { form: problem };
}
