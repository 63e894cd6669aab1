/** What a person finds in their mail, where the product of the journeys sends any (product/mail-box.ts). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** The link in the latest mail to an address, once it has come. */
export async function linkInMailTo(address: string): Promise<string> {
  let link: string | undefined;
  await expect(() => {
    link = mailsTo(address).flatMap((mail) => /https?:\/\/\S+#token=[\w.-]+/.exec(mail)?.[0] ?? [])[0];
    expect(link).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return link ?? '';
}

function mailsTo(address: string): string[] {
  const folder = process.env.JOURNEY_MAILS ?? '';
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((source) => new RegExp(`^To: .*${address.replaceAll('.', '\\.')}`, 'im').test(source))
    .map((source) => source.replaceAll('=\r\n', '').replaceAll('=3D', '='));
}
