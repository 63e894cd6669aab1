import { describe, expect, it } from 'vitest';
import type { Request } from '../../requests.ts';
import { understand } from '../../understanding/understand.ts';
import { english } from './english.ts';

const noon = { instant: new Date('2026-11-25T07:00:00Z'), timeZone: 'Asia/Karachi' };
const meant = (message: string) => understand(message, english, noon);
const words = (text: string) => ({ by: 'words', words: text });
const number = (...numbers: number[]) => ({ by: 'number', numbers });
const theLast = { by: 'mention', many: false };

type Expected = { kind: Request['kind'] } & Record<string, unknown>;

/** One table a module of rules: what is said, and what must be understood. */
const tables: Record<string, [said: string, ...requests: Expected[]][]> = {
  talking: [
    ['yes please', { kind: 'yes' }],
    ['no wait', { kind: 'no' }],
    ["don't delete anything", { kind: 'no' }],
    ['oops, undo that', { kind: 'undo' }],
    ['oops i meant the gym', { kind: 'correct', reference: words('gym') }],
    ['put the gym task back', { kind: 'restore', reference: words('gym') }],
    ['no i meant friday', { kind: 'update', reference: theLast, changes: { due_date: '2026-11-27' } }],
    ['sorry i meant buy bread', { kind: 'correct', title: 'Buy bread' }],
    ['its sara not sarah', { kind: 'update', changes: { swap: { from: 'sarah', to: 'sara' } } }],
    ['change it back', { kind: 'undo' }],
    ['how do i delete a task?', { kind: 'talk', topic: 'help' }],
    ["thanks, you've been a great help dear", { kind: 'talk', topic: 'thanks' }],
    ['its not bob its rob in the lunch one', { kind: 'update', reference: words('lunch') }],
    ['oh no wait it isnt, put it back', { kind: 'undo' }],
    ['leave the gym alone', { kind: 'no' }],
  ],
  notes: [
    ['add a note to task 2: two keys', { kind: 'update', changes: { description: 'two keys' } }],
    ["the description on 2 should be 'two keys'", { kind: 'update', changes: { description: 'two keys' } }],
    ['add to the gym task that i need two keys', { kind: 'update', reference: words('gym') }],
    [
      'for the gym put keys, towel and soap in the notes',
      { kind: 'update', reference: words('gym'), changes: { description: 'keys, towel and soap' } },
    ],
    ['remove the note from task 2', { kind: 'update', changes: { description: '' } }],
    ['add a note: two keys', { kind: 'update', reference: theLast, orElse: expect.anything() }],
  ],
  due: [
    ['push task 2 to friday', { kind: 'update', changes: { due_date: '2026-11-27' } }],
    ['the rent has to be done by friday', { kind: 'update', reference: words('rent') }],
    ['remove the deadline from rent', { kind: 'update', changes: { due_date: null, due_at: null } }],
    ['report due monday', { kind: 'update', orElse: { kind: 'add', unasked: true } }],
    ['rent is due on the 1st', { kind: 'update', orElse: expect.anything() }],
    [
      'the second one on friday',
      { kind: 'update', reference: { by: 'position', positions: [2] }, changes: { due_date: '2026-11-27' } },
    ],
    ['take the date off', { kind: 'update', reference: theLast, changes: { due_date: null, due_at: null } }],
    [
      'the review has been shifted to 1730 hrs same day',
      { kind: 'update', changes: { clock: { hour: 17, minute: 30 } } },
    ],
    ['by friday', { kind: 'update', reference: theLast, orElse: { kind: 'list' } }],
    ['dentist moved to 4pm', { kind: 'update', reference: words('dentist') }],
    ['dentist is at 4 not 3', { kind: 'update', reference: words('dentist') }],
    ['its for saturday', { kind: 'update', reference: theLast, changes: { due_date: '2026-11-28' } }],
    ['ill paint the yard tomorrow instead', { kind: 'update', reference: words('paint the yard') }],
    ['snooze the report til monday', { kind: 'update', reference: words('report') }],
    ['could you knock the meeting back half an hour', { kind: 'update', changes: { shiftMinutes: 30 } }],
    ['make it 5pm', { kind: 'update', changes: { clock: { hour: 17, minute: 0 } } }],
  ],
  tags: [
    ['tag task 2 with home and garden', { kind: 'update', changes: { addTags: ['home', 'garden'] } }],
    ['remove the home tag from task 2', { kind: 'update', changes: { removeTags: ['home'] } }],
    ['take off all tags from rent', { kind: 'update', changes: { removeTags: 'all' } }],
    [
      'swap the tag on 1 from home to garden',
      { kind: 'update', changes: { addTags: ['garden'], removeTags: ['home'] } },
    ],
    ['tag the second one urgent as well', { kind: 'update', changes: { addTags: ['urgent'] } }],
    ['remove all tags from it', { kind: 'update', reference: theLast, changes: { removeTags: 'all' } }],
  ],
  priority: [
    ['make rent p1', { kind: 'update', changes: { priority: 'high' } }],
    ['set prio of 1 to med', { kind: 'update', changes: { priority: 'medium' } }],
    ['keep the rent on top priority only', { kind: 'update', changes: { priority: 'high' } }],
    ['low is fine', { kind: 'update', reference: theLast, changes: { priority: 'low' } }],
    ['its high priority', { kind: 'update', reference: theLast }],
    ['the rent is really important', { kind: 'update', reference: words('rent') }],
    ['task 2 isnt urgent anymore', { kind: 'update', changes: { priority: 'low' } }],
    ['bump up the priority of task 2', { kind: 'update', changes: { priority: 'high' } }],
  ],
  continuing: [
    [
      'make task 2 urgent and due friday',
      { kind: 'update', changes: { priority: 'high' } },
      { kind: 'update', reference: theLast, changes: { due_date: '2026-11-27' } },
    ],
  ],
  completing: [
    ['called mum', { kind: 'complete', reference: words('called mum'), completed: true, loose: true }],
    ['the invoice has been sent', { kind: 'complete', reference: words('invoice sent') }],
    ['thats done now', { kind: 'complete', completed: true }],
    ['2 not done', { kind: 'complete', reference: number(2), completed: false }],
    ['finish the slides tonight', { kind: 'add', unasked: true }],
    ['i have sent the invoice', { kind: 'complete', completed: true }],
    ['3 is done', { kind: 'complete', reference: number(3), completed: true }],
    ["i haven't swept the yard", { kind: 'complete', completed: false }],
    ['read the book', { kind: 'add', unasked: true }],
    ['can you tell me which ones are done', { kind: 'list', filter: { status: 'completed' } }],
    ['is the cake still left?', { kind: 'show', reference: words('cake') }],
    ['the hotfix is live', { kind: 'complete', reference: words('hotfix'), loose: true }],
    ['finished the report finally!!', { kind: 'complete', reference: words('report') }],
    [
      'done with laundry and ironing, cooking is still left',
      { kind: 'complete', reference: words('laundry and ironing'), completed: true },
      { kind: 'complete', reference: words('cooking'), completed: false },
    ],
  ],
  deleting: [
    ['take the party off my list', { kind: 'delete', reference: words('party') }],
    ['i no longer need the party', { kind: 'delete', reference: words('party') }],
    ['take out the bins', { kind: 'delete', orElse: { kind: 'add', unasked: true } }],
    ['drop the kids at school at 8', { kind: 'add', unasked: true }],
    ['the party got cancelled', { kind: 'delete', reference: words('party') }],
    ['no need to sweep', { kind: 'delete', reference: words('sweep') }],
    ['delete 2-4', { kind: 'delete', reference: number(2, 3, 4) }],
    [
      'delete everything except task 2',
      { kind: 'delete', reference: { by: 'filter', filter: { status: 'all' }, except: number(2) } },
    ],
  ],
  renaming: [
    ['task 3 -> sell bike', { kind: 'update', changes: { title: 'Sell bike' } }],
    ['change it to walk the cat instead', { kind: 'update', changes: { title: 'Walk the cat' } }],
    ['change task 2 to tomorrow', { kind: 'update', changes: { due_date: '2026-11-26' } }],
    ['make task 1 sell bike', { kind: 'update', reference: number(1), changes: { title: 'Sell bike' } }],
    ['amend the title of 2 to read: Board (final)', { kind: 'update', changes: { title: 'Board (final)' } }],
    [
      'task 2 should say Priya not Pria',
      { kind: 'update', changes: { swap: { from: 'Pria', to: 'Priya', orElse: 'Priya' } } },
    ],
    ['task 2 should say do not enter', { kind: 'update', changes: { title: 'Do not enter' } }],
    ['change the bed sheets', { kind: 'rename-unnamed', orElse: { kind: 'add' } }],
    ['rename task 2', { kind: 'rename-unnamed', reference: number(2) }],
  ],
  listing: [
    ['whats left', { kind: 'list', filter: { status: 'pending' }, count: false }],
    ['how many did i finish', { kind: 'list', filter: { status: 'completed' }, count: true }],
    ['and the ones already done?', { kind: 'list', filter: { status: 'completed' }, further: true }],
    ['what did i finish already', { kind: 'list', filter: { status: 'completed' } }],
    ['completed tasks', { kind: 'list', filter: { status: 'completed' } }],
    ['work tasks due this week', { kind: 'list', filter: { query: 'work', due: { name: 'this-week' } } }],
    ['which tasks have no due date', { kind: 'list', filter: { due: { name: 'none' } } }],
    ['am i late with anything', { kind: 'list', filter: { due: { name: 'overdue' } } }],
    ['am i free friday', { kind: 'list', filter: { due: { name: 'on', to: '2026-11-27' } } }],
    ['is the yard done?', { kind: 'show', reference: words('yard') }],
    ['show deleted tasks', { kind: 'list-trash' }],
    [
      'what do I have to finish by friday?',
      { kind: 'list', filter: { status: 'pending', due: { name: 'by', to: '2026-11-27' } } },
    ],
  ],
  adding: [
    ['add a meeting with bob', { kind: 'add', drafts: [{ title: 'Meeting with bob' }] }],
    ['on friday remind me to sweep', { kind: 'add', drafts: [{ title: 'Sweep', due_date: '2026-11-27' }] }],
    ['add wash and iron the shirts', { kind: 'add', drafts: [{ title: 'Wash and iron the shirts' }] }],
    ['add buy milk and call mom', { kind: 'add', drafts: [{ title: 'Buy milk' }, { title: 'Call mom' }] }],
    ['monday: gym and eggs', { kind: 'add', drafts: [{ due_date: '2026-11-30' }, { title: 'Eggs' }] }],
    ['shopping: milk, eggs', { kind: 'add', drafts: [{ title: 'Milk' }, { title: 'Eggs' }] }],
    ['1. call mom 2. buy eggs', { kind: 'add', drafts: [{ title: 'Call mom' }, { title: 'Buy eggs' }] }],
    ['were out of eggs', { kind: 'add', drafts: [{ title: 'Buy eggs' }] }],
    ['eggs, put them on my list', { kind: 'add', drafts: [{ title: 'Eggs' }] }],
    ['it rains so i need to mop', { kind: 'add', drafts: [{ title: 'Mop' }] }],
    ['the car squeaks, remind me to oil it', { kind: 'add', drafts: [{ title: 'Oil it' }] }],
    [
      'remind me every day to mop',
      { kind: 'add', drafts: [{ title: 'Mop', recurrence: 'FREQ=DAILY', due_date: '2026-11-25' }] },
    ],
    ['the plumber is coming at 4pm', { kind: 'add', unasked: true }],
    ['i still need to mop', { kind: 'complete', completed: false, orElse: { kind: 'add' } }],
    ['got an exam on monday', { kind: 'add', drafts: [{ title: 'Exam', due_date: '2026-11-30' }] }],
    [
      'call mom | friday | high',
      { kind: 'update', orElse: { kind: 'add', drafts: [{ due_date: '2026-11-27', priority: 'high' }] } },
    ],
    ['add pay bills !!', { kind: 'add', drafts: [{ title: 'Pay bills', priority: 'high' }] }],
    [
      'add gym tag health low prio',
      { kind: 'add', drafts: [{ title: 'Gym', tags: ['health'], priority: 'low' }] },
    ],
    [
      'i need to sweep the yard also clean the oven also ring dad',
      {
        kind: 'add',
        drafts: [{ title: 'Sweep the yard' }, { title: 'Clean the oven' }, { title: 'Ring dad' }],
      },
    ],
    [
      'add one task for me, to prepone the call to friday',
      { kind: 'add', drafts: [{ title: 'Prepone the call' }] },
    ],
    ['add a task for tomorrow', { kind: 'add-unnamed', fields: { due_date: '2026-11-26' } }],
  ],
  repeating: [
    ['and task 2', { kind: 'same', reference: number(2) }],
    ['beta too', { kind: 'same', reference: words('beta') }],
  ],
};

describe.each(Object.entries(tables))('rules for %s', (_module, table) => {
  it.each(table)('%s', (said, ...expected) => {
    expect(meant(said)).toMatchObject(expected);
  });
});

describe('a typing error in a command', () => {
  it('is mended when the message makes no sense otherwise', () => {
    expect(meant('delte the party')).toMatchObject([{ kind: 'delete', reference: words('party') }]);
    expect(meant('add delte')).toMatchObject([{ kind: 'add', drafts: [{ title: 'Delte' }] }]);
  });
});
