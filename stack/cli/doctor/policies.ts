/**
 * What NetworkPolicies let through, as Kubernetes defines it: a pod that no policy selects is open; one that is selected
 * is open for what at least one of them allows.
 *
 * @module
 */
import { BlockList, isIP } from 'node:net';

interface Selector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

interface Peer {
  podSelector?: Selector;
  namespaceSelector?: Selector;
  ipBlock?: { cidr: string; except?: string[] };
}

interface Rule {
  from?: Peer[];
  to?: Peer[];
  ports?: { port?: number | string; endPort?: number; protocol?: string }[];
}

/** The part of a NetworkPolicy that is looked at. */
export interface NetworkPolicy {
  metadata: { name: string };
  spec: {
    podSelector?: Selector;
    policyTypes?: string[];
    ingress?: Rule[];
    egress?: Rule[];
  };
}

/** An end of a way: a pod, or an address outside of the cluster. */
export interface End {
  labels?: Record<string, string>;
  /** Absent: in the policies' own namespace. */
  namespace?: Record<string, string>;
  address?: string;
  port: number;
  /** The name that the pod gives to the port. */
  portName?: string;
  protocol?: string;
}

/** The policies that keep a pod from calling `to`, when all of those that select it do; empty when the way is open. */
export function closedOut(policies: NetworkPolicy[], from: Record<string, string>, to: End): string[] {
  return closed(policies, from, 'Egress', ({ egress = [] }) => egress, 'to', to);
}

/** The policies that keep `to`, a pod, from being called by a pod with these labels. */
export function closedIn(policies: NetworkPolicy[], from: Record<string, string>, to: End): string[] {
  const caller: End = { ...to, labels: from };
  return closed(policies, to.labels ?? {}, 'Ingress', ({ ingress = [] }) => ingress, 'from', caller);
}

function closed(
  policies: NetworkPolicy[],
  pod: Record<string, string>,
  type: 'Ingress' | 'Egress',
  rulesOf: (spec: NetworkPolicy['spec']) => Rule[],
  side: 'from' | 'to',
  end: End,
): string[] {
  const own = policies.filter(({ spec }) => {
    const types = spec.policyTypes ?? (spec.egress ? ['Ingress', 'Egress'] : ['Ingress']);
    return types.includes(type) && fits(spec.podSelector, pod);
  });
  const isOpen = own.some(({ spec }) =>
    rulesOf(spec).some((rule) => isPort(rule, end) && isPeer(rule[side], end)),
  );
  return isOpen ? [] : own.map(({ metadata }) => metadata.name);
}

function isPort({ ports = [] }: Rule, { port, portName, protocol = 'TCP' }: End): boolean {
  if (ports.length === 0) return true;
  return ports.some((one) => {
    if ((one.protocol ?? 'TCP') !== protocol) return false;
    if (one.port === undefined) return true;
    if (typeof one.port === 'string') return one.port === portName;
    return port >= one.port && port <= (one.endPort ?? one.port);
  });
}

function isPeer(peers: Peer[] = [], { labels, namespace, address }: End): boolean {
  if (peers.length === 0) return true;
  return peers.some(({ ipBlock, podSelector, namespaceSelector }) => {
    // Where an address is not known, a range may be the right one.
    if (ipBlock) return address === undefined ? labels === undefined : isWithin(address, ipBlock);
    if (!labels) return false;
    // Without a selector of namespaces only the policies' own counts.
    const isNamespace = namespaceSelector
      ? fits(namespaceSelector, namespace ?? {})
      : namespace === undefined;
    return isNamespace && fits(podSelector, labels);
  });
}

function isWithin(address: string, { cidr, except = [] }: NonNullable<Peer['ipBlock']>): boolean {
  return inside(address, [cidr]) && !inside(address, except);
}

function inside(address: string, ranges: string[]): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits = '32'] = range.split('/');
    if (isIP(network) !== 0) list.addSubnet(network, Number(bits), isIP(network) === 6 ? 'ipv6' : 'ipv4');
  }
  return isIP(address) !== 0 && list.check(address, family);
}

function fits(selector: Selector | undefined, labels: Record<string, string>): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
  return (
    Object.entries(matchLabels).every(([name, value]) => labels[name] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      const value = labels[key];
      if (operator === 'Exists') return value !== undefined;
      if (operator === 'DoesNotExist') return value === undefined;
      const isListed = value !== undefined && values.includes(value);
      return operator === 'In' ? isListed : !isListed;
    })
  );
}
