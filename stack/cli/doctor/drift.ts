import { type EditedObject, findEdits } from '../../src/drift.ts';
import {
  byName,
  type KubernetesObject,
  lookedAt,
  type Objects,
  parseManifests,
} from '../../src/kubernetes-objects.ts';
import type { Mending } from '../mending/mending.ts';
import { helmArgs, namespaceOf, readJson, typedKubectl } from '../target.ts';
import { broken, type Check, type Finding, fine, type Patient, unknown, warning } from './finding.ts';
import { snapshot } from './snapshot.ts';

/** All that the chart may make in its namespace, save Secrets: their values are nobody's business here. */
const kinds = Object.keys(lookedAt).filter((kind) => kind !== 'Secret');

/** Without these people cannot use the product. */
const vital = ['Deployment', 'Service', 'ConfigMap', 'ServiceAccount', 'Ingress'];

/** Whether what is in the cluster is what was put there. */
export const drift: Check = {
  name: 'drift',
  async look(patient, mending) {
    const live = await snapshot(patient);
    if (!live) return unknown('what was deployed could not be compared with what is there');
    const objects = byName(live.all);
    if (mending.manner === 'kubectl') return sinceApplied(objects);
    const { shell, target } = patient;
    const made = await shell.run('helm', helmArgs(target, ['get', 'manifest']), { timeoutSeconds: 30 });
    if (made.code !== 0 && /not found/.test(made.stderr))
      return unknown('there is no release to compare with');
    if (made.code !== 0) return unknown('what Helm made could not be compared with what is there');
    const recorded = ofKinds(parseManifests(made.stdout), namespaceOf(target));
    const findings = [
      ...edits(objects, recorded).map((edit) => toFinding(edit, mending)),
      ...added(objects, recorded).map(([name, keys]) => addition(patient, mending, name, keys)),
    ];
    return findings.length > 0 ? findings : fine('what is in the cluster is what was deployed');
  },
};

/** What kubectl noted when it was applied. `kubectl set` and `scale` are how such a deployment is changed, and no fault. */
function sinceApplied(objects: Objects): Finding[] {
  const applied = Object.values(objects).flatMap((object) => {
    const { annotations } = object?.metadata ?? {};
    const noted = annotations?.['kubectl.kubernetes.io/last-applied-configuration'];
    return noted === undefined ? [] : (readJson<KubernetesObject>(noted) ?? []);
  });
  if (applied.length === 0)
    return fine('nothing noted what was deployed, so there is nothing to compare with');
  const recorded = byName(applied);
  const changed = [
    ...edits(objects, recorded).map((edit) => `${edit.object} (${shown(edit)})`),
    ...added(objects, recorded).map(([name, keys]) => `ConfigMap/${name} (${keys.join(', ')} added)`),
  ];
  return fine(
    changed.length === 0
      ? 'what is in the cluster is what was applied'
      : `changed since it was applied, as with kubectl set, scale or patch: ${changed.join('; ')}`,
  );
}

function edits(objects: Objects, recorded: Objects): EditedObject[] {
  const release = { revision: 0, status: '', description: '', values: {}, objects: recorded };
  return findEdits({ objects, release: { ...release, chart: { templates: {}, values: {} } } });
}

/** Keys that somebody added to a ConfigMap: pods read them too, and Helm leaves them there. */
function added(objects: Objects, recorded: Objects): [name: string, keys: string[]][] {
  return Object.values(recorded).flatMap((one): [string, string[]][] => {
    if (one?.kind !== 'ConfigMap') return [];
    const there = Object.keys(objects[`ConfigMap/${one.metadata.name}`]?.data ?? {});
    const keys = there.filter((key) => one.data?.[key] === undefined);
    return keys.length > 0 ? [[one.metadata.name, keys]] : [];
  });
}

function ofKinds(objects: Objects, namespace: string): Objects {
  return Object.fromEntries(
    Object.entries(objects).filter(([, object]) => {
      const place = (object?.metadata as { namespace?: string } | undefined)?.namespace ?? namespace;
      return object && kinds.includes(object.kind) && place === namespace;
    }),
  );
}

function toFinding(edit: EditedObject, mending: Mending): Finding {
  const { object, deleted } = edit;
  if (deleted) {
    const severity = vital.includes(object.split('/')[0] ?? '') ? broken : warning;
    return severity({
      fault: 'deleted-by-hand',
      sentence: `${object} was deleted by hand`,
      next: `make it again: ${mending.putBack(object)}`,
    });
  }
  return warning({
    fault: 'edited-by-hand',
    sentence: `${object} was changed by hand: ${shown(edit)}`,
    next: `put it back: ${mending.putBack(object)}; to keep it, ${keep[mending.manner]}`,
  });
}

const keep = {
  pulumi: 'put it into the settings (npm run pulumi -- config set …)',
  helm: 'add it to that command with --set',
  kubectl: 'put it into the manifest',
};

function addition({ target }: Patient, mending: Mending, name: string, keys: string[]): Finding {
  return warning({
    fault: 'edited-by-hand',
    sentence: `ConfigMap/${name} was changed by hand: ${keys.join(', ')} ${keys.length === 1 ? 'is' : 'are'} there and was not deployed`,
    next: `${typedKubectl(target, `delete configmap ${name}`)}, then ${mending.putBack(`ConfigMap/${name}`)}`,
  });
}

function shown({ fields }: EditedObject): string {
  const first = fields.slice(0, 4).map(({ path, from, to }) => {
    if (from === undefined && to === undefined) return path;
    return `${path} is ${brief(from)} and was deployed as ${brief(to)}`;
  });
  const more = fields.length > first.length ? `, and ${fields.length - first.length} more` : '';
  return first.join(', ') + more;
}

function brief(text: string | undefined): string {
  if (text === undefined) return 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
