import { withPulumi } from '../mending/mending.ts';
import { kubectl, kubectlJson, namespaceOf, typedHelm } from '../target.ts';
import { broken, type Finding, type Patient } from './finding.ts';

interface Deployments {
  items: { metadata: { namespace: string } }[];
}

/** That nothing is deployed: where it should be, and where it is instead. */
export async function whyNothingIsThere({ shell, target }: Patient): Promise<Finding> {
  const namespace = namespaceOf(target);
  const everywhere = ['--all-namespaces', '--selector=app.kubernetes.io/name=todo-api'];
  const [own, found] = await Promise.all([
    kubectl(shell, target, 'get', 'namespace', namespace, '--output=name'),
    kubectlJson<Deployments>(shell, target, 'get', 'deployments', ...everywhere),
  ]);
  const isMissing = /not found/i.test(own.stderr);
  const others = [...new Set((found?.items ?? []).map(({ metadata }) => metadata.namespace))];
  const sentence = isMissing
    ? `there is no namespace ${namespace}, so the todo chat is not deployed there`
    : 'the todo chat is not deployed';
  const elsewhere = others.map((other) => `--namespace ${other}`).join(' or ');
  const make = target.namespace
    ? `${typedHelm(target, 'install todo-chatbot stack/chart --create-namespace --atomic')} (docs/deploy/helm.md)`
    : withPulumi(target).putBack();
  return broken({
    fault: 'not-deployed',
    sentence: elsewhere ? `${sentence}, but it is in ${others.join(', ')}` : sentence,
    next: elsewhere ? `look there: ${elsewhere}` : make,
  });
}
