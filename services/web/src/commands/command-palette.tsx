'use client';

import { Command as Palette } from 'cmdk';
import { Keyboard, Search } from 'lucide-react';
import * as Dialog from 'radix-ui/dialog';
import { useRef, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { useAccountCommands } from '../account/account-commands.ts';
import '../ui/style-nonce.ts';
import { type Command, commandGroups, currentCommands, onCommands } from './command-store.ts';
import { Key } from './key.tsx';
import { showSheet } from './sheets.ts';

const none: readonly Command[] = [];

/** Everything that can be done, by name. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('commands');
  const commands = useSyncExternalStore(onCommands, currentCommands, () => none);
  // Runs once the palette has let go of the focus: what is opened then keeps it.
  const afterwards = useRef<(() => void) | undefined>(undefined);
  const help: Command = {
    id: 'help',
    group: 'look',
    words: t('help'),
    Icon: Keyboard,
    shortcut: '?',
    run: () => showSheet('help'),
  };
  const parts = useAccountCommands();
  // Who can sign out has an account.
  const hasAccount = commands.some(({ id }) => id === 'sign-out');
  const offered = [...(hasAccount ? parts : []), ...commands, help];
  const choose = (command: Command) => {
    afterwards.current = command.run;
    onClose();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[oklch(0.2_0.02_200/0.4)]" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            if (!afterwards.current) return;
            event.preventDefault();
            afterwards.current();
          }}
          className="rise fixed inset-x-3 top-[max(0.75rem,8dvh)] z-50 mx-auto max-w-xl overflow-hidden rounded-2xl border border-line bg-surface shadow-raised outline-none"
        >
          <Dialog.Title className="sr-only">{t('palette')}</Dialog.Title>
          <Palette label={t('palette')} loop>
            <div className="flex items-center gap-3 border-b border-line px-4 focus-within:shadow-[inset_0_-2px_0_var(--pine)]">
              <Search size={18} aria-hidden className="shrink-0 text-ink-soft" />
              <Palette.Input
                placeholder={t('placeholder')}
                className="min-h-14 min-w-0 flex-1 bg-transparent outline-none"
              />
            </div>
            <Palette.List label={t('palette')} className="max-h-[min(24rem,60dvh)] overflow-y-auto p-2">
              <Palette.Empty className="px-3 py-6 text-center text-sm text-ink-soft">
                {t('none')}
              </Palette.Empty>
              {commandGroups.map((group) => {
                const own = offered.filter((command) => command.group === group);
                return (
                  own.length > 0 && (
                    <Palette.Group key={group} heading={t(group)} className="palette-group">
                      {own.map((command) => (
                        <Item key={command.id} command={command} onChoose={choose} />
                      ))}
                    </Palette.Group>
                  )
                );
              })}
            </Palette.List>
          </Palette>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Item({ command, onChoose }: { command: Command; onChoose: (command: Command) => void }) {
  const { id, words, Icon, shortcut } = command;
  return (
    <Palette.Item
      // Found by its id, too, which is English in every language.
      value={`${words} ${id}`}
      onSelect={() => onChoose(command)}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-3 text-sm select-none data-[selected=true]:bg-pine-soft"
    >
      <Icon size={17} aria-hidden className="shrink-0 text-ink-soft rtl:[&.lucide-log-out]:-scale-x-100" />
      <span className="min-w-0 flex-1 break-words">{words}</span>
      {shortcut && <Key>{shortcut.toUpperCase()}</Key>}
    </Palette.Item>
  );
}
