/** @module Short-lived bearer tokens: HS256 over JWT_SECRET, so that any replica can check them. */
import { createSecretKey } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { unauthorized } from '../http/problem.ts';
import { sessionCredential } from './sessions/revocations.ts';

const ISSUER = 'todo-chatbot';
const AUDIENCE = 'todo-chatbot';
export const TOKEN_SECONDS = 15 * 60;

export interface VerifiedToken {
  userId: string;
  /** Empty means everything the user may do. */
  scopes: string[];
  /** Seconds since 1970. */
  expiresAt: number;
  /** What it was made of or is, and ends with when that is revoked; none for what belongs to no session. */
  credential?: string;
}

export interface TokenService {
  issue(
    userId: string,
    options?: { seconds?: number; scopes?: string[]; sessionId?: string },
  ): Promise<string>;
  /** Throws a 401 Problem for a token that is not ours, altered or expired. */
  verify(token: string): Promise<VerifiedToken>;
}

/** The token of an Authorization header, if it names one. */
export function bearerOf(authorization: string): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1];
}

/** Signs with the first secret; accepts the others too while a rotation rolls out. */
export function createTokenService(secrets: readonly [string, ...string[]]): TokenService {
  const keys = secrets.map((secret) => createSecretKey(Buffer.from(secret)));
  const signingKey = createSecretKey(Buffer.from(secrets[0]));

  return {
    issue(userId, { seconds = TOKEN_SECONDS, scopes = [], sessionId } = {}) {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({
        ...(scopes.length > 0 ? { scope: scopes.join(' ') } : {}),
        ...(sessionId === undefined ? {} : { sid: sessionId }),
      })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setSubject(userId)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(now)
        .setExpirationTime(now + seconds)
        .setJti(crypto.randomUUID())
        .sign(signingKey);
    },

    async verify(token) {
      for (const key of keys) {
        try {
          const { payload } = await jwtVerify(token, key, {
            algorithms: ['HS256'],
            requiredClaims: ['sub', 'exp'],
          });
          const { sub, exp, iss, aud, scope, sid } = payload;
          // Other programs that hold the secret may leave both out; a token meant for others is refused.
          if ((iss ?? ISSUER) !== ISSUER || (aud ?? AUDIENCE) !== AUDIENCE) break;
          if (!sub || exp === undefined) break;
          const scopes = typeof scope === 'string' ? scope.split(' ') : [];
          const ofSession = typeof sid === 'string' ? { credential: sessionCredential(sid) } : {};
          return { userId: sub, scopes, expiresAt: exp, ...ofSession };
        } catch (error) {
          if (error instanceof errors.JWSSignatureVerificationFailed) continue;
          if (error instanceof errors.JWTExpired) {
            throw unauthorized('The token has expired; ask for a new one.', 'invalid_token');
          }
          break;
        }
      }
      throw unauthorized('The token is not valid.', 'invalid_token');
    },
  };
}
