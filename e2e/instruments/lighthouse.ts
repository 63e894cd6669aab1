/** Lighthouse as a visitor: a browser of its own, which stays signed in from one report to the next. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type LaunchOptions } from '@playwright/test';
import getPort from 'get-port';
import lighthouse, { desktopConfig, type Flags, type Result } from 'lighthouse';

const forms = { phone: undefined, desktop: desktopConfig };
export type Form = keyof typeof forms;

export interface Visitor {
  browser: BrowserContext;
  /** What Lighthouse says of a page of the product. */
  reportOn(path: string, form: Form, flags: Flags): Promise<Result>;
}

/** Opens a browser that Lighthouse can steer, for as long as the work takes. */
export async function withVisitor(
  { launchOptions, baseURL }: { launchOptions: LaunchOptions; baseURL: string },
  work: (visitor: Visitor) => Promise<void>,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'todo-lighthouse-'));
  const port = await getPort();
  const args = [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`];
  // Its tabs share what the browser knows, so a person who signs in here is signed in there.
  const browser = await chromium.launchPersistentContext(profile, { ...launchOptions, args, baseURL });
  const reportOn = async (path: string, form: Form, flags: Flags) => {
    const options: Flags = { ...flags, port, logLevel: 'error', disableStorageReset: true };
    const run = await lighthouse(baseURL + path, options, forms[form]);
    if (!run) throw new Error(`no report on ${path}`);
    return run.lhr;
  };
  try {
    await work({ browser, reportOn });
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Of 100. */
export const points = (report: Result, category: string) =>
  Math.round((report.categories[category]?.score ?? 0) * 100);

/** What a report holds against the page, for whoever must mend it. */
export const faults = (report: Result) =>
  Object.values(report.audits)
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`.trim());
