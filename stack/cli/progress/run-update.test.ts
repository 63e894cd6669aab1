import type { EngineEvent, OutputMap, UpResult } from '@pulumi/pulumi/automation/index.js';
import { expect, test } from 'vitest';
import { FakeShell } from '../fake-shell.ts';
import type { EngineOptions } from './run-operation.ts';
import { runUpdate } from './run-update.ts';

const target = { stack: 'local', context: 'minikube', isAllowed: false };
const release = {
  op: 'update',
  type: 'kubernetes:helm.sh/v3:Release',
  urn: 'urn:pulumi:local::todo-chatbot::kubernetes:helm.sh/v3:Release::release',
};
const event = (kind: string) => ({ [kind]: { metadata: release } }) as unknown as EngineEvent;
const error = (message: string) =>
  ({ diagnosticEvent: { message, severity: 'error' } }) as unknown as EngineEvent;
const outputs: OutputMap = { webUrl: { value: 'http://localhost:3000', secret: false } };
const history = (...statuses: string[]) => ({
  stdout: JSON.stringify(
    statuses.map((status, index) => ({ revision: index + 1, status, description: '', updated: '' })),
  ),
});
const helm = 'helm --kube-context minikube --namespace todo-chatbot history';

/** A stack whose updates go as the functions say, one after the other. */
function stack(...runs: ((engine: EngineOptions) => void)[]) {
  let cancelled = 0;
  return {
    cancelled: () => cancelled,
    up: async (engine?: unknown) => {
      runs.shift()?.(engine as EngineOptions);
      return { outputs } as UpResult;
    },
    cancel: async () => {
      cancelled += 1;
    },
  };
}
const locked = (pid: number) => () => {
  throw new Error(
    `code: 255\n stdout: \n stderr: error: the stack is currently locked by 1 lock(s).\n  file:///x.json: created by me@here (pid ${pid}) at 2026-11-21T08:00:00Z\n err?: \n`,
  );
};

test('an update that goes well says what changed, and gives the outputs', async () => {
  const shell = new FakeShell({});
  const result = await runUpdate(
    shell,
    stack((engine) => {
      engine.onEvent(event('resourcePreEvent'));
      engine.onEvent(event('resOutputsEvent'));
    }),
    target,
    { verbose: false },
  );
  expect(result).toBe(outputs);
  expect(shell.drawn).toMatch(/✓ release +rolled out/);
  expect(shell.said.at(-1)).toMatch(/^Done in .*: 1 changed, 0 as they were\.$/);
});

test('an update without changes says so', async () => {
  const shell = new FakeShell({});
  await runUpdate(shell, stack(), target, { verbose: false });
  expect(shell.said.at(-1)).toContain('Nothing to change');
});

test('with --verbose it is Pulumi that speaks', async () => {
  const shell = new FakeShell({});
  await runUpdate(
    shell,
    stack((engine) => engine.onOutput?.('Updating (local)\n')),
    target,
    { verbose: true },
  );
  expect(shell.drawn).toBe('Updating (local)\n');
});

test('a failure is told in full, with what it left', async () => {
  const shell = new FakeShell({ [helm]: history('deployed', 'pending-upgrade') });
  const failing = stack((engine) => {
    engine.onEvent(event('resourcePreEvent'));
    engine.onEvent(event('resOpFailedEvent'));
    engine.onEvent(error('error: context deadline exceeded'));
    throw new Error('code: 255');
  });
  const refusal = runUpdate(shell, failing, target, { verbose: false });
  await expect(refusal).rejects.toThrow(/context deadline exceeded[\s\S]*Pods that ran before still serve/);
  await expect(refusal).rejects.toThrow("Helm's revision 2 is half done (pending-upgrade)");
  expect(shell.drawn).toMatch(/✗ release +failed/);
});

test('a build that fails shows the end of what it said', async () => {
  const image = {
    op: 'create',
    type: 'docker:index/image:Image',
    urn: 'urn:pulumi:l::t::docker:index/image:Image::api',
  };
  const failing = stack((engine) => {
    engine.onEvent({ resourcePreEvent: { metadata: image } } as unknown as EngineEvent);
    engine.onEvent({
      diagnosticEvent: {
        message: 'main.ts:3: unexpected (\n    at parse (main.js:8:1)\n',
        severity: 'info',
        ephemeral: true,
        urn: image.urn,
      },
    } as unknown as EngineEvent);
    engine.onEvent({ resOpFailedEvent: { metadata: image } } as unknown as EngineEvent);
    engine.onEvent(error('exit code: 1'));
    throw new Error('code: 255');
  });
  await expect(runUpdate(new FakeShell({}), failing, target, { verbose: false })).rejects.toThrow(
    /exit code: 1\nThe end of the build of image api:\n {2}\| main\.ts:3: unexpected/,
  );
});

test('an update that is stopped ends with 130 and says how things are', async () => {
  const shell = new FakeShell({ [helm]: history('deployed') });
  const stopped = stack((engine) => {
    shell.signals.emit('SIGINT');
    expect(engine.signal.aborted).toBe(true);
    throw new Error('code: 255');
  });
  await expect(runUpdate(shell, stopped, target, { verbose: false })).rejects.toMatchObject({
    message: expect.stringContaining('Stopped, as you asked. What was made so far stays as it is.'),
    exitCode: 130,
  });
});

test('Ctrl-C at a terminal is not told twice, even when nobody could be asked there', async () => {
  const shell = new FakeShell({ [helm]: history('deployed') });
  shell.atTerminal = true;
  const stopped = stack((engine) => {
    shell.signals.emit('SIGINT');
    expect(engine.signal.aborted).toBe(false);
    throw new Error('code: 255');
  });
  await expect(runUpdate(shell, stopped, target, { verbose: false })).rejects.toThrow(
    'Stopped, as you asked',
  );
});

test('the lock of a process that is gone is removed, and the update done', async () => {
  const shell = new FakeShell({});
  const held = stack(locked(4711), () => undefined);
  await runUpdate(shell, held, target, { verbose: false });
  expect(held.cancelled()).toBe(1);
  expect(shell.said[0]).toContain('process 4711 is gone');
});

test('the lock of a process that lives is left alone', async () => {
  const shell = new FakeShell({});
  shell.alive.add(4711);
  const held = stack(locked(4711));
  await expect(runUpdate(shell, held, target, { verbose: false })).rejects.toThrow(
    'Another update of this stack is under way (process 4711 on here',
  );
  expect(held.cancelled()).toBe(0);
});
