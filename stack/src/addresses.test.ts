import { expect, test } from 'vitest';
import { findAddresses } from './addresses.ts';
import type { Settings } from './config.ts';

// Addresses depend on no secret.
const settings = { kubeContext: 'minikube' } as Settings;
const forward = 'kubectl --context minikube --namespace todo-chatbot port-forward service/todo-web';

test.each([
  ['as it is', {}, '192.168.49.2', 'http://localhost:3000', `${forward} 3000:80`],
  [
    'another port',
    { publicUrl: 'http://localhost:8080' },
    undefined,
    'http://localhost:8080',
    `${forward} 8080:80`,
  ],
  [
    "a node's port",
    { webNodePort: 30080 },
    '192.168.49.2',
    'http://192.168.49.2:30080',
    'http://192.168.49.2:30080',
  ],
  [
    "a node's port at IPv6",
    { webNodePort: 30080 },
    'fd00::2',
    'http://[fd00::2]:30080',
    'http://[fd00::2]:30080',
  ],
  ["a node's port nowhere", { webNodePort: 30080 }, undefined, 'http://localhost:3000', `${forward} 3000:80`],
  [
    'by name',
    { ingress: { host: 'todo.local', className: 'nginx' } },
    '1.2.3.4',
    'http://todo.local',
    'http://todo.local',
  ],
  [
    'an address of its own',
    { publicUrl: 'https://todo.example' },
    '1.2.3.4',
    'https://todo.example',
    'https://todo.example',
  ],
])('%s', (_, more, node, webUrl, openCommand) => {
  expect(findAddresses({ ...settings, ...more }, node)).toEqual({
    webUrl,
    apiUrl: 'http://todo-api.todo-chatbot.svc:8000',
    openCommand,
  });
});
