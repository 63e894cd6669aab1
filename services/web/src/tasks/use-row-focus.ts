import { type FocusEvent, useLayoutEffect, useRef } from 'react';

/**
 * A row that goes away with the focus in it leaves it to itself where it was made anew, else to the row that takes its
 * place, not to nowhere. What is returned belongs to the list.
 */
export function useRowFocus() {
  const held = useRef<{ list: Element; row: Element; target: Element; at: number }>(undefined);
  useLayoutEffect(() => {
    if (!held.current) return;
    const { list, row, target, at } = held.current;
    const rows = [...list.children];
    if (row.isConnected) {
      held.current.at = rows.indexOf(row);
      return;
    }
    held.current = undefined;
    if (document.activeElement !== document.body) return;
    const again = placeOf(target, row);
    const same = again && list.querySelector<HTMLElement>(again);
    // The list does not jump to where that has gone.
    if (same) same.focus({ preventScroll: true });
    else (rows[at] ?? rows[at - 1])?.querySelector('button')?.focus();
  });
  return {
    onFocus({ currentTarget: list, target }: FocusEvent<HTMLElement>) {
      const row = target.closest('li');
      held.current = row ? { list, row, target, at: [...list.children].indexOf(row) } : undefined;
    },
    onBlur() {
      held.current = undefined;
    },
  };
}

/** How to find the check box of the same task again, or its title for what else its row has. */
function placeOf(target: Element, row: Element): string | undefined {
  const id = row.querySelector<HTMLElement>('[data-task]')?.dataset.task;
  if (!id) return undefined;
  const title = `[data-task="${id}"]`;
  return target.matches('input[type=checkbox]') ? `li:has(${title}) input` : title;
}
