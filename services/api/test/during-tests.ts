import { afterAll, beforeAll } from 'vitest';

/** What is opened before the first test of a file and closed after the last; nothing of it is there before. */
export function duringTests<Opened extends { close(): Promise<void> }>(open: () => Promise<Opened>): Opened {
  let opened: Opened | undefined;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());
  return new Proxy({} as Opened, {
    get(_target, name) {
      if (!opened) throw new Error(`${String(name)} is asked for before the tests run`);
      return Reflect.get(opened, name);
    },
  });
}
