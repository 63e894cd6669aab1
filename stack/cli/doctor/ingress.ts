import { X509Certificate } from 'node:crypto';
import type { Mending } from '../mending/mending.ts';
import { kubectl, kubectlJson, typedKubectl } from '../target.ts';
import { broken, type Check, type Finding, fine, type Patient, unknown, warning } from './finding.ts';
import { ofKind, snapshot } from './snapshot.ts';

interface Ingress {
  metadata: { name: string };
  spec: { ingressClassName?: string; tls?: { secretName?: string }[]; rules?: { host?: string }[] };
  status?: { loadBalancer?: { ingress?: unknown[] } };
}

interface IngressClass {
  metadata: { name: string; annotations?: Record<string, string> };
}

const ofClass = {
  config: 'ingressClass <name>',
  chart: 'ingress.className=<name>',
  kubectl: 'edit ingress',
};

const isDefault = 'ingressclass.kubernetes.io/is-default-class';

/** Whether an Ingress, where there is one, has a controller, an address and a certificate that is valid. */
export const ingress: Check = {
  name: 'ingress',
  async look(patient, mending) {
    const found = await snapshot(patient);
    if (!found) return unknown('the Ingresses could not be listed');
    const list = ofKind<Ingress>(found.all, 'Ingress');
    if (list.length === 0) return fine('none: npm run open is the way in');
    const classes = await kubectlJson<{ items: IngressClass[] }>(
      patient.shell,
      patient.target,
      ...['get', 'ingressclasses'],
    );
    const findings = await Promise.all(
      list.map(async (one) => [
        ...wayTo(patient, mending, one, classes?.items),
        ...(await certificates(patient, one)),
      ]),
    );
    const trouble = findings.flat();
    const hosts = list.flatMap(({ spec }) => spec.rules ?? []).map(({ host }) => host);
    return trouble.length > 0 ? trouble : fine(`${hosts.join(', ')} leads to web`);
  },
};

function wayTo(
  { target }: Patient,
  mending: Mending,
  { metadata, spec, status }: Ingress,
  classes?: IngressClass[],
): Finding[] {
  const known = (classes ?? []).map(({ metadata: one }) => one.name);
  const name = spec.ingressClassName;
  const start = target.isAllowed
    ? `install an Ingress controller, or name the class of one that is there (${known.join(', ') || 'none is'}): ${mending.set(ofClass)}`
    : `minikube addons enable ingress --profile ${target.context}`;
  if (
    classes &&
    name === undefined &&
    !classes.some((one) => one.metadata.annotations?.[isDefault] === 'true')
  ) {
    const sentence = `the Ingress ${metadata.name} names no class and the cluster has no default one, so no controller answers for it`;
    return [broken({ fault: 'ingress-class', sentence, next: start })];
  }
  if (classes && name !== undefined && !known.includes(name)) {
    const sentence = `the Ingress ${metadata.name} asks for the class ${name}, which the cluster does not have, so no controller answers for it`;
    return [broken({ fault: 'ingress-class', sentence, next: start })];
  }
  if ((status?.loadBalancer?.ingress ?? []).length > 0) return [];
  return [
    warning({
      fault: 'ingress-address',
      sentence: `the Ingress ${metadata.name} has no address: its controller does not run, or has not seen it yet`,
      next: target.isAllowed
        ? `look at the pods of the controller: kubectl --context ${target.context} get pods --all-namespaces`
        : start,
    }),
  ];
}

/** The public half of the pair alone; the key stays where it is. */
const certificateAlone = '--output=go-template={{index .data "tls.crt"}}';
const soonDays = 14;

async function certificates(
  { shell, target, now }: Patient,
  { metadata, spec }: Ingress,
): Promise<Finding[]> {
  const names = (spec.tls ?? []).flatMap(({ secretName }) => secretName ?? []);
  const findings = names.map(async (name): Promise<Finding[]> => {
    const answer = await kubectl(shell, target, 'get', 'secret', name, certificateAlone);
    const make = typedKubectl(target, `create secret tls ${name} --cert=… --key=…`);
    if (/not found/i.test(answer.stderr)) {
      const sentence = `the Ingress ${metadata.name} wants the certificate in the Secret ${name}, which is not there`;
      return [broken({ fault: 'ingress-certificate', sentence, next: make })];
    }
    const end = answer.code === 0 ? endOf(answer.stdout) : undefined;
    if (!end) return [];
    const days = Math.floor((end.getTime() - now.getTime()) / 86_400_000);
    if (days >= soonDays) return [];
    const severity = days < 0 ? broken : warning;
    const when = `${days < 0 ? 'expired' : 'expires'} on ${end.toISOString().slice(0, 10)}`;
    return [
      severity({
        fault: 'ingress-certificate',
        sentence: `the certificate of the Ingress ${metadata.name} (Secret ${name}) ${when}`,
        next: `put a new one there: ${typedKubectl(target, `delete secret ${name}`)}, then ${make}`,
      }),
    ];
  });
  return (await Promise.all(findings)).flat();
}

function endOf(base64: string): Date | undefined {
  try {
    return new Date(new X509Certificate(Buffer.from(base64, 'base64')).validTo);
  } catch {
    return undefined;
  }
}
