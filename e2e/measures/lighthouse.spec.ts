/** What Lighthouse says of the pages, on a phone as it simulates one and on a desktop. */
import { expect, test } from '@playwright/test';
import type { Result } from 'lighthouse';
import { faults, points, withVisitor } from '../instruments/lighthouse.ts';
import { enter, say } from '../people/at-browser.ts';
import { newPerson } from '../people/person.ts';

const GOAL = 95;
/** The speed that it computes differs from run to run: the middle one counts. */
const RUNS = 3;

const everything = ['performance', 'accessibility', 'best-practices', 'seo'];
const signedIn = ['performance', 'accessibility', 'best-practices'];
const PAGES = [
  { name: 'signed out', path: '/', categories: everything },
  { name: 'a forgotten password', path: '/forgot-password', categories: everything },
  { name: 'a new password', path: '/reset-password', categories: everything },
  { name: 'offline', path: '/offline', categories: everything },
  { name: 'signed in', path: '/', categories: signedIn },
  { name: 'the account', path: '/account/profile', categories: signedIn },
  { name: 'data of the account', path: '/account/data', categories: signedIn },
];

const middle = (scores: number[]) => scores.toSorted((a, b) => a - b)[Math.floor(scores.length / 2)] ?? 0;

test(`at least ${GOAL} in every category`, async ({ launchOptions, baseURL }) => {
  test.setTimeout(1_800_000);
  await withVisitor({ launchOptions, baseURL: baseURL ?? '' }, async ({ browser, reportOn }) => {
    for (const { name, path, categories } of PAGES) {
      if (name === 'signed in') {
        const page = await browser.newPage();
        await enter(page, newPerson());
        await say(page, 'Add three tasks: buy milk, call mom, book flights');
        await page.close();
      }
      for (const form of ['phone', 'desktop'] as const) {
        const reports: Result[] = [];
        for (let run = 0; run < RUNS; run += 1)
          reports.push(await reportOn(path, form, { onlyCategories: categories }));
        const scores = categories.map((category) => ({
          category,
          score: middle(reports.map((one) => points(one, category))),
        }));
        console.log(
          `${name}, ${form}: ${scores.map(({ category, score }) => `${category} ${score}`).join(', ')}`,
        );
        for (const { category, score } of scores)
          expect
            .soft(score, `${name}, ${form}, ${category}: ${reports.flatMap(faults).join('; ')}`)
            .toBeGreaterThanOrEqual(GOAL);
      }
    }
  });
});
