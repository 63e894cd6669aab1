import type { KeyboardEvent } from 'react';

/** Makes the arrow keys go from one to the next of the buttons in a list that match the selector. */
export function moveByArrows(selector: string): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
    const at = buttons.indexOf(event.target as HTMLElement);
    if (step === 0 || at === -1) return;
    event.preventDefault();
    buttons[at + step]?.focus();
  };
}
