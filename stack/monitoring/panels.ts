/**
 * What the dashboard shows, from top to bottom. `$namespace` is the dashboard's own variable.
 *
 * @module
 */

/** One line of a panel. */
interface Query {
  expr: string;
  /** With labels as `{{pod}}`. */
  legend: string;
}

/** A panel; widths of a row add up to 24. */
export interface Panel {
  title: string;
  /** A number as it is now, or a curve. */
  kind: 'stat' | 'timeseries';
  unit: 'short' | 'reqps' | 's' | 'percentunit' | 'bytes' | 'cps';
  width: 4 | 8 | 12;
  /** What a person should make of it. */
  description: string;
  queries: Query[];
}

/** A row of panels under a title. */
export interface Row {
  title: string;
  panels: Panel[];
}

const here = 'namespace="$namespace"';
const api = `${here}, job="todo-api"`;
const both = `${here}, job=~"todo-(api|web)"`;
const window = '$__rate_interval';
const quantile = (share: number, metric: string, by = 'le') =>
  `histogram_quantile(${share}, sum by (${by}) (rate(${metric}_bucket{${api}}[${window}])))`;
const rate = (metric: string, by: string, labels = api) =>
  `sum by (${by}) (rate(${metric}{${labels}}[${window}]))`;
const requests = 'http_request_duration_seconds';
const turns = 'chat_turn_duration_seconds';

const stat = (title: string, unit: Panel['unit'], description: string, expr: string): Panel => ({
  ...{ title, kind: 'stat', unit, width: 4, description },
  queries: [{ expr, legend: title }],
});
const curve = (
  title: string,
  unit: Panel['unit'],
  description: string,
  ...queries: [legend: string, expr: string][]
): Panel => ({
  ...{ title, kind: 'timeseries', unit, width: 8, description },
  queries: queries.map(([legend, expr]) => ({ expr, legend })),
});

/** The dashboard's rows. */
export const rows: Row[] = [
  {
    title: 'Now',
    panels: [
      stat('Pods that answer', 'short', 'Of both services.', `sum(up{${both}})`),
      stat('Requests a second', 'reqps', 'To todo-api.', `sum(rate(${requests}_count{${api}}[${window}]))`),
      stat(
        'Requests that fail',
        'percentunit',
        'Answers of the kind 5xx; the alert TodoErrors is at 2 %.',
        `sum(rate(${requests}_count{${api}, status=~"5.."}[${window}])) / sum(rate(${requests}_count{${api}}[${window}])) or vector(0)`,
      ),
      stat(
        '95 % begin within',
        's',
        'Time until an answer begins; TodoSlow is at 0.5 s.',
        quantile(0.95, requests),
      ),
      stat('Answers under way', 'short', 'Turns of the chat.', `sum(chat_turns_running{${api}})`),
      stat(
        'Event streams',
        'short',
        'Open pages and agents that are told of changes.',
        `sum(event_streams_open{${api}})`,
      ),
    ],
  },
  {
    title: 'Requests',
    panels: [
      curve('By status', 'reqps', 'All pods of todo-api together.', [
        '{{status}}',
        rate(`${requests}_count`, 'status'),
      ]),
      curve(
        'Time until an answer begins',
        's',
        'Half, and all but one in twenty and one in a hundred, are faster.',
        ...[0.5, 0.95, 0.99].map((share): [string, string] => [`p${share * 100}`, quantile(share, requests)]),
      ),
      curve('Slowest routes', 's', '95 % of the requests to each begin within.', [
        '{{method}} {{route}}',
        `topk(6, ${quantile(0.95, requests, 'le, method, route')})`,
      ]),
    ],
  },
  {
    title: 'Chat and live changes',
    panels: [
      curve('Answers', 'cps', 'By what became of them here.', [
        '{{outcome}}',
        rate(`${turns}_count`, 'outcome'),
      ]),
      curve(
        'Time of an answer',
        's',
        'The built-in assistant takes milliseconds, a model seconds.',
        ...[0.5, 0.95].map((share): [string, string] => [`p${share * 100}`, quantile(share, turns)]),
      ),
      curve(
        'Event streams that ended',
        'cps',
        'Stalled and broken ones should be rare; readers resume by themselves.',
        ['{{reason}}', rate('event_streams_ended_total', 'reason')],
      ),
    ],
  },
  {
    title: 'Database',
    panels: [
      curve(
        'Connections',
        'short',
        'Each pod has 10 at the most for queries, and one for notifications beside them.',
        ['open', `sum(database_connections{${api}})`],
        ['idle', `sum(database_connections_idle{${api}})`],
      ),
      curve('Requests that wait for one', 'short', 'Above 0 for long: the database is the bottleneck.', [
        '{{pod}}',
        `database_requests_waiting{${api}}`,
      ]),
      curve('Notifications heard', 'short', '1: changes are told; 0: they are asked for twice a second.', [
        '{{pod}}',
        `database_notifications_heard{${api}}`,
      ]),
    ],
  },
  {
    title: 'Pods',
    panels: [
      curve('Memory', 'bytes', 'The limit is 384 MiB unless you set another.', [
        '{{pod}}',
        `process_resident_memory_bytes{${both}}`,
      ]),
      curve('Processors in use', 'short', 'Seconds of processor time in a second.', [
        '{{pod}}',
        `rate(process_cpu_seconds_total{${both}}[${window}])`,
      ]),
      curve('Event loop held up', 's', 'TodoBlocked is at 0.25 s.', [
        '{{pod}}',
        `nodejs_eventloop_lag_p99_seconds{${both}}`,
      ]),
    ],
  },
];
