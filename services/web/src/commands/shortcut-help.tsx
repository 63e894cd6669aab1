'use client';

import { X } from 'lucide-react';
import * as Dialog from 'radix-ui/dialog';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import '../ui/style-nonce.ts';
import { IconButton } from '../ui/button.tsx';
import { type Command, currentCommands, onCommands } from './command-store.ts';
import { Key } from './key.tsx';
import { allowSingleKeys, paletteKeys, singleKeysAllowed } from './keys.ts';

const none: readonly Command[] = [];

/** The keys that do something, and the switch for those of a single letter. */
export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslations('commands');
  const shell = useTranslations('shell');
  const commands = useSyncExternalStore(onCommands, currentCommands, () => none);
  const [allowed, setAllowed] = useState(singleKeysAllowed);
  const allow = (single: boolean) => {
    allowSingleKeys(single);
    setAllowed(single);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[oklch(0.2_0.02_200/0.4)]" />
        <Dialog.Content
          aria-describedby={undefined}
          className="rise fixed inset-x-3 top-[max(0.75rem,8dvh)] z-50 mx-auto grid max-h-[84dvh] max-w-md gap-3 overflow-y-auto rounded-2xl border border-line bg-surface p-5 shadow-raised outline-none"
        >
          <div className="flex items-center justify-between">
            <Dialog.Title className="font-display text-lg font-semibold">{t('help')}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton aria-label={shell('close')}>
                <X size={18} aria-hidden />
              </IconButton>
            </Dialog.Close>
          </div>
          <dl className="grid gap-1.5 text-sm">
            <Row words={t('palette')} keys={paletteKeys()} />
            <Row words={t('send')} keys={['Enter']} />
            <Row words={t('newLine')} keys={['Shift', 'Enter']} />
            <Row words={t('leave')} keys={['Esc']} />
            <Row words={t('move')} keys={['↑', '↓']} />
            {allowed && (
              <>
                <Row words={t('help')} keys={['?']} />
                {commands.map(
                  ({ id, words, shortcut }) =>
                    shortcut && <Row key={id} words={words} keys={[shortcut.toUpperCase()]} />,
                )}
              </>
            )}
          </dl>
          <label className="flex min-h-11 items-center gap-3 border-t border-line pt-2 text-sm">
            <input
              type="checkbox"
              checked={allowed}
              onChange={(event) => allow(event.target.checked)}
              className="size-5 accent-pine"
            />
            {t('singleKeys')}
          </label>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Row({ words, keys }: { words: ReactNode; keys: readonly string[] }) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-4">
      <dt>{words}</dt>
      <dd dir="ltr" className="flex shrink-0 gap-1">
        {keys.map((key) => (
          <Key key={key}>{key}</Key>
        ))}
      </dd>
    </div>
  );
}
