/**
 * Where the product can be reached, and how to get there.
 *
 * @module
 */
import type { Settings } from './config.ts';
import { namespaceName } from './names.ts';

/** Addresses of a deployment. */
export interface Addresses {
  /** What people type. web only trusts sign-ins from there. */
  webUrl: string;
  /** What other pods in the cluster use. */
  apiUrl: string;
  /** A command after which `webUrl` answers; for one that answers by itself, the address. */
  openCommand: string;
}

/** @param nodeAddress where a node's ports answer, when that is known */
export function findAddresses(settings: Settings, nodeAddress: string | undefined): Addresses {
  const webUrl = settings.publicUrl ?? defaultUrl(settings, nodeAddress);
  return {
    webUrl,
    apiUrl: `http://todo-api.${namespaceName}.svc:8000`,
    openCommand: openCommand(settings, new URL(webUrl)),
  };
}

function defaultUrl({ ingress, webNodePort }: Settings, nodeAddress: string | undefined): string {
  if (ingress) return `${ingress.tlsSecret ? 'https' : 'http'}://${ingress.host}`;
  if (webNodePort && nodeAddress) {
    return `http://${nodeAddress.includes(':') ? `[${nodeAddress}]` : nodeAddress}:${webNodePort}`;
  }
  return 'http://localhost:3000';
}

function openCommand({ kubeContext }: Settings, url: URL): string {
  if (!['localhost', '127.0.0.1'].includes(url.hostname)) return url.origin;
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return `kubectl --context ${kubeContext} --namespace ${namespaceName} port-forward service/todo-web ${port}:80`;
}
