import { useEffect, useRef } from 'react';
import { type Command, registerCommands } from './command-store.ts';

/**
 * Offers commands while the component that can do them is on the page.
 *
 * @example useCommands([{ id: 'task.new', group: 'tasks', words: t('add'), Icon: Plus, shortcut: 'n', run: focusField }]);
 */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  // What a command does is looked up when it runs; only another name or key makes it another command.
  const names = JSON.stringify(commands.map(({ id, words, shortcut }) => [id, words, shortcut]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names stand for the commands
  useEffect(
    () =>
      registerCommands(
        latest.current.map((command) => ({
          ...command,
          run: () => latest.current.find(({ id }) => id === command.id)?.run(),
        })),
      ),
    [names],
  );
}
