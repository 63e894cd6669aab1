import * as pulumi from '@pulumi/pulumi';
import { describe, expect, test } from 'vitest';
import { run, secrets } from './program-fixture.ts';
import type { MockOptions } from './under-mocks.ts';

describe('one line ends it before anything is made', () => {
  const minikube = async () => ({ code: 7, stdout: '{"Host":"Stopped"}', stderr: '' });
  const table: [string, Partial<MockOptions>, string][] = [
    [
      'no database',
      { secrets: { jwtSecret: secrets.jwtSecret } },
      'databaseUrl is missing: npm run pulumi -- config set --secret databaseUrl --stack local asks for it; for a database inside the cluster: npm run pulumi -- config set database local --stack local',
    ],
    [
      'no JWT secret',
      { secrets: { databaseUrl: secrets.databaseUrl } },
      'jwtSecret is missing (npm run up makes one): npm run pulumi -- config set --secret jwtSecret "$(openssl rand -base64 32)" --stack local',
    ],
    [
      'a short JWT secret',
      { secrets: { ...secrets, jwtSecret: 'short' } },
      'jwtSecret must have at least 32 bytes',
    ],
    [
      'no Postgres address',
      { secrets: { ...secrets, databaseUrl: 'mysql://a:b@c/d' } },
      'databaseUrl must be a Postgres address like postgresql://user:password@host/database?sslmode=require',
    ],
    [
      'no Postgres address of the server behind a pooler',
      { secrets: { ...secrets, databaseDirectUrl: 'db.example:5432' } },
      'databaseDirectUrl must be a Postgres address like postgresql://user:password@host/database?sslmode=require',
    ],
    [
      'the address of a server outside, and a database inside',
      {
        config: { database: 'local' },
        secrets: { ...secrets, databasePassword: 'p', databaseDirectUrl: secrets.databaseUrl },
      },
      'databaseDirectUrl leads outside, and the database is inside the cluster: npm run pulumi -- config rm databaseDirectUrl --stack local',
    ],
    [
      'no password',
      { config: { database: 'local' } },
      'databasePassword is missing (npm run up makes one): npm run pulumi -- config set --secret databasePassword "$(openssl rand -hex 24)" --stack local',
    ],
    [
      'a secret in clear text',
      { config: { openaiApiKey: 'sk-clear' } },
      'openaiApiKey is stored in clear text; encrypt it: npm run pulumi -- config set --secret openaiApiKey --stack local',
    ],
    [
      'no such database',
      { config: { database: 'mysql' } },
      'database is "external" or "local", not "mysql": npm run pulumi -- config set database local --stack local',
    ],
    ['half a pod', { config: { replicas: '1.5' } }, 'replicas is a whole number from 1 to 50, not "1.5"'],
    [
      'no web address',
      { config: { publicUrl: 'localhost:3000' } },
      'publicUrl must be an http or https address, not "localhost:3000"',
    ],
    [
      'a model on localhost',
      { config: { openaiBaseUrl: 'http://localhost:11434/v1' } },
      'openaiBaseUrl names localhost, which inside the cluster is the pod itself: a server on this machine is host.minikube.internal there, and must listen on more than localhost',
    ],
    [
      'a way in without a name',
      { config: { ingress: 'true' } },
      'ingressHost is missing: npm run pulumi -- config set ingressHost todo.example --stack local',
    ],
    [
      'Minikube is stopped',
      { machine: { run: minikube } },
      'Minikube does not run: minikube start --profile minikube',
    ],
    [
      'a cluster in the cloud',
      {
        config: { kubeContext: 'production' },
        machine: { run: async () => ({ code: 85, stdout: '{}', stderr: '' }) },
      },
      'There is no Minikube named production, and only Minikube is deployed to: minikube start --profile production, or npm run pulumi -- config set kubeContext minikube',
    ],
    [
      'a processor without images',
      { machine: { architecture: 'mips' } },
      'There are no images for processors of the kind mips',
    ],
  ];
  test.each(table)('%s', async (_, options, line) => {
    const error = await run(options).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(pulumi.RunError);
    expect((error as Error).message).toBe(line);
  });
});
