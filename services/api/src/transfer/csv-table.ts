/** @module Tasks as a table that spreadsheets read: RFC 4180, and no cell that they would run as a formula. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import type { Pause } from '../http/pauses.ts';
import type { ExportedTask } from './file-schema.ts';

export const COLUMNS = [
  'id',
  'title',
  'description',
  'completed',
  'priority',
  'due_date',
  'due_at',
  'tags',
  'recurrence',
  'parent_id',
  'next_id',
  'created_at',
  'updated_at',
  'deleted_at',
] as const satisfies (keyof ExportedTask)[];
export type Column = (typeof COLUMNS)[number];

/** Excel takes a file without it for one of an old code page, and shows Urdu as question marks. */
const BYTE_ORDER_MARK = '\u{feff}';
/** What spreadsheets take for a formula, after any apostrophes that keep them from it. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Lines of the table, each ended by CR LF. */
export function tableLines(tasks: readonly ExportedTask[]): string {
  const rows = tasks.map((task) => COLUMNS.map((column) => guarded(cellOf(task[column]))));
  return stringify(rows, { record_delimiter: '\r\n', quoted_match: /[\s]/ });
}

/** The first line. */
export const tableHead = `${BYTE_ORDER_MARK}${COLUMNS.join(',')}\r\n`;

function cellOf(value: ExportedTask[Column]): string {
  if (value === null) return '';
  return Array.isArray(value) ? cellOfTags(value) : String(value);
}

/** Tags are separated by commas; where that could be read in another way, they are a JSON array. */
function cellOfTags(tags: readonly string[]): string {
  const isPlain = tags.every((tag) => !/[,;]/.test(tag) && tag.trim() === tag);
  return isPlain && !tags[0]?.startsWith('[') ? tags.join(', ') : JSON.stringify(tags);
}

const guarded = (cell: string) => (FORMULA.test(cell) ? `'${cell}` : cell);
const unguarded = (cell: string) => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

export interface TableRow {
  /** As spreadsheets count: the head is row 1. */
  row: number;
  cells: string[];
}

/** Characters between two pauses. */
const READ_AT_ONCE = 64_000;

/** The rows of a table, whatever it is separated by; rejects with csv-parse's error for one that is broken. */
export async function readTable(text: string, pause: Pause): Promise<TableRow[]> {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [',', ';', '\t'].find((candidate) => head.includes(candidate)) ?? ',';
  const parser = parse({ bom: true, delimiter, relax_column_count: true });
  const reading = pipeline(Readable.from(inPieces(text, pause)), parser);
  const rows: TableRow[] = [];
  let row = 0;
  parser.on('data', (cells: string[]) => {
    row += 1;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ row, cells: cells.map(unguarded) });
  });
  await reading;
  return rows;
}

async function* inPieces(text: string, pause: Pause): AsyncGenerator<Buffer> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + READ_AT_ONCE, text.length);
    // Not within a character of two halves.
    if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end = Math.min(end + 1, text.length);
    yield Buffer.from(text.slice(start, end));
    await pause();
    start = end;
  }
}

/** The tags of a cell. */
export function tagsOf(cell: string): unknown {
  if (cell.trim().startsWith('[')) {
    try {
      return JSON.parse(cell);
    } catch {
      return cell;
    }
  }
  return cell
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
}
