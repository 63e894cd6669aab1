import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { dashboardFile, dashboardJson } from '../../monitoring/dashboard.ts';
import { rows } from '../../monitoring/panels.ts';
import { thisMachine } from '../../src/machine.ts';
import { runProgram } from '../../src/run-program.ts';
import { judge, makeSchemas } from './custom-resources.ts';

// Where CI is set a missing tool is a failure; on a person's machine the tests are skipped.
const inCi = Boolean(process.env.CI);
const isThere = async (program: string, ...args: string[]) => (await runProgram(program, args)).code === 0;
const helmIsThere = (await isThere('helm', 'version')) && (await isThere('kubeconform', '-v'));
const promtoolIsThere = await isThere('promtool', '--version');
const rulesFile = join(thisMachine.chart, 'monitoring/rules.yaml');
const queries = rows.flatMap(({ panels }) => panels.flatMap((panel) => panel.queries));

test('the dashboard is what panels.ts says: npm run dashboard -w @todo-chatbot/stack', async () => {
  expect(await readFile(dashboardFile, 'utf8')).toBe(dashboardJson());
});

test('the dashboard has every panel where there is room, and one question each at the least', () => {
  const { panels } = JSON.parse(dashboardJson());
  const ids = panels.map(({ id }: { id: number }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { title, panels: some } of rows) {
    expect(
      some.reduce((sum, { width }) => sum + width, 0),
      title,
    ).toBe(24);
    for (const panel of some) expect(panel.queries.length, panel.title).toBeGreaterThan(0);
  }
});

test('every alert is explained in docs/monitoring.md', async () => {
  const page = await readFile(join(thisMachine.root, 'docs/monitoring.md'), 'utf8');
  const { groups } = parse(await readFile(rulesFile, 'utf8'));
  const alerts = groups.flatMap(({ rules }: { rules: { alert: string }[] }) =>
    rules.map(({ alert }) => alert),
  );
  expect(alerts.length).toBeGreaterThan(5);
  for (const alert of alerts) expect(page).toContain(`\`${alert}\``);
});

describe.skipIf(!helmIsThere && !inCi)('what the chart makes', () => {
  test('is what the API of the Prometheus operator takes', async () => {
    const folder = await makeSchemas(join(import.meta.dirname, 'prometheus-operator'));
    const switches = 'monitoring.podMonitor.enabled=true,monitoring.rules.enabled=true';
    const rendered = await runProgram('helm', [
      ...['template', 'todo-chatbot', thisMachine.chart, '--show-only', 'templates/monitoring.yaml'],
      ...['--set', `${switches},monitoring.dashboard.enabled=true`],
    ]);
    const right = await judge(folder, rendered.stdout);
    expect(right.stdout).toContain('Valid: 3, Invalid: 0, Errors: 0, Skipped: 0');
    const wrong = await judge(folder, rendered.stdout.replace('podMetricsEndpoints', 'endpoints'));
    expect(wrong.stdout).toContain('Invalid: 1');
    await rm(folder, { recursive: true });
  });
});

describe.skipIf(!promtoolIsThere && !inCi)('Prometheus itself', () => {
  test('understands the alerts', async () => {
    const finished = await runProgram('promtool', ['check', 'rules', rulesFile]);
    expect(finished).toMatchObject({ code: 0, stdout: expect.stringMatching(/SUCCESS: \d+ rules found/) });
  });

  test('fires each alert when it should, and not otherwise', async () => {
    const finished = await runProgram('promtool', [
      'test',
      'rules',
      join(import.meta.dirname, 'alerts.yaml'),
    ]);
    expect(finished).toMatchObject({ code: 0, stdout: expect.stringContaining('SUCCESS') });
  });

  test('understands every question of the dashboard', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'todo-dashboard-'));
    const rules = queries.map(({ expr }, index) => ({
      record: `panel:${index}`,
      expr: expr.replaceAll('$__rate_interval', '5m').replaceAll('$namespace', 'todo-chatbot'),
    }));
    await writeFile(join(folder, 'rules.yaml'), stringify({ groups: [{ name: 'dashboard', rules }] }));
    const finished = await runProgram('promtool', ['check', 'rules', join(folder, 'rules.yaml')]);
    expect(finished).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`${queries.length} rules found`),
    });
    await rm(folder, { recursive: true });
  });
});
