import { expect, it } from 'vitest';
import { understand } from '../../understanding/understand.ts';
import { isRoman } from '../latin-urdu.ts';
import { written } from './roman.ts';
import { urdu } from './urdu.ts';

const now = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };

it.each([
  [
    'mujhe kal bijli ka bill jama karwana hai',
    { kind: 'add', drafts: [{ title: 'Bijli ka bill jama karwana', due_date: '2026-11-26' }] },
  ],
  ['abhi kya kya baqi hai', { kind: 'list', filter: { status: 'pending' } }],
  [
    'list mein likh lo ke gari ki service karwani hai, zaroori hai',
    { kind: 'add', drafts: [{ title: 'Gari ki service karwana', priority: 'high' }] },
  ],
  ['bijli ka bill de diya maine', { kind: 'complete', completed: true, loose: true }],
  ['doodh le aya hoon', { kind: 'complete', completed: true, loose: true }],
  ['nahi wapis lao', { kind: 'undo' }],
  ['nahi itwar ko karwani hai', { kind: 'update', changes: { due_date: '2026-11-29' } }],
  ['kitne kaam ho gaye?', { kind: 'list', filter: { status: 'completed' }, count: true }],
  ['bill wala kaam urgent kar do', { kind: 'update', changes: { priority: 'high' } }],
])('%s', (said, request) => {
  expect(understand(said, urdu, now)).toMatchObject([request]);
});

it('is told from English', () => {
  expect(isRoman('doodh lana hai')).toBe(true);
  expect(isRoman('call karim about the hai show')).toBe(false);
  expect(isRoman('دودھ لانا ہے')).toBe(false);
  expect(isRoman('task 20 delete karo')).toBe(true);
  expect(isRoman('list dikhao')).toBe(true);
  expect(isRoman('add karo')).toBe(false);
  expect(isRoman('call karo before lunch')).toBe(false);
  expect(urdu.speaks('kal subah doctor ke paas jana hai')).toBe('surely');
});

it('gives back the letters that were typed', () => {
  const { text, asTyped } = written('Ammi ko phone karna hai');
  expect(text).toBe('Ammi کو phone کرنا ہے');
  expect(asTyped('Ammi کو phone کرنا')).toBe('Ammi ko phone karna');
});
