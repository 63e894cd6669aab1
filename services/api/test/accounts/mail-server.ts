/** @module A mail server on this machine that keeps what it is sent. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { vi } from 'vitest';

interface ReceivedMail {
  from: string;
  to: string[];
  subject: string;
  /** Both forms, decoded. */
  text: string;
  html: string;
  headers: string;
}

export interface MailServer {
  settings: { SMTP_URL: string; MAIL_FROM: string };
  received: ReceivedMail[];
  /** The first mail to an address. */
  mailTo(address: string): Promise<ReceivedMail>;
  close(): Promise<void>;
}

/** Listens on a free port, or on one that was free before; only who knows the password may send. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, callback) =>
      password === 'a mail password' ? callback(null, { user: username }) : callback(new Error('refused')),
    onData: (stream, session, callback) => {
      text(stream).then((source) => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        received.push({ from, to: rcptTo.map(({ address }) => address), ...parse(source) });
        callback(null);
      }, callback);
    },
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const { port: found } = server.server.address() as AddressInfo;
  return {
    settings: {
      SMTP_URL: `smtp://todo:${encodeURIComponent('a mail password')}@127.0.0.1:${found}`,
      MAIL_FROM: 'Todo <todo@example.org>',
    },
    received,
    mailTo: (address) =>
      vi.waitFor(
        () => {
          const mail = received.find(({ to }) => to.includes(address));
          if (!mail) throw new Error(`no mail to ${address}`);
          return mail;
        },
        { timeout: 10_000 },
      ),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function parse(source: string): Pick<ReceivedMail, 'subject' | 'text' | 'html' | 'headers'> {
  const headers = source.slice(0, source.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  const boundary = /boundary="([^"]+)"/.exec(headers)?.[1] ?? '';
  const parts = source.split(`--${boundary}`);
  const part = (type: string) =>
    decode(parts.find((candidate) => candidate.includes(`Content-Type: ${type}`)) ?? '');
  return {
    headers,
    subject: words(/^Subject: (.*)$/m.exec(headers)?.[1] ?? ''),
    text: part('text/plain'),
    html: part('text/html'),
  };
}

function decode(part: string): string {
  const start = part.indexOf('\r\n\r\n');
  const body = part.slice(start + 4);
  if (/base64/i.test(part.slice(0, start))) return Buffer.from(body, 'base64').toString();
  return quoted(body.replaceAll('=\r\n', '')).trim();
}

function quoted(body: string): string {
  const bytes = body.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString();
}

/** RFC 2047: what a header has that is not ASCII. */
function words(header: string): string {
  return header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, form: string, word: string) =>
      form.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString() : quoted(word.replaceAll('_', ' ')),
    );
}
