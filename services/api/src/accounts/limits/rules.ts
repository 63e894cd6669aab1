/** @module The limits. Behind one proxy many people share an address: accounts are limited strictly, addresses loosely. */
import type { Rule } from './limits.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Wrong passwords for one account from one address; a right one forgives them. */
export const SIGN_IN: Rule = { name: 'sign-in', points: 10, seconds: 5 * MINUTE };
/** Wrong passwords for one account from everywhere: those who guess from many addresses. */
export const SIGN_IN_ACCOUNT: Rule = { name: 'sign-in-account', points: 100, seconds: HOUR };
/** Those who guess at many accounts. */
export const SIGN_IN_ADDRESS: Rule = { name: 'sign-in-address', points: 600, seconds: 5 * MINUTE };
export const SIGN_UP: Rule = { name: 'sign-up', points: 1000, seconds: 10 * MINUTE };
/** Mails to one address, known or not. */
export const RESET_MAIL: Rule = { name: 'reset-mail', points: 3, seconds: 15 * MINUTE };
export const RESET_ADDRESS: Rule = { name: 'reset-address', points: 300, seconds: HOUR };
/** Wrong passwords of somebody who is signed in: a borrowed session must not find the password out. */
export const OWN_PASSWORD: Rule = { name: 'own-password', points: 10, seconds: 15 * MINUTE };
export const TOKENS: Rule = { name: 'tokens', points: 120, seconds: 10 * MINUTE };

/** Messages of one person to the chat; each may cost money. */
export const chatTurns = (points: number): Rule => ({ name: 'chat', points, seconds: MINUTE });
/** Everything of one person, counted by each process for itself: no request waits for it. */
export const requests = (points: number): Rule => ({ name: 'requests', points, seconds: MINUTE });
