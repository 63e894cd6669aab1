/** A text in which the words that were searched for stand out. */
export function MarkedWords({ text, words }: { text: string; words: string }) {
  const parts = words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (parts.length === 0) return text;
  let at = 0;
  return text.split(new RegExp(`(${parts.join('|')})`, 'giu')).map((part, index) => {
    const key = at;
    at += part.length;
    // Between the words stand the ones that were found.
    if (index % 2 === 0) return part;
    return (
      <mark key={key} className="rounded-sm bg-pine-soft text-pine-deep">
        {part}
      </mark>
    );
  });
}
