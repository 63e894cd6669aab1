import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createTokenService } from './tokens.ts';

const bytes = (secret: string) => new TextEncoder().encode(secret);
const [present, previous] = ['a'.repeat(32), 'b'.repeat(32)];
const tokens = createTokenService([present]);

const signed = (claims: Record<string, unknown>, secret = present, alg = 'HS256') =>
  new SignJWT({ sub: 'ada', exp: Math.floor(Date.now() / 1000) + 60, ...claims })
    .setProtectedHeader({ alg })
    .sign(bytes(secret));

describe('a token', () => {
  it('carries its user for 15 minutes', async () => {
    const { userId, scopes, expiresAt } = await tokens.verify(await tokens.issue('ada'));
    expect({ userId, scopes }).toEqual({ userId: 'ada', scopes: [] });
    expect(expiresAt - Date.now() / 1000).toBeCloseTo(900, -1);
  });

  it('carries scopes', async () => {
    expect((await tokens.verify(await tokens.issue('ada', { scopes: ['read', 'x'] }))).scopes).toEqual([
      'read',
      'x',
    ]);
  });

  it('of the previous secret is accepted while a rotation rolls out, and no longer', async () => {
    const old = await createTokenService([previous]).issue('ada');
    expect((await createTokenService([present, previous]).verify(old)).userId).toBe('ada');
    await expect(tokens.verify(old)).rejects.toMatchObject({ status: 401 });
  });

  it('may come from another program that holds the secret', async () => {
    expect((await tokens.verify(await signed({}))).userId).toBe('ada');
  });
});

describe('refused with 401', () => {
  it.each([
    ['no token at all', () => 'x.y.z'],
    ['no signature', () => new UnsecuredJWT({ sub: 'ada' }).setExpirationTime('1h').encode()],
    ['another algorithm', () => signed({}, 'c'.repeat(64), 'HS512')],
    ['another secret', () => signed({}, 'c'.repeat(32))],
    ['an expired one', () => signed({ exp: 1 })],
    ['one that never expires', () => signed({ exp: undefined })],
    ['no user', () => signed({ sub: undefined })],
    ['an empty user', () => signed({ sub: '' })],
    ['one for others', () => signed({ aud: 'others' })],
    ['one from others', () => signed({ iss: 'others' })],
    ['not yet valid', () => signed({ nbf: Math.floor(Date.now() / 1000) + 600 })],
  ])('%s', async (_, make) => {
    await expect(tokens.verify(await make())).rejects.toMatchObject({
      status: 401,
      headers: { 'www-authenticate': expect.stringContaining('error="invalid_token"') },
    });
  });

  it('an altered one', async () => {
    const [header, , signature] = (await tokens.issue('ada')).split('.');
    const payload = Buffer.from(JSON.stringify({ sub: 'bob', exp: 9e9 })).toString('base64url');
    await expect(tokens.verify(`${header}.${payload}.${signature}`)).rejects.toMatchObject({ status: 401 });
  });
});
