/** The sign of the app with a name beside it. */
export function Sign({ name }: { name: string }) {
  return (
    <span className="flex items-center gap-2.5 font-display text-lg font-semibold tracking-tight">
      {/* biome-ignore lint/performance/noImgElement: an icon of 400 bytes needs no optimiser */}
      <img src="/icon.svg" alt="" width={26} height={26} />
      {name}
    </span>
  );
}
