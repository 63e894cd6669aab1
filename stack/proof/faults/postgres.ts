/** A Postgres that keeps nothing, in a namespace of its own as an external one would be. */
export function postgres(namespace: string, password: string): object[] {
  const labels = { app: 'postgres' };
  const metadata = { name: 'postgres', namespace };
  const folder = (name: string) => ({ name, emptyDir: {} });
  return [
    { apiVersion: 'v1', kind: 'Secret', metadata, stringData: { password } },
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: labels, ports: [{ port: 5432 }] } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            terminationGracePeriodSeconds: 2,
            securityContext: { runAsNonRoot: true, runAsUser: 999, runAsGroup: 999, fsGroup: 999 },
            containers: [
              {
                name: 'postgres',
                image: 'postgres:17-bookworm',
                imagePullPolicy: 'IfNotPresent',
                env: [
                  { name: 'POSTGRES_USER', value: 'todo' },
                  {
                    name: 'POSTGRES_PASSWORD',
                    valueFrom: { secretKeyRef: { name: 'postgres', key: 'password' } },
                  },
                  { name: 'PGDATA', value: '/data/postgres' },
                ],
                readinessProbe: {
                  exec: { command: ['pg_isready', '--host=127.0.0.1', '--username=todo'] },
                  periodSeconds: 1,
                  timeoutSeconds: 5,
                },
                volumeMounts: [
                  { name: 'data', mountPath: '/data' },
                  { name: 'run', mountPath: '/var/run/postgresql' },
                ],
              },
            ],
            volumes: [folder('data'), folder('run')],
          },
        },
      },
    },
  ];
}
