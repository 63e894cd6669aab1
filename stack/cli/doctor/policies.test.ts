import { expect, test } from 'vitest';
import { closedIn, closedOut, type NetworkPolicy } from './policies.ts';

const api = { app: 'api' };
const policy = (name: string, spec: NetworkPolicy['spec']): NetworkPolicy => ({ metadata: { name }, spec });
const nothing = policy('nothing', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
const database = policy('database', {
  podSelector: { matchLabels: api },
  policyTypes: ['Egress'],
  egress: [{ ports: [{ port: 5432 }] }],
});

test('without a policy that selects the pod everything is open', () => {
  expect(closedOut([], api, { port: 5432 })).toEqual([]);
  expect(closedOut([database], { app: 'web' }, { port: 1 })).toEqual([]);
});

test('one that allows is enough, and none that does names those that close', () => {
  expect(closedOut([nothing, database], api, { port: 5432 })).toEqual([]);
  expect(closedOut([nothing, database], api, { port: 6543 })).toEqual(['nothing', 'database']);
  expect(closedOut([nothing, database], api, { port: 5432, protocol: 'UDP' })).toHaveLength(2);
});

test.each([
  ['inside', '10.20.1.1', []],
  ['outside', '10.21.1.1', ['range']],
  ['excepted', '10.20.9.1', ['range']],
  ['not known', undefined, []],
])('a range of addresses: %s', (_name, address, expected) => {
  const ipBlock = { cidr: '10.20.0.0/16', except: ['10.20.9.0/24'] };
  const range = policy('range', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [{ to: [{ ipBlock }] }],
  });
  expect(closedOut([range], api, { port: 1, ...(address && { address }) })).toEqual(expected);
});

test('callers are told apart by their labels, ports also by their names', () => {
  const inwards = policy('inwards', {
    podSelector: { matchLabels: api },
    ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 'http' }] }],
  });
  const to = { labels: api, port: 8000, portName: 'http' };
  expect(closedIn([inwards], { app: 'web' }, to)).toEqual([]);
  expect(closedIn([inwards], { app: 'other' }, to)).toEqual(['inwards']);
  expect(closedIn([inwards], { app: 'web' }, { ...to, portName: 'metrics' })).toEqual(['inwards']);
});

test('a pod of another namespace needs a selector of namespaces', () => {
  const dns = { labels: { app: 'dns' }, namespace: { name: 'system' }, port: 53 };
  const own = policy('own', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [{ to: [{ podSelector: {} }] }],
  });
  const other = policy('other', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [{ to: [{ namespaceSelector: { matchLabels: { name: 'system' } } }] }],
  });
  expect(closedOut([own], api, dns)).toEqual(['own']);
  expect(closedOut([own, other], api, dns)).toEqual([]);
});

test.each([
  ['In', ['api'], []],
  ['In', ['web'], ['one']],
  ['NotIn', ['web'], []],
  ['Exists', undefined, []],
  ['DoesNotExist', undefined, ['one']],
])('labels are compared by %s %s', (operator, values, expected) => {
  const matchExpressions = [{ key: 'app', operator, ...(values && { values }) }];
  const one = policy('one', {
    podSelector: { matchLabels: {} },
    ingress: [{ from: [{ podSelector: { matchExpressions } }] }],
  });
  expect(closedIn([one], api, { labels: {}, port: 1 })).toEqual(expected);
});
