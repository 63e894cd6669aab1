import { afterEach, expect, it, vi } from 'vitest';
import { copyText } from './copy-text.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, 'execCommand');
});

const withoutClipboard = () => vi.stubGlobal('navigator', { userAgent: navigator.userAgent });
const answering = (isCopied: boolean) => {
  const copied: string[] = [];
  Object.defineProperty(document, 'execCommand', {
    configurable: true,
    value: () => {
      copied.push((document.activeElement as HTMLTextAreaElement).value);
      return isCopied;
    },
  });
  return copied;
};

it('uses the clipboard where there is one', async () => {
  const writeText = vi.fn().mockResolvedValue(undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  await copyText('milk');
  expect(writeText).toHaveBeenCalledWith('milk');
});

it('copies over plain http too, and gives the focus back', async () => {
  withoutClipboard();
  const copied = answering(true);
  const button = document.body.appendChild(document.createElement('button'));
  button.focus();
  await copyText('two\nlines');
  expect(copied).toEqual(['two\nlines']);
  expect(document.activeElement).toBe(button);
  expect(document.querySelector('textarea')).toBeNull();
});

it('fails where nothing copies', async () => {
  withoutClipboard();
  answering(false);
  await expect(copyText('milk')).rejects.toThrow('does not copy');
});
