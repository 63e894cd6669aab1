import { services as names } from '../../src/names.ts';
import { typedKubectl } from '../target.ts';
import { broken, type Check, fine, unknown } from './finding.ts';
import { ofKind, snapshot } from './snapshot.ts';

interface Service {
  metadata: { name: string };
  spec?: { selector?: Record<string, string> };
}

interface Slice {
  metadata: { labels?: Record<string, string> };
  endpoints?: { conditions?: { ready?: boolean } }[] | null;
}

/** Whether each Service is there and has pods behind it that answer. */
export const services: Check = {
  name: 'services',
  async look(patient, mending) {
    const found = await snapshot(patient);
    if (!found) return unknown('the Services could not be listed');
    const list = ofKind<Service>(found.all, 'Service');
    const slices = ofKind<Slice>(found.all, 'EndpointSlice');
    const findings = names.flatMap((service) => {
      const name = `todo-${service}`;
      const again = mending.putBack(`Service/${name}`);
      const one = list.find(({ metadata }) => metadata.name === name);
      if (!one) {
        const sentence = `the Service ${name} is gone: nobody can reach ${service}`;
        return [
          broken({
            fault: 'service-missing',
            sentence,
            next: `make it again: ${again}`,
          }),
        ];
      }
      const ready = slices
        .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === name)
        .flatMap(({ endpoints }) => endpoints ?? [])
        .filter(({ conditions }) => conditions?.ready).length;
      if (ready > 0) return [];
      const own = found.pods.filter(({ metadata }) => metadata.name.startsWith(`${name}-`));
      const selector = Object.entries(one.spec?.selector ?? {});
      const fits = own.filter(({ metadata }) =>
        selector.every(([label, value]) => metadata.labels?.[label] === value),
      );
      if (own.length > 0 && fits.length === 0) {
        const wanted = selector.map(([label, value]) => `${label}=${value}`).join(', ');
        return [
          broken({
            fault: 'service-selector',
            sentence: `the Service ${name} looks for pods with ${wanted}, and no pod of ${service} has that: it answers nobody`,
            next: `${typedKubectl(patient.target, `delete service ${name}`)}, then make it again: ${again}`,
          }),
        ];
      }
      return [
        broken({
          fault: 'service-without-pods',
          sentence: `no pod behind the Service ${name} is ready, so it answers nobody`,
          next: 'what is said of the pods tells why',
        }),
      ];
    });
    return findings.length > 0 ? findings : fine('each has pods behind it that answer');
  },
};
