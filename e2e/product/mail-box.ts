/** @module The mail server of the journeys: it keeps every mail as a file, where the journeys of other processes read it. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface MailBox {
  folder: string;
  /** What the product must be told to send its mail here. */
  settings: { SMTP_URL: string; MAIL_FROM: string };
  close(): Promise<void>;
}

/** Listens on a free port of this machine. */
export async function openMailBox(): Promise<MailBox> {
  const folder = mkdtempSync(join(tmpdir(), 'todo-mails-'));
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, callback) => {
      text(stream).then((source) => {
        writeFileSync(join(folder, `${randomUUID()}.eml`), source);
        callback(null);
      }, callback);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    folder,
    settings: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Todo <todo@example.org>' },
    async close() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
