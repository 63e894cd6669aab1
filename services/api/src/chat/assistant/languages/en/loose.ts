/** Patterns that do not mind how people type. @module */

const optional = /'(?!s)|(?<=\b(?:it|what|that|let|who|how|there|here|when|where))'(?=s)/g;

/** The same pattern, also for those who leave the apostrophes out: "dont", "im", "whats". */
export function loose(pattern: RegExp): RegExp {
  return new RegExp(pattern.source.replaceAll(optional, "'?"), pattern.flags);
}
