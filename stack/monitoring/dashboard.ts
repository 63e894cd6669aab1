/**
 * Writes the Grafana dashboard of the chart from `panels.ts`: `npm run dashboard -w @todo-chatbot/stack`.
 *
 * @module
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Panel, rows } from './panels.ts';

/** Where the chart has it. */
export const dashboardFile = join(import.meta.dirname, '../chart/monitoring/dashboard.json');

const datasource = { type: 'prometheus', uid: '$datasource' };
const heights = { row: 1, stat: 4, timeseries: 8 };

interface Placed {
  x: number;
  y: number;
  w: number;
  h: number;
}

function panelJson(panel: Panel, id: number, gridPos: Placed) {
  const isStat = panel.kind === 'stat';
  return {
    id,
    type: panel.kind,
    title: panel.title,
    description: panel.description,
    datasource,
    gridPos,
    fieldConfig: {
      defaults: {
        unit: panel.unit,
        min: 0,
        ...(!isStat && { custom: { lineWidth: 1, fillOpacity: 10, showPoints: 'never' } }),
      },
      overrides: [],
    },
    options: isStat
      ? { reduceOptions: { calcs: ['lastNotNull'] }, colorMode: 'none' }
      : { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi' } },
    targets: panel.queries.map(({ expr, legend }, index) => ({
      refId: String.fromCharCode(65 + index),
      datasource,
      expr,
      legendFormat: legend,
    })),
  };
}

function allPanels(): object[] {
  const panels: object[] = [];
  let y = 0;
  for (const row of rows) {
    const id = () => panels.length + 1;
    panels.push({
      id: id(),
      type: 'row',
      title: row.title,
      collapsed: false,
      gridPos: { x: 0, y, w: 24, h: 1 },
      panels: [],
    });
    y += heights.row;
    let x = 0;
    for (const panel of row.panels) {
      panels.push(panelJson(panel, id(), { x, y, w: panel.width, h: heights[panel.kind] }));
      x += panel.width;
    }
    y += heights[row.panels[0]?.kind ?? 'stat'];
  }
  return panels;
}

/** The dashboard as Grafana imports it, a panel a line. */
export function dashboardJson(): string {
  const variable = (name: string, more: object) => ({ name, label: name, ...more });
  const about = {
    uid: 'todo-chatbot',
    title: 'Todo chatbot',
    description:
      'The todo chat: requests, chat, live changes, database, pods. docs/monitoring.md explains it.',
    tags: ['todo-chatbot'],
    schemaVersion: 39,
    version: 1,
    editable: true,
    graphTooltip: 1,
    refresh: '30s',
    time: { from: 'now-1h', to: 'now' },
    templating: {
      list: [
        variable('datasource', { type: 'datasource', query: 'prometheus' }),
        variable('namespace', {
          type: 'query',
          datasource,
          definition: 'label_values(chat_turns_running, namespace)',
          query: { query: 'label_values(chat_turns_running, namespace)', refId: 'namespaces' },
          refresh: 2,
        }),
      ],
    },
  };
  const panels = allPanels().map((panel) => `    ${JSON.stringify(panel)}`);
  return `${JSON.stringify(about, undefined, 2).slice(0, -2)},\n  "panels": [\n${panels.join(',\n')}\n  ]\n}\n`;
}

if (import.meta.main) await writeFile(dashboardFile, dashboardJson());
