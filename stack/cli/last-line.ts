/** The last line that a program wrote: the one that says what went wrong, after all that led to it. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
