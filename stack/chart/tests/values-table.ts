/**
 * The table of values in the chart's README, from the comments in values.yaml: `npm run values-table -w @todo-chatbot/stack`.
 *
 * @module
 */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, type Pair, parseDocument, stringify, type YAMLMap } from 'yaml';

const chart = dirname(dirname(fileURLToPath(import.meta.url)));
export const readmeFile = join(chart, 'README.md');
const marks = /(<!-- values: .* -->\n)[\s\S]*(<!-- end of values -->)/;

/** One value of the chart. */
export interface Value {
  /** From the top, like `api.image.tag`. */
  path: string;
  default: unknown;
  /** Its comment, in one line. */
  explanation: string;
}

/**
 * Lists all values in the order in which they stand. What has a comment is a value, together with all that is in it;
 * what has none is a group of values.
 *
 * @throws Error when a value has no comment.
 */
export function listValues(text: string): Value[] {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) throw new Error('values.yaml must be a map');
  return valuesIn(contents, '');
}

function valuesIn(map: YAMLMap, above: string): Value[] {
  return map.items.flatMap((pair: Pair, index) => {
    if (!isScalar(pair.key)) throw new Error(`${above} has a key that is no text`);
    const path = above + String(pair.key.value);
    // The parser gives the comment before the first key to the map, save in the whole file.
    const comment = pair.key.commentBefore ?? (index === 0 ? map.commentBefore : undefined);
    if (comment) return [{ path, default: defaultOf(pair.value), explanation: inOneLine(comment) }];
    if (isMap(pair.value) && pair.value.items.length > 0) return valuesIn(pair.value, `${path}.`);
    throw new Error(`${path} has no comment in values.yaml`);
  });
}

function defaultOf(value: unknown): unknown {
  return (value as { toJSON(): unknown } | null)?.toJSON() ?? null;
}

function inOneLine(comment: string): string {
  // The first key of the file also has the comment about the file, in a paragraph of its own.
  const last = comment.split(/\n\s*\n/).at(-1) ?? '';
  return last
    .replace(/^ *(- .+)$/gm, '`$1`')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The table, in Markdown. */
export function valuesTable(values: Value[]): string {
  const rows = values.map(({ path, default: byDefault, explanation }) => {
    // Flow style is how one would write it on a command line.
    const shown = stringify(byDefault, {
      collectionStyle: 'flow',
      lineWidth: 0,
      flowCollectionPadding: false,
    });
    return `| \`${path}\` | \`${shown.trim()}\` | ${explanation.replaceAll('|', '\\|')} |`;
  });
  return ['| value | default | what it is |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

/** The README as it must be. */
export async function readmeWithTable(): Promise<string> {
  const values = listValues(await readFile(join(chart, 'values.yaml'), 'utf8'));
  const readme = await readFile(readmeFile, 'utf8');
  if (!marks.test(readme)) throw new Error('README.md has lost the marks between which the table stands');
  return readme.replace(marks, (_, start: string, end: string) => `${start}${valuesTable(values)}${end}`);
}

if (import.meta.main) await writeFile(readmeFile, await readmeWithTable());
