import { useEffect, useState } from 'react';
import { copyText } from './copy-text.ts';
import { showToast } from './toast-store.ts';

const SHOWN_MILLISECONDS = 2000;

/** Copying, and whether that was done a moment ago; where nothing copies a toast says `failed`. */
export function useCopying(failed: string): { copied: boolean; copy: (text: string) => Promise<void> } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (text: string) => {
    try {
      await copyText(text);
      setCopied(true);
    } catch {
      showToast({ text: failed, tone: 'problem' });
    }
  };
  return { copied, copy };
}
