/** @module How a mail leaves: through an SMTP server, or for developers into the log. */
import type { Transporter } from 'nodemailer';
import type { Logger } from 'pino';
import type { MailConfig } from '../config.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Resolves once somebody else is responsible for the mail; rejects when it has to be tried again. */
export type SendMail = (mail: Mail) => Promise<void>;

const PATIENCE_MILLISECONDS = 15_000;

/** The way out that the settings name; undefined when there is none. */
export function createSendMail(config: MailConfig, logger: Logger): SendMail | undefined {
  if (config.kind === 'none') return undefined;
  if (config.kind === 'log') {
    // As a warning, which `npm start` shows.
    return async ({ to, subject, text }) =>
      logger.warn({ to, subject, text }, `SMTP_URL would send this mail: ${subject}. ${linkIn(text)}`);
  }
  const { url, from } = config;
  let connected: Promise<Transporter> | undefined;
  return async ({ to, subject, text, html }) => {
    connected ??= connect(url, from);
    const transport = await connected;
    await transport.sendMail({
      // As an address, never as a list of them.
      to: { name: '', address: to },
      subject,
      text,
      html,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  };
}

/** Loaded with the first mail: most processes send none. */
async function connect(url: string, from: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport(
    {
      url,
      connectionTimeout: PATIENCE_MILLISECONDS,
      greetingTimeout: PATIENCE_MILLISECONDS,
      socketTimeout: PATIENCE_MILLISECONDS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
}

function linkIn(text: string): string {
  return /https?:\/\/\S+/.exec(text)?.[0] ?? '';
}
