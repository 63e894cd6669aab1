/** What a secret looks like. The logs of the product hold none; those of whatever else runs there may. */
const secrets: [RegExp, string][] = [
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@:]*:[^\s/@]*@/gi, '$1…@'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, '$1 …'],
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+/g, '…'],
  [/\b(sk-|todo_|ghp_|xox[a-z]-)[\w-]{8,}/g, '$1…'],
  [/\b([\w-]*(?:password|passwd|secret|api[_-]?key|token)=["']?)[^\s"',;}]{4,}/gi, '$1…'],
  [/("[\w-]*(?:password|passwd|secret|api[_-]?key|token)"\s*:\s*")[^"]+/gi, '$1…'],
];

/** A text without what looks like a secret in it. */
export function redacted(text: string): string {
  return secrets.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
}

/** The same for everything in a value. */
export function redactedDeep<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_name, one: unknown) =>
    typeof one === 'string' ? redacted(one) : one,
  ) as T;
}
