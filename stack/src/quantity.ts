const units: Record<string, number> = {
  ...{ n: 1e-9, u: 1e-6, m: 1e-3, '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12 },
  ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 },
};

/** An amount as Kubernetes writes it, such as `250m` or `128Mi`, in processors or bytes; undefined when it is none. */
export function quantityOf(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(text);
  const unit = units[match?.[2] ?? '?'];
  return match && unit !== undefined ? Number(match[1]) * unit : undefined;
}
