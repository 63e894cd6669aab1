/**
 * A Postgres inside the cluster, so that a first try needs no account anywhere. For data that matters, use a managed
 * one: this has a single pod, a single volume and no backups.
 *
 * @module
 */
import * as kubernetes from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { databaseName as name } from './names.ts';

// Debian's, not Alpine's: it sorts text by language as managed databases do, and its user 999 exists in it.
const image = 'postgres:17-bookworm';
const postgresUser = 999;
const user = 'todo';
const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'todo-chatbot' };

/** A Postgres with a volume of its own, reachable from api's pods alone. */
export class LocalDatabase extends pulumi.ComponentResource {
  /** Where api finds it; secret, since it holds the password. */
  readonly url: pulumi.Output<string>;

  constructor(args: LocalDatabaseArgs, options: pulumi.ComponentResourceOptions) {
    super('todo-chatbot:index:LocalDatabase', 'database', {}, options);
    const child = { parent: this };
    const password = pulumi.secret(args.password);

    const secret = new kubernetes.core.v1.Secret(
      'database-password',
      { metadata: { name, labels }, stringData: { POSTGRES_PASSWORD: password } },
      { ...child, additionalSecretOutputs: ['stringData', 'data'] },
    );
    const service = new kubernetes.core.v1.Service(
      'database-service',
      {
        // Pulumi would otherwise wait for pods that are only made after it.
        metadata: { name, labels, annotations: { 'pulumi.com/skipAwait': 'true' } },
        spec: { clusterIP: 'None', selector: labels, ports: [{ name: 'postgres', port: 5432 }] },
      },
      child,
    );
    new kubernetes.networking.v1.NetworkPolicy(
      'database-policy',
      { metadata: { name, labels }, spec: networkPolicy },
      child,
    );
    new kubernetes.apps.v1.StatefulSet(
      'database-server',
      { metadata: { name, labels }, spec: statefulSet(args.storage ?? '1Gi', secret.metadata.name) },
      { ...child, dependsOn: service },
    );

    this.url = pulumi.secret(
      pulumi.interpolate`postgresql://${user}:${password.apply(encodeURIComponent)}@${name}:5432/${user}`,
    );
    this.registerOutputs({ url: this.url });
  }
}

/** What a {@link LocalDatabase} is made from. */
export interface LocalDatabaseArgs {
  /** Taken when the volume is new; a volume that exists keeps the one it was made with. */
  password: pulumi.Input<string>;
  /** Size of the volume. */
  storage?: string;
}

const networkPolicy: kubernetes.types.input.networking.v1.NetworkPolicySpec = {
  podSelector: { matchLabels: labels },
  policyTypes: ['Ingress', 'Egress'],
  ingress: [
    {
      from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'todo-api' } } }],
      ports: [{ port: 5432 }],
    },
  ],
};

function statefulSet(
  storage: string,
  secretName: pulumi.Input<string>,
): kubernetes.types.input.apps.v1.StatefulSetSpec {
  const isReady = { exec: { command: ['pg_isready', '--username', user, '--dbname', user] } };
  return {
    serviceName: name,
    replicas: 1,
    selector: { matchLabels: labels },
    // Whoever moves to another database can come back to this one; `npm run down` takes the volume with the namespace.
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    template: {
      metadata: { labels },
      spec: {
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        terminationGracePeriodSeconds: 60,
        securityContext: {
          runAsNonRoot: true,
          runAsUser: postgresUser,
          runAsGroup: postgresUser,
          fsGroup: postgresUser,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        containers: [
          {
            name: 'postgres',
            image,
            imagePullPolicy: 'IfNotPresent',
            env: [
              { name: 'POSTGRES_USER', value: user },
              { name: 'POSTGRES_DB', value: user },
              {
                name: 'POSTGRES_PASSWORD',
                valueFrom: { secretKeyRef: { name: secretName, key: 'POSTGRES_PASSWORD' } },
              },
              { name: 'PGDATA', value: '/var/lib/postgresql/data/pgdata' },
            ],
            ports: [{ name: 'postgres', containerPort: 5432 }],
            startupProbe: { ...isReady, periodSeconds: 1, failureThreshold: 120 },
            readinessProbe: { ...isReady, periodSeconds: 5, timeoutSeconds: 5 },
            livenessProbe: { ...isReady, periodSeconds: 20, timeoutSeconds: 10, failureThreshold: 6 },
            resources: {
              requests: { cpu: '50m', memory: '128Mi' },
              limits: { cpu: '1', memory: '512Mi' },
            },
            securityContext: {
              allowPrivilegeEscalation: false,
              readOnlyRootFilesystem: true,
              capabilities: { drop: ['ALL'] },
            },
            volumeMounts: [
              { name: 'data', mountPath: '/var/lib/postgresql/data' },
              { name: 'run', mountPath: '/var/run/postgresql' },
              { name: 'tmp', mountPath: '/tmp' },
            ],
          },
        ],
        volumes: [
          { name: 'run', emptyDir: {} },
          { name: 'tmp', emptyDir: {} },
        ],
      },
    },
    volumeClaimTemplates: [
      {
        metadata: { name: 'data', labels },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
      },
    ],
  };
}
