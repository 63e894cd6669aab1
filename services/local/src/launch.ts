/** @module From commands to a running product, and back: start, wait until it is usable, watch, stop. */
import { logFileOf } from './data-folder.ts';
import type { Interruption } from './interruption.ts';
import { LaunchError } from './launch-error.ts';
import { untilReady } from './readiness.ts';
import { type Service, type ServiceCommand, startService } from './service.ts';
import { seconds, type Terminal } from './terminal.ts';

export interface Product {
  services: readonly ServiceCommand[];
  /** Must answer with success once every service is ready: the page that the person opens. */
  pageUrl: string;
  logFolder: string;
  readyWithinMilliseconds: number;
  /** How long a service may take to finish what it does when it is asked to stop. */
  stopWithinMilliseconds: number;
  /** Lines that say where it is and how to stop it. */
  announcement: readonly string[];
}

async function untilUsable(product: Product, signal: AbortSignal): Promise<void> {
  const limit = AbortSignal.timeout(product.readyWithinMilliseconds);
  const either = AbortSignal.any([signal, limit]);
  const waitingFor = new Set(product.services.map(({ name }) => name));
  try {
    await Promise.all(
      product.services.map(async ({ name, readyUrl }) => {
        await untilReady(readyUrl, either);
        waitingFor.delete(name);
      }),
    );
    waitingFor.add('page');
    await untilReady(product.pageUrl, either);
  } catch (error) {
    if (!limit.aborted || signal.aborted) throw error;
    const names = [...waitingFor].join(' and the ');
    const patience = seconds(product.readyWithinMilliseconds);
    throw new LaunchError(
      `the ${names} did not become ready within ${patience}; the logs are in ${product.logFolder}`,
    );
  }
}

/** Fails with the sentence of the first service that ends by itself. */
async function untilOneEnds(services: readonly Service[]): Promise<never> {
  throw new LaunchError(await Promise.race(services.map((service) => service.ended)));
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

/** Starts the services and holds once the product can be used, or once `asked` is aborted. */
async function start(
  product: Product,
  services: Service[],
  terminal: Terminal,
  asked: AbortSignal,
): Promise<void> {
  const refused = Promise.withResolvers<never>();
  const over = new AbortController();
  for (const command of product.services) {
    const service = startService(command, logFileOf(product.logFolder, command.name), {
      warning: (text) => terminal.warn(`${command.name}: ${text}`),
      // Under a watcher a service that refuses to start does not end: it waits for its source to change.
      refusal: (line) => (over.signal.aborted ? terminal.warn(line) : refused.reject(new LaunchError(line))),
    });
    services.push(service);
  }
  const usable = untilUsable(product, AbortSignal.any([asked, over.signal]));
  try {
    await Promise.race([usable, untilOneEnds(services), refused.promise, untilAborted(asked)]);
  } finally {
    over.abort();
  }
}

/**
 * Runs the product until it is interrupted (then the promise holds) or one of its services ends by itself
 * (then it fails with the reason). Either way nothing of it is left running.
 */
export async function launch(
  product: Product,
  terminal: Terminal,
  interruption: Interruption,
): Promise<void> {
  const { asked, forced } = interruption;
  const services: Service[] = [];
  const starting = terminal.step('Starting');
  try {
    await start(product, services, terminal, asked);
    if (asked.aborted) return;
    starting.end('Started');
    for (const line of product.announcement) terminal.say(line);
    await Promise.race([untilOneEnds(services), untilAborted(asked)]);
  } finally {
    starting.end();
    const stopping = asked.aborted ? terminal.step('Stopping') : undefined;
    const kill = () => services.forEach((service) => void service.kill());
    forced.addEventListener('abort', kill, { once: true });
    await Promise.all(services.map((service) => service.stop(product.stopWithinMilliseconds)));
    stopping?.end('Stopped');
  }
}
