/** @module Which device a person signed in with, in words that they recognise. */
import Bowser from 'bowser';

export interface Device {
  /** Such as Firefox; null for a program that does not say. */
  browser: string | null;
  /** Such as Windows. */
  system: string | null;
  kind: 'desktop' | 'mobile' | 'tablet' | 'other';
}

const KINDS = ['desktop', 'mobile', 'tablet'] as const;

/** What a User-Agent header tells. */
export function deviceOf(userAgent: string): Device {
  if (userAgent === '') return { browser: null, system: null, kind: 'other' };
  const { browser, os, platform } = Bowser.parse(userAgent);
  return {
    browser: browser.name || null,
    system: os.name || null,
    kind: KINDS.find((kind) => kind === platform.type) ?? 'other',
  };
}
