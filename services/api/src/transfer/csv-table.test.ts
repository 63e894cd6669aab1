import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, readTable, tableHead, tableLines, tagsOf } from './csv-table.ts';
import type { ExportedTask } from './file-schema.ts';

const task = (fields: Partial<ExportedTask>): ExportedTask => ({
  id: 1,
  title: 'x',
  description: '',
  completed: false,
  priority: 'medium',
  due_date: null,
  due_at: null,
  tags: [],
  recurrence: null,
  parent_id: null,
  next_id: null,
  created_at: '2030-01-01T00:00:00.000Z',
  updated_at: '2030-01-01T00:00:00.000Z',
  deleted_at: null,
  ...fields,
});
const cell = (row: string[] | undefined, column: (typeof COLUMNS)[number]) => row?.[COLUMNS.indexOf(column)];

/** Text that people and their enemies write. */
const words = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  fc
    .array(
      fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', '[', 'a', 'دودھ', '＝'),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((pieces) => pieces.join('')),
);

const noPause = async () => {};

describe('a table', () => {
  it('is read as it was written, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(words, words, fc.array(words.map((tag) => tag.trim()).filter(Boolean), { maxLength: 4 })),
          { minLength: 1, maxLength: 5 },
        ),
        async (rows) => {
          const text =
            tableHead +
            tableLines(rows.map(([title, description, tags]) => task({ title, description, tags })));
          const [head, ...read] = await readTable(text, noPause);
          expect(head?.cells).toEqual([...COLUMNS]);
          expect(read.map(({ cells }) => [cell(cells, 'title'), cell(cells, 'description')])).toEqual(
            rows.map(([title, description]) => [title, description]),
          );
          expect(read.map(({ cells }) => tagsOf(cell(cells, 'tags') ?? ''))).toEqual(
            rows.map(([, , tags]) => tags),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('holds no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(words, (title) => {
        const text = tableLines([task({ title })]);
        const written = text.slice(2).replace(/^"/, '');
        expect(written).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
      { numRuns: 500 },
    );
    expect(tableLines([task({ title: '=cmd|"/C calc"!A0' })])).toContain(`1,"'=cmd|""/C calc""!A0",`);
  });

  it('ends its lines as RFC 4180 has it, and begins as Excel wants it', () => {
    expect(tableHead.startsWith('\u{feff}id,title,')).toBe(true);
    expect(tableLines([task({}), task({})]).match(/\r\n/g)).toHaveLength(2);
  });

  it.each([',', ';', '\t'])('separated by %j is read', async (separator) => {
    const text = `title${separator}tags\n"Buy, milk; now"${separator}home\n\nNext${separator}\n`;
    expect(await readTable(text, noPause)).toEqual([
      { row: 1, cells: ['title', 'tags'] },
      { row: 2, cells: ['Buy, milk; now', 'home'] },
      { row: 4, cells: ['Next', ''] },
    ]);
  });
});

it.each([
  ['home, food', ['home', 'food']],
  ['home;food', ['home', 'food']],
  ['["a,b","c"]', ['a,b', 'c']],
  ['', []],
  ['[broken', '[broken'],
])('the tags of %s are %j', (text, tags) => {
  expect(tagsOf(text)).toEqual(tags);
});
