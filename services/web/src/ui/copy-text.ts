/**
 * Puts a text on the clipboard. Over plain http, as under the address of a cluster on this machine, browsers keep
 * `navigator.clipboard` to themselves; there the older way still does it.
 *
 * @throws when the browser allows neither.
 */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  // In the open dialog, if there is one: outside of it nothing can be selected.
  const place = document.activeElement?.closest('[role=dialog]') ?? document.body;
  const focused = document.activeElement;
  field.className = 'fixed opacity-0';
  place.append(field);
  field.focus();
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  if (!isCopied) throw new Error('the browser does not copy');
}
