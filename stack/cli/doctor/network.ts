import type { Mending } from '../mending/mending.ts';
import { podToAsk, viewFrom } from './database.ts';
import { broken, type Check, type Finding, fine, type Patient, unknown, warning } from './finding.ts';
import type { PodView } from './in-pod.ts';
import { closedIn, closedOut, type End, type NetworkPolicy } from './policies.ts';
import { ofKind, type Snapshot, snapshot } from './snapshot.ts';

/** Whether the NetworkPolicies let through what the product needs: web to api, names, and api to the database. */
export const network: Check = {
  name: 'network',
  async look(patient, mending) {
    const found = await snapshot(patient);
    if (!found) return unknown('the NetworkPolicies could not be listed');
    const policies = ofKind<NetworkPolicy>(found.all, 'NetworkPolicy');
    if (policies.length === 0) return fine('no NetworkPolicy, so everything may call everything');
    const ways = await waysOf(patient, mending, found);
    const findings = ways.flatMap((way) => blocked(policies, way));
    return findings.length > 0 ? findings : fine('the NetworkPolicies let through what is needed');
  },
};

interface Way {
  name: string;
  from: Record<string, string>;
  to: End;
  /** Whether it is known that it is closed in fact, and not only by what is written. */
  isBroken: boolean;
  /** How to open it. */
  next: string;
}

const dnsLabels = { 'k8s-app': 'kube-dns' };
const dnsNamespace = { 'kubernetes.io/metadata.name': 'kube-system' };

async function waysOf(patient: Patient, mending: Mending, found: Snapshot): Promise<Way[]> {
  const putBack = `take away the one that somebody added, and put those of the product back: ${mending.putBack('NetworkPolicy')}`;
  const labelsOf = (name: string) =>
    found.pods.find(({ metadata }) => metadata.labels?.['app.kubernetes.io/name'] === name)?.metadata.labels;
  const [api, web] = [labelsOf('todo-api'), labelsOf('todo-web')];
  const pod = podToAsk(found.pods);
  const asked = pod && (await viewFrom(patient, pod));
  const view = typeof asked === 'object' ? asked : undefined;
  const dns = { labels: dnsLabels, namespace: dnsNamespace, port: 53, protocol: 'UDP' };
  const ways: Way[] = [];
  if (api && web) {
    const to = { labels: api, port: 8000, portName: 'http' };
    ways.push({ name: 'web to api', from: web, to, isBroken: false, next: putBack });
  }
  if (web) {
    const name = 'web to the server of names';
    ways.push({ name, from: web, to: dns, isBroken: false, next: putBack });
  }
  if (api) {
    const isBroken = view !== undefined && view.names !== 'ok';
    ways.push({ name: 'api to the server of names', from: api, to: dns, isBroken, next: putBack });
  }
  if (api && view?.port !== undefined) {
    ways.push({
      name: `api to the database (${view.host}:${view.port})`,
      from: api,
      to: { port: view.port, ...place(found, view) },
      isBroken: view.ready?.checks?.database !== 'ok',
      next: `open port ${view.port}: ${mending.set(portOf(view.port))}`,
    });
  }
  return ways;
}

const portOf = (port: number) => ({
  chart: `networkPolicy.databasePort=${port}`,
  kubectl: 'edit networkpolicy todo-api',
});

/** A database of this namespace is a pod, any other one an address. */
function place({ pods }: Snapshot, { host, address }: PodView): Pick<End, 'labels' | 'address'> {
  const name = host?.split('.')[0];
  const own = pods.find(({ metadata }) => metadata.labels?.['app.kubernetes.io/name'] === name);
  if (own?.metadata.labels) return { labels: own.metadata.labels };
  return address === undefined ? {} : { address };
}

function blocked(policies: NetworkPolicy[], { name, from, to, isBroken, next }: Way): Finding[] {
  const isInside = to.labels !== undefined && to.namespace === undefined;
  const names = [...closedOut(policies, from, to), ...(isInside ? closedIn(policies, from, to) : [])];
  if (names.length === 0) return [];
  const severity = isBroken ? broken : warning;
  const list = [...new Set(names)].join(', ');
  return [
    severity({
      fault: 'network-policy-blocks',
      sentence: `no NetworkPolicy opens the way from ${name}, and ${list} ${new Set(names).size === 1 ? 'closes' : 'close'} it${isBroken ? '' : ': it works for now, and will not where policies are enforced'}`,
      next,
    }),
  ];
}
