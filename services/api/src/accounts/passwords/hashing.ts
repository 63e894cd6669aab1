/** @module Passwords as better-auth hashes them (scrypt, on other threads). */
import { hashPassword, verifyPassword } from 'better-auth/crypto';

/** One hash is as much work as one comparison: whoever has no password is compared with nothing, for as long. */
export const hashing = {
  hash: (password: string): Promise<string> => hashPassword(password),
  verify: (given: { hash: string; password: string }): Promise<boolean> => verifyPassword(given),
};
