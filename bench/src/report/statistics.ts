/** The value below which `share` (0 to 1) of the numbers lie, by the nearest-rank method. */
export function percentile(numbers: number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** The middle value. */
export function median(numbers: number[]): number {
  return percentile(numbers, 0.5);
}
