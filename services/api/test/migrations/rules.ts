/** @module What a migration may not do while processes of the version before it still serve. */

const RULES: [pattern: RegExp, why: string][] = [
  [/\bdrop\s+(table|view|function|type|schema|role)\b/i, 'drops what the version before may use'],
  [
    /\bdrop\s+(column|constraint|default)\b|\balter\s+table\s+\S+\s+drop\b/i,
    'drops what the version before may use',
  ],
  [/\bdrop\s+index\b/i, 'drops an index that the version before may need'],
  [/\brename\b/i, 'renames what the version before knows by its old name'],
  [/\balter\s+column\s+\S+\s+(set\s+data\s+)?type\b/i, 'changes the type of what the version before writes'],
  [/\balter\s+column\s+\S+\s+set\s+not\s+null\b/i, 'asks for values that the version before leaves out'],
  [/\brevoke\b|\bdisable\s+(trigger|row)/i, 'takes away what the version before may do'],
  [/\btruncate\b|^\s*delete\s+from\b/im, 'removes what the version before may read'],
];

/** A statement that begins with this comment comes after a release that no longer needs what it takes away. */
const SECOND_STEP = /^\s*--\s*second step:\s*\S+/im;

/** What each statement of a migration would break, in words; empty when processes of the version before can go on. */
export function breaking(text: string): string[] {
  const made = new Set([...text.matchAll(/\bcreate\s+table\s+"?(\w+)"?/gi)].map(([, name]) => name));
  return text.split('--> statement-breakpoint').flatMap((statement) => {
    if (SECOND_STEP.test(statement)) return [];
    const words = withoutText(statement);
    const found = RULES.filter(([pattern]) => pattern.test(words)).map(([, why]) => why);
    const [, table, change = ''] = /\balter\s+table\s+"?(\w+)"?\s+([\s\S]*)/i.exec(words) ?? [];
    if (table && !made.has(table)) {
      const [, addition] = /\badd\s+column\s+(?:if\s+not\s+exists\s+)?([\s\S]*)/i.exec(change) ?? [];
      if (addition && /\bnot\s+null\b/i.test(addition) && !/\bdefault\b/i.test(addition))
        found.push('asks for a value that the version before does not know');
      if (/\badd\s+constraint\s+\S+\s+(unique|primary)/i.test(change))
        found.push('asks for values to differ, which the version before does not see to');
    }
    const [, indexed] = /\bcreate\s+unique\s+index\s+\S+\s+on\s+"?(\w+)"?/i.exec(words) ?? [];
    if (indexed && !made.has(indexed))
      found.push('asks for values to differ, which the version before does not see to');
    return found.map((why) => `${why}: ${statement.trim().split('\n').at(-1)?.slice(0, 120)}`);
  });
}

/** Without comments, and without the bodies of functions and blocks, whose words say nothing of the tables. */
function withoutText(statement: string): string {
  return statement.replaceAll(/--.*$/gm, '').replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''");
}
