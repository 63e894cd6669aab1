import type { Target } from '../target.ts';
import { broken, type Check, fine, unknown } from './finding.ts';
import { ofKind, snapshot } from './snapshot.ts';

interface Claim {
  metadata: { name: string };
  spec?: { storageClassName?: string };
  status?: { phase?: string };
}

/** Whether every volume that was asked for was made. */
export const storage: Check = {
  name: 'storage',
  async look(patient) {
    const found = await snapshot(patient);
    if (!found) return unknown('the volumes could not be listed');
    const claims = ofKind<Claim>(found.all, 'PersistentVolumeClaim');
    if (claims.length === 0) return fine('none: the database is elsewhere');
    const findings = claims
      .filter(({ status }) => status?.phase !== 'Bound')
      .map(({ metadata, spec, status }) => {
        const said = found.events.findLast(
          ({ involvedObject }) =>
            involvedObject?.kind === 'PersistentVolumeClaim' && involvedObject.name === metadata.name,
        )?.message;
        return broken({
          fault: 'volume-pending',
          sentence: `the volume ${metadata.name} is ${status?.phase === 'Lost' ? 'lost' : 'not made'}${said ? `: ${said}` : ''}`,
          next: spec?.storageClassName
            ? `make the storage class ${spec.storageClassName}, or use one that is there (kubectl get storageclasses)`
            : makeDefault(patient.target),
        });
      });
    return findings.length > 0 ? findings : fine('every volume is there');
  },
};

/** A claim that names no class gets the cluster's default one. */
function makeDefault({ context, isAllowed }: Target): string {
  if (isAllowed) return 'make one of the storage classes the default: kubectl get storageclasses shows them';
  const enable = (addon: string) => `minikube addons enable ${addon} --profile ${context}`;
  return `${enable('default-storageclass')}, and ${enable('storage-provisioner')}`;
}
