import type { Problem } from '../api-client/problem.ts';
import type { AuthMode } from './auth-card.tsx';

export type FieldName = 'name' | 'email' | 'password';
type FieldError = 'nameMissing' | 'emailInvalid' | 'emailTaken' | 'passwordShort' | 'passwordMissing';

/** The key of a sentence for each field, and one for the form as a whole. */
export type FieldErrors = Partial<Record<FieldName, FieldError>> & {
  form?: 'wrongPair' | 'tooMany' | 'away' | 'failed';
  reason?: string;
};

const SHORTEST_PASSWORD = 8;

/** What can be seen without asking the api. */
export function checkFields(mode: AuthMode, values: Record<FieldName, string>): FieldErrors {
  const errors: FieldErrors = {};
  if (mode === 'sign-up' && !values.name.trim()) errors.name = 'nameMissing';
  if (!/^\S+@\S+\.\S+$/.test(values.email.trim())) errors.email = 'emailInvalid';
  if (mode === 'sign-in' && !values.password) errors.password = 'passwordMissing';
  if (mode === 'sign-up' && values.password.length < SHORTEST_PASSWORD) errors.password = 'passwordShort';
  return errors;
}

/** What the api said, at the place where it helps. */
export function explainProblem(mode: AuthMode, problem: Problem): FieldErrors {
  if (problem.isAway) return { form: 'away' };
  if (problem.status === 429) return { form: 'tooMany' };
  const said = `${problem.code ?? ''} ${problem.message}`.toLowerCase();
  if (mode === 'sign-in' && (problem.status === 401 || problem.status === 403)) return { form: 'wrongPair' };
  if (/already.?exist|user_already|use another email/.test(said)) return { email: 'emailTaken' };
  if (/password.*(short|least)|password_too_short/.test(said)) return { password: 'passwordShort' };
  if (/invalid.?email/.test(said) || problem.fields.email) return { email: 'emailInvalid' };
  return { form: 'failed', reason: problem.message };
}
