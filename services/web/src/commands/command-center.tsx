'use client';

import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { loadPart } from '../browser/load-part.ts';
import { currentCommands } from './command-store.ts';
import { isTyping, keyOf, singleKeysAllowed } from './keys.ts';
import { onSheet, type Sheet } from './sheets.ts';

const sheets = {
  palette: lazy(() => loadPart(() => import('./command-palette.tsx'))),
  help: lazy(() => loadPart(() => import('./shortcut-help.tsx'))),
};

/** Listens to the keys of the whole page, and shows the palette of commands and the list of keys. */
export function CommandCenter() {
  const [sheet, setSheet] = useState<Sheet>();
  useEffect(() => onSheet(setSheet), []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const act = actionOf(event, setSheet);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const close = useCallback(() => setSheet(undefined), []);
  if (!sheet) return null;
  const Shown = sheets[sheet];
  return (
    <Suspense>
      <Shown onClose={close} />
    </Suspense>
  );
}

function actionOf(event: KeyboardEvent, show: (sheet: Sheet) => void): (() => void) | undefined {
  const key = keyOf(event);
  const isInFront = document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && key === 'k') {
    return isInFront ? undefined : () => show('palette');
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (isInFront || isTyping(event.target) || !singleKeysAllowed()) return undefined;
  if (key === '?') return () => show('help');
  return currentCommands().find(({ shortcut }) => shortcut === key)?.run;
}
