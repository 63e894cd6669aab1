import { expect, it, vi } from 'vitest';
import { rememberTokens } from './remembered-tokens.ts';
import { createTokenService } from './tokens.ts';

const tokens = createTokenService(['a'.repeat(32)]);

it('checks the signature of a token once, and tells the same of it', async () => {
  const verify = vi.fn(tokens.verify);
  const remembering = rememberTokens({ ...tokens, verify });
  const token = await tokens.issue('ada', { scopes: ['read'] });
  const first = await remembering.verify(token);
  expect(await remembering.verify(token)).toEqual(first);
  expect(verify).toHaveBeenCalledTimes(1);
});

it('refuses a remembered token from its end on', async () => {
  let now = Date.now();
  const remembering = rememberTokens(tokens, () => now);
  const token = await tokens.issue('ada', { seconds: 1 });
  const { expiresAt } = await remembering.verify(token);
  now = expiresAt * 1000;
  vi.useFakeTimers({ now });
  await expect(remembering.verify(token)).rejects.toMatchObject({ status: 401 });
  vi.useRealTimers();
});

it('remembers no refusal, and nobody under the token of another', async () => {
  const remembering = rememberTokens(tokens);
  const token = await tokens.issue('ada');
  await remembering.verify(token);
  await expect(remembering.verify(`${token}x`)).rejects.toMatchObject({ status: 401 });
  expect((await remembering.verify(await tokens.issue('grace'))).userId).toBe('grace');
});
