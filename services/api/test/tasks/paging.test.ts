/** Pages of a list that changes while it is read. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TASK_SORTS, type Task } from '../../src/tasks/schema.ts';
import { duringTests } from '../during-tests.ts';
import { createStage, type Person } from '../stage.ts';

const stage = duringTests(createStage);
let ada: Person;

const titles = ['x', 'X', 'é', 'y 1', '😀', 'ب', 'x', 'zz'];
const dues = [{}, { due_date: '2037-01-31' }, { due_at: '2037-01-31T10:00:00Z' }];
const priorities = ['low', 'medium', 'high'];

/** What happens between two pages: to tasks that nobody reads the list for. */
const disturbance = fc.record({
  act: fc.constantFrom('add', 'rename', 'delete', 'complete', 'restore'),
  which: fc.nat(7),
  title: fc.constantFrom(...titles),
});

it('neither skips nor repeats a task that stays as it is, in any order, whatever happens to others', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...TASK_SORTS),
      fc.integer({ min: 1, max: 7 }),
      fc.array(fc.array(disturbance, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      async (sort, limit, disturbances) => {
        ada = await stage.person();
        for (let n = 0; n < 20; n++) {
          await ada.add(`${titles[n % 8]} task`, { ...dues[n % 3], priority: priorities[(n >> 1) % 3] });
        }
        // Every other one is disturbed.
        const settled = Array.from({ length: 10 }, (_, n) => 2 * n + 1);
        const disturb = ({ act, which, title }: (typeof disturbances)[number][number]) => {
          const path = `/api/{me}/tasks/${2 * which + 2}`;
          if (act === 'add') return ada.add(`${title} task`, { priority: priorities[which % 3] });
          if (act === 'delete') return ada.request(path, { method: 'DELETE' });
          if (act === 'rename') {
            return ada.request(path, {
              method: 'PATCH',
              body: { title: `${title} task`, ...dues[which % 3] },
            });
          }
          return ada.request(`${path}/${act}`, { method: act === 'restore' ? 'POST' : 'PATCH' });
        };
        const seen: number[] = [];
        let path: string | undefined = `/api/{me}/tasks?q=task&sort=${sort}&limit=${limit}`;
        for (let page = 0; path; page++) {
          const asked: string = path;
          const [answer] = await Promise.all([
            ada.request(asked),
            // In the end others rest: who adds as fast as another reads is never read to the end.
            ...(page < 12 ? (disturbances[page % disturbances.length] ?? []).map(disturb) : []),
          ]);
          expect(answer.status).toBe(200);
          seen.push(...answer.body.map((task: Task) => task.id));
          path = /^<(.+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
        }
        expect(seen.filter((id) => settled.includes(id)).sort((a, b) => a - b)).toEqual(settled);
      },
    ),
    { numRuns: 25 },
  );
});
