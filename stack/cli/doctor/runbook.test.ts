import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Fault, faults } from './faults.ts';
import { readRecording, recordingNames } from './recordings.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/runbook.md'), 'utf8');
const sections = new Map(
  page
    .split(/^<a id="/m)
    .slice(1)
    .map((text) => [text.slice(0, text.indexOf('"')), text]),
);

/** Names that differ from one deployment to the next, as the page writes them. */
function general(sentence: string): string {
  return sentence
    .replaceAll(/todo-(api|web)-[a-z0-9]+-[a-z0-9]{5}\b/g, 'todo-$1-…')
    .replaceAll('todo-faults-db', 'database')
    .replaceAll('todo-faults', 'todo-chatbot');
}

test('every fault has a section, and every section but the one of Neon is of a fault', () => {
  expect([...sections.keys()].sort()).toEqual([...Object.keys(faults), 'neon'].sort());
});

test.each(Object.entries(faults))('%s: what is seen, the check and what mends it', (fault, title) => {
  const section = sections.get(fault) ?? '';
  expect(section).toContain(`### ${title}\n`);
  expect(section).toMatch(/\*\*Seen\.\*\* .+\n\n\*\*Check\.\*\*\n\n```sh\n.+\n```\n\n\*\*Mend\.\*\* .+/);
});

test('the page quotes what the doctor said of each fault that was recorded', () => {
  const quoted = new Map<Fault, string[]>();
  for (const name of recordingNames()) {
    const { fault, diagnosis } = readRecording(name);
    if (fault && diagnosis) quoted.set(fault, [...(quoted.get(fault) ?? []), general(diagnosis.sentence)]);
  }
  for (const [fault, sentences] of quoted) {
    const quote = /^> (.+)$/m.exec(sections.get(fault) ?? '')?.[1];
    expect(sentences).toContain(quote);
  }
});
