import { readStored, writeStored } from '../browser/stored-text.ts';

/** Whether someone is typing here, where a letter is a letter. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}

/** The key as its Latin letter, also on a keyboard that writes others with it; `؟` is a question mark. */
export function keyOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (key === '؟') return '?';
  if (/^[\x20-\x7e]$/.test(key)) return key.toLowerCase();
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
}

/** Ctrl-K, or ⌘K on a Mac, as its keys are labelled. */
export function paletteKeys(platform: string = navigator.platform): string[] {
  return /mac|iphone|ipad/i.test(platform) ? ['⌘', 'K'] : ['Ctrl', 'K'];
}

const SINGLE_KEYS = 'single-keys';

/** Whether single keys do something: they may be in the way of who speaks to the computer instead of typing. */
export function singleKeysAllowed(): boolean {
  return readStored(SINGLE_KEYS) !== 'off';
}

/** Remembers that on this device. */
export function allowSingleKeys(allowed: boolean): void {
  writeStored(SINGLE_KEYS, allowed ? '' : 'off');
}
