/** @module Mails wait in the database until they are sent: none is lost with a process, and nobody waits for one. */
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import { mails } from '../database/account-tables.ts';
import type { Database } from '../database/database.ts';
import type { Mail, SendMail } from './mailer.ts';

export type WaitingMail = Pick<typeof mails.$inferSelect, 'kind' | 'email' | 'language'>;

export interface Outbox {
  /** False when this installation has no way to send. */
  isOpen: boolean;
  /** Kept when this resolves, and sent soon after. */
  add(mail: WaitingMail): Promise<void>;
  /** Sends what is due, its own and what other processes left behind. */
  sendDue(): Promise<void>;
}

interface OutboxOptions {
  database: Database;
  send: SendMail | undefined;
  /** What is said, made only now so that no secret of it is ever stored; undefined when there is nobody to say it to. */
  compose(mail: WaitingMail): Promise<Mail | undefined>;
  logger: Logger;
}

/** A process that dies with a mail in its hand leaves it to the others after this. */
const LEASE_SECONDS = 60;
const GIVEN_UP_SECONDS = 60 * 60;

/** The outbox of this process. A mail is sent at least once: twice when a process dies right after sending it. */
export function createOutbox({ database, send, compose, logger }: OutboxOptions): Outbox {
  let sending: Promise<void> | undefined;
  let again = false;

  async function claim() {
    const [claimed] = await database.orm
      .update(mails)
      .set({
        attempts: sql`${mails.attempts} + 1`,
        dueAt: sql`now() + make_interval(secs => ${LEASE_SECONDS})`,
      })
      .where(
        sql`${mails.id} = (select id from mails where due_at <= now() order by due_at limit 1 for update skip locked)`,
      )
      .returning();
    return claimed;
  }

  async function sendAll(way: SendMail): Promise<void> {
    for (let mail = await claim(); mail; mail = await claim()) {
      const { id, attempts, createdAt } = mail;
      try {
        const composed = await compose(mail);
        if (composed) await way(composed);
        await database.orm.delete(mails).where(eq(mails.id, id));
      } catch (error) {
        const isOver = Date.now() - createdAt.getTime() > GIVEN_UP_SECONDS * 1000;
        // The server's own words may repeat the address.
        const { name, code, responseCode } = error as Error & { code?: string; responseCode?: number };
        const details = { mail: id, attempts, error: name, code, response_code: responseCode };
        if (isOver) {
          logger.error(details, 'a mail could not be sent for an hour, and was given up');
          await database.orm.delete(mails).where(eq(mails.id, id));
        } else {
          logger.warn(details, 'a mail could not be sent: it will be tried again');
          const seconds = Math.min(5 * 2 ** (attempts - 1), 300);
          await database.orm
            .update(mails)
            .set({ dueAt: sql`now() + make_interval(secs => ${seconds})` })
            .where(eq(mails.id, id));
        }
      }
    }
  }

  const sendDue = async (): Promise<void> => {
    if (!send) return;
    again = true;
    sending ??= (async () => {
      while (again) {
        again = false;
        await sendAll(send);
      }
    })()
      .catch((err) => logger.warn({ err }, 'the outbox could not be read: it will be tried again'))
      .finally(() => {
        sending = undefined;
      });
    await sending;
  };

  return {
    isOpen: send !== undefined,
    async add(mail) {
      await database.orm.insert(mails).values({ id: randomUUID(), ...mail });
      void sendDue();
    },
    sendDue,
  };
}
