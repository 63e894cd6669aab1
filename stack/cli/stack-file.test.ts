import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseStackFile, root } from './stack-file.ts';

const file = 'Pulumi.local.yaml';

test('reads what is in clear text, and whether there are secrets', () => {
  const text =
    'encryptionsalt: v1:x\nconfig:\n  todo-chatbot:replicas: 2\n  todo-chatbot:jwtSecret:\n    secure: v1:y\n';
  expect(parseStackFile(text, file)).toEqual({ settings: { replicas: '2' }, isEncrypted: true });
  expect(parseStackFile('', file)).toEqual({ settings: {}, isEncrypted: false });
});

test('a file with a typing error is named, with the line', () => {
  expect(() => parseStackFile('config:\n  a: "b\n', file)).toThrow(
    /^Pulumi\.local\.yaml cannot be read as YAML: .* at line \d+, column \d+$/,
  );
});

test('the example holds the settings that a new stack starts with, and nothing secret', async () => {
  const { settings, isEncrypted } = parseStackFile(
    await readFile(join(root, 'Pulumi.local.yaml.example'), 'utf8'),
    file,
  );
  // No address: it follows from the way in that is chosen later.
  expect(settings).toEqual({ kubeContext: 'minikube', database: 'external', replicas: '2' });
  expect(isEncrypted).toBe(false);
});
