/**
 * What an update would change about an object in the cluster, found in the way Helm finds it: from what Helm put there
 * last, what it will put there, and what is there. Fields that only the cluster or a person added stay.
 *
 * @module
 */
import { isDeepStrictEqual } from 'node:util';
import { quantityOf } from './quantity.ts';

/** A field that will change. Absent `from` or `to`: it is not there before or after. Environments are not shown. */
export interface Difference {
  /** Such as `spec.containers.api.resources.limits.memory`. */
  path: string;
  from?: string;
  to?: string;
}

/** Three states of one field. */
interface Field {
  path: string;
  live: unknown;
  wanted: unknown;
  /** What was put there last; undefined when that is not known. */
  before: unknown;
}

/** What must change about `live` to make it what is `wanted`. */
export function differences(live: unknown, wanted: unknown, before: unknown): Difference[] {
  return compare({ path: '', live, wanted, before });
}

function compare(field: Field): Difference[] {
  const { path, live, wanted, before } = field;
  if (isNothing(wanted)) return isNothing(before) || isNothing(live) ? [] : [difference(field)];
  // One more variable is one change, wherever its value comes from.
  if (/(^|\.)env\.[^.]+$/.test(path) && isNothing(live) && isNothing(before)) return [{ path }];
  if (isRecord(wanted)) return compareRecords(path, asRecord(live), wanted, asRecord(before));
  if (Array.isArray(wanted)) return compareLists(field, wanted);
  // What says nothing new is left out by the cluster's API: false, zero, an empty text.
  if (!wanted && isNothing(live) && isDeepStrictEqual(wanted, before)) return [];
  return isSame(path, live, wanted) ? [] : [difference(field)];
}

type Items = Record<string, unknown>;

function compareRecords(path: string, live: Items, wanted: Items, before: Items): Difference[] {
  const names = new Set([...Object.keys(wanted), ...Object.keys(before)]);
  return [...names].flatMap((name) =>
    compare({
      path: path ? `${path}.${name}` : name,
      live: live[name],
      wanted: wanted[name],
      before: before[name],
    }),
  );
}

function compareLists(field: Field, wanted: unknown[]): Difference[] {
  const { path } = field;
  const live = asList(field.live);
  const before = asList(field.before);
  const key = mergeKey([live, wanted, before]);
  if (!key) {
    const alike =
      live.length === wanted.length &&
      wanted.every(
        (item, index) =>
          compare({ path, live: live[index], wanted: item, before: before[index] }).length === 0,
      );
    return alike ? [] : [difference(field)];
  }
  const keyed = (list: unknown[]) =>
    Object.fromEntries(list.map((item) => [String(asRecord(item)[key]), item]));
  const found = compareRecords(path, keyed(live), keyed(wanted), keyed(before));
  const order = Object.keys(keyed(wanted));
  const liveOrder = live.map((item) => String(asRecord(item)[key])).filter((name) => order.includes(name));
  // The order counts as well: another one makes other pods.
  const moved =
    found.length === 0 && wanted.map((item) => String(asRecord(item)[key])).join() !== liveOrder.join();
  return moved ? [{ path, from: liveOrder.join(', '), to: order.join(', ') }] : found;
}

/** What tells the items of a list apart, where Kubernetes merges them one by one. */
function mergeKey(lists: unknown[][]): string | undefined {
  return ['name', 'mountPath', 'containerPort', 'topologyKey'].find((key) =>
    lists.every((list) => {
      const names = list.map((item) => asRecord(item)[key]);
      return names.every((name) => name !== undefined) && new Set(names.map(String)).size === names.length;
    }),
  );
}

/** `1000m` and `1` are the same amount, and the cluster writes it in its own way. */
function isSame(path: string, live: unknown, wanted: unknown): boolean {
  if (live === wanted) return true;
  if (!/(limits|requests|sizeLimit|storage)/.test(path)) return false;
  const amount = quantityOf(String(live));
  return amount !== undefined && amount === quantityOf(String(wanted));
}

function difference({ path, live, wanted }: Field): Difference {
  // Somebody may have put a secret there by hand.
  if (/(^|\.)env(\.|$)/.test(path)) return { path };
  return {
    path,
    ...(!isNothing(live) && { from: inWords(live) }),
    ...(!isNothing(wanted) && { to: inWords(wanted) }),
  };
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Kubernetes keeps no empty maps and lists. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'object' && Object.values(value).every(isNothing);
}

function isRecord(value: unknown): value is Items {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asRecord(value: unknown): Items {
  return isRecord(value) ? value : {};
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
