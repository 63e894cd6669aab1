/** Words in tasks: whatever their case, accents or keyboard, and with typing errors when nothing holds them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fillSearchedText } from '../../src/database/searched-text.ts';
import type { Task } from '../../src/tasks/schema.ts';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);
let ada: Person;

beforeEach(async () => {
  ada = await stage.person();
});

const search = (q: string, query = '') => ada.request(`/api/{me}/tasks?q=${encodeURIComponent(q)}&${query}`);
const found = async (q: string, query = '') => {
  const answer = await search(q, query);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.map((task: Task) => task.title);
};

describe('words as they are', () => {
  it.each([
    ['Café with Åsa', ['cafe', 'CAFÉ', 'cafe\u0301', 'asa']],
    ['Straße fegen', ['straße', 'STRAßE']],
    ['دودھ خریدنا', ['دودھ', 'دوده', 'دُودھ', 'خریدنا', 'خريدنا']],
    ['کتاب واپس کرنی ہے', ['كتاب', 'کتاب', 'ہے', 'هے']],
    ['بل نمبر ۱۲۳', ['123', '۱۲۳', '١٢٣']],
    ['Ring ９ times', ['9']],
    ['100% _sure_ it’s \\ done', ['100%', '_sure_', '\\', 'it’s']],
  ])('%s is found by each of %j', async (title, words) => {
    await ada.add(title);
    await ada.add('Something else');
    for (const word of words) expect([word, await found(word)]).toEqual([word, [title]]);
  });

  it('are found in every field, in any order, all of them', async () => {
    await ada.add('Buy milk', { description: 'two litres', tags: ['food'] });
    await ada.add('Buy bread');
    expect(await found('litres food BUY')).toEqual(['Buy milk']);
    expect(await found('food bread')).toEqual([]);
    expect(await found('ilk')).toEqual(['Buy milk']);
  });
});

describe('the text that is kept to search in', () => {
  const withoutText = (id: string) =>
    stage.sql.begin(async (sql) => {
      await sql`select set_config('app.user_id', ${id}, true)`;
      return (await sql`select id from tasks where searched is null`).length;
    });

  it('follows every change', async () => {
    await ada.add('Buy milk');
    await ada.request('/api/{me}/tasks/1', { method: 'PATCH', body: { title: 'Buy bread' } });
    expect(await found('milk')).toEqual([]);
    await ada.request('/api/{me}/tasks/1', { method: 'PATCH', body: { tags: ['bakery'] } });
    expect(await found('bread bakery')).toEqual(['Buy bread']);
  });

  it('may be missing, until it is filled', async () => {
    for (let n = 1; n <= 3; n++) await ada.add(`Café ${n}`, { description: 'oatmilk' });
    await stage.sql.begin(async (sql) => {
      await sql`select set_config('app.user_id', ${ada.id}, true)`;
      await sql`update tasks set searched = null where id > 1`;
    });
    expect(await found('cafe', 'sort=relevance')).toEqual(['Café 3', 'Café 2', 'Café 1']);
    expect(await found('oatmlik')).toHaveLength(3);
    await fillSearchedText(stage.database);
    expect(await withoutText(ada.id)).toBe(0);
    expect(await found('cafe')).toEqual(['Café 1', 'Café 2', 'Café 3']);
  });
});

describe('words with errors', () => {
  beforeEach(async () => {
    for (const title of ['Buy milk', 'Wash silk', 'Team meeting', 'Get groceries', 'دودھ لانا ہے']) {
      await ada.add(title);
    }
  });

  it.each([
    ['mlik', ['Buy milk']],
    ['groceires', ['Get groceries']],
    ['grocery', ['Get groceries']],
    ['meetings', ['Team meeting']],
    ['buy mlik', ['Buy milk']],
    ['meetin', ['Team meeting']],
    ['دوھد', ['دودھ لانا ہے']],
    ['xyzzy', []],
    ['mlk', []],
  ])('%s finds %j', async (q, titles) => {
    expect(await found(q)).toEqual(titles);
  });

  it('never stand for another word that is there', async () => {
    await ada.request('/api/{me}/tasks/1/complete', { method: 'PATCH' });
    expect(await found('milk', 'status=pending')).toEqual([]);
    expect(await found('bilk')).toEqual(['Buy milk', 'Wash silk']);
  });

  it('are read the same on every page', async () => {
    for (let n = 0; n < 5; n++) await ada.add(`Dentist ${n}`);
    const titles: string[] = [];
    let path: string | undefined = '/api/{me}/tasks?q=dentsit&limit=2&sort=-id';
    while (path) {
      const answer = await ada.request(path);
      titles.push(...answer.body.map((task: Task) => task.title));
      // A word that comes to be there meanwhile changes nothing.
      await ada.add('dentsit');
      path = /^<(.+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(titles).toEqual([4, 3, 2, 1, 0].map((n) => `Dentist ${n}`));
  });

  it('are looked for in ten words at the most', async () => {
    const title = 'one two three four five six seven eight nine milk more';
    await ada.add(title);
    const typed = title.replace('milk', 'mlik').split(' ');
    expect(await found(typed.slice(0, 10).join(' '))).toEqual([title]);
    expect(await found(typed.join(' '))).toEqual([]);
  });

  it('never lead to what is another person’s', async () => {
    const eve = await stage.person();
    await eve.add('Secret plans');
    expect(await found('secrte')).toEqual([]);
  });
});

describe('relevance', () => {
  it('puts what begins so in the title first, then the newest', async () => {
    await ada.add('Other', { description: 'buy milk there' });
    await ada.add('Oatmilk');
    await ada.add('Milk');
    await ada.add('Buy milk');
    expect(await found('milk', 'sort=relevance')).toEqual(['Buy milk', 'Milk', 'Oatmilk', 'Other']);
    const first = await search('milk', 'sort=relevance&limit=2');
    const next = /<(.+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect((await ada.request(next)).body.map((task: Task) => task.title)).toEqual(['Oatmilk', 'Other']);
  });

  it('needs words', async () => {
    expect((await ada.request('/api/{me}/tasks?sort=relevance')).body.errors).toEqual([
      { path: 'sort', message: 'relevance needs q' },
    ]);
  });
});
