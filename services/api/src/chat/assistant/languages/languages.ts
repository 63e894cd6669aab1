/** Every language that the assistant speaks; the first answers what is in none of them. @module */
import type { Language } from '../language.ts';
import { english } from './en/english.ts';
import { urdu } from './ur/urdu.ts';

export type Languages = readonly [Language, ...Language[]];

export const languages: Languages = [english, urdu];
