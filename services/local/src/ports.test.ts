import getPort from 'get-port';
import { expect, test } from 'vitest';
import { portState, requireFreePorts } from './ports.ts';
import { holdPort } from './testing/processes.ts';

test.each(['127.0.0.1', '0.0.0.0'])('a port held on %s is taken', async (host) => {
  const held = await holdPort(host);
  expect(await portState(held.port)).toBe('taken');
  held.close();
  expect(await portState(held.port)).toBe('free');
});

test('free ports pass', async () => {
  await expect(requireFreePorts({ PORT: await getPort() }, 'npm start')).resolves.toBeUndefined();
});

test('a taken port is named, with a command that works', async () => {
  const held = await holdPort();
  const error = await requireFreePorts({ API_PORT: held.port }, 'npm run dev').catch(
    (reason: Error) => reason,
  );
  held.close();
  const [, other] = /API_PORT=(\d+) npm run dev/.exec(String(error)) ?? [];
  expect(String(error)).toContain(`port ${held.port} (API_PORT) is in use by another program`);
  expect(await portState(Number(other))).toBe('free');
});

test('the port proposed is not one that the other service wants', async () => {
  const held = await holdPort();
  const ports = { PORT: held.port, API_PORT: held.port + 1 };
  const error = await requireFreePorts(ports, 'npm start').catch((reason: Error) => reason);
  held.close();
  expect(String(error)).not.toContain(`PORT=${held.port + 1}`);
});
