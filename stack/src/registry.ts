/**
 * The registry that images are pushed to: what of it the cluster needs to pull them, and one question to it.
 *
 * @module
 */
import * as kubernetes from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import type { RegistrySettings } from './config-cloud.ts';
import { repositoryOf } from './image-name.ts';
import { pullSecretName } from './names.ts';

/** Who asks. */
export interface Login {
  username: string;
  password: string;
}

/** Whether a registry has the image; undefined when it does not say, and then nothing is concluded. */
export type IsPushed = (image: string, login: Login | undefined) => Promise<boolean | undefined>;

/** The host, with its port. */
export function serverOf(registry: string): string {
  return registry.split('/')[0] ?? registry;
}

/** Makes the Secret that the cluster pulls with; undefined when it needs none. */
export function makePullSecret(
  { address, pull }: RegistrySettings,
  options: pulumi.CustomResourceOptions,
): kubernetes.core.v1.Secret | undefined {
  if (!pull) return undefined;
  const server = serverOf(address);
  // Docker Hub's own name for itself, which is the one that kubelets look for.
  const key = server === 'docker.io' ? 'https://index.docker.io/v1/' : server;
  const config = pull.password.apply((password) => {
    const auth = Buffer.from(`${pull.username}:${password}`).toString('base64');
    return JSON.stringify({ auths: { [key]: { username: pull.username, password, auth } } });
  });
  return new kubernetes.core.v1.Secret(
    'registry-login',
    {
      metadata: { name: pullSecretName, labels: { 'app.kubernetes.io/part-of': 'todo-chatbot' } },
      type: 'kubernetes.io/dockerconfigjson',
      stringData: pulumi.secret({ '.dockerconfigjson': config }),
    },
    { ...options, additionalSecretOutputs: ['stringData', 'data'] },
  );
}

/** Who may ask the registry about its images. */
export async function loginOf({ push, pull }: RegistrySettings): Promise<Login | undefined> {
  const known = push ?? pull;
  if (!known) return undefined;
  const password = await new Promise<string>((resolve) => known.password.apply(resolve));
  return { username: known.username, password };
}

const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/** Asks by the protocol of registries (distribution-spec), with the token that it sends one for. */
export const isPushed: IsPushed = async (image, login) => {
  const server = serverOf(image);
  const repository = repositoryOf(image).slice(server.length + 1);
  const tag = image.slice(repositoryOf(image).length + 1);
  // Docker Hub's API has another name; and as Docker does, without TLS on this machine alone.
  const host = server === 'docker.io' ? 'registry-1.docker.io' : server;
  const scheme = /^(localhost|127\.0\.0\.1)(:|$)/.test(server) ? 'http' : 'https';
  const url = `${scheme}://${host}/v2/${repository}/manifests/${tag}`;
  const basic = login && `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
  try {
    let answer = await ask(url, basic);
    if (answer.status === 401) {
      const token = await fetchToken(answer.headers.get('www-authenticate') ?? '', basic);
      if (token) answer = await ask(url, `Bearer ${token}`);
    }
    return answer.status === 200 ? true : answer.status === 404 ? false : undefined;
  } catch {
    return undefined;
  }
};

function ask(url: string, authorization: string | undefined): Promise<Response> {
  return fetch(url, {
    method: 'HEAD',
    headers: { accept: manifestTypes, ...(authorization && { authorization }) },
    signal: AbortSignal.timeout(5000),
  });
}

/** `Bearer realm="https://auth.example/token",service="…",scope="…"`: where to get a token, and for what. */
async function fetchToken(challenge: string, basic: string | undefined): Promise<string | undefined> {
  if (!/^bearer /i.test(challenge)) return undefined;
  const { realm, ...rest } = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  ) as Record<string, string>;
  const url = URL.parse(realm ?? '');
  if (!url) return undefined;
  for (const [name, value] of Object.entries(rest)) url.searchParams.set(name, value);
  const answer = await fetch(url, {
    headers: basic ? { authorization: basic } : {},
    signal: AbortSignal.timeout(5000),
  });
  const body = (await answer.json()) as { token?: string; access_token?: string };
  return body.token ?? body.access_token;
}
