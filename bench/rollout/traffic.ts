/** @module Everyone who uses the product while it rolls: people with tasks, chats and an open page each. */
import { setTimeout as delay } from 'node:timers/promises';
import { auditConversations, auditTasks } from './audit.ts';
import { auditEvents, type EventAudit, type EventRecord } from './audit-events.ts';
import { useChat } from './chat-client.ts';
import { type Client, clientFactory } from './client.ts';
import { Stop } from './command.ts';
import { followEvents } from './event-client.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createPauses, type Pauses } from './pauses.ts';
import { type Person, signUp } from './person.ts';
import { readBack } from './read-back.ts';
import { useTasks } from './task-client.ts';

const PEOPLE = 4;
const WARM_MILLISECONDS = 60_000;
/** How long the last events may take to arrive. */
const LAST_EVENTS_MILLISECONDS = 10_000;

/** Milliseconds between requests. */
const BUSY = [80];
/** A new connection each time: it must never be led to a pod that is gone. */
const NEWCOMER = [250];
/** A connection that is held open and not used for about as long as a pod drains: it must not be cut while it is used. */
const IDLE = [2900, 4900, 5900, 3900, 7900];

export interface Traffic {
  ledger: Ledger;
  pauses: Pauses;
  /** Number of events received by all. */
  received(): number;
  /** Resolves when everyone has been answered and every page has had an event. */
  warm(): Promise<void>;
  /** Lets everyone finish what they are at; the pages stay open until they have had their last event. */
  stop(): Promise<void>;
  /** Compares what was acknowledged with what the product holds. */
  audit(): Promise<{ wrong: string[]; events: EventAudit }>;
}

interface Seat {
  person: Person;
  page: Client;
  reader: Client;
  record: EventRecord[];
}

/** Signs people up and has them use the product at this address until they are stopped. */
export async function startTraffic(url: string): Promise<Traffic> {
  const ledger = createLedger();
  const pauses = createPauses();
  const newClient = clientFactory(url, ledger, pauses);
  const working = new AbortController();
  const watching = new AbortController();
  const work: Promise<void>[] = [];
  const pages: Promise<void>[] = [];
  const seats: Seat[] = [];
  const everyone: Client[] = [];

  // All before anyone begins: who works already would not stop when somebody after them cannot sign up.
  const people: Person[] = [];
  while (people.length < PEOPLE) {
    const person = await signUp(url).catch((error: Error) => {
      throw new Stop(`the product at ${url} cannot be used: ${error.message}`);
    });
    people.push(person);
  }

  for (const [index, person] of people.entries()) {
    const number = index + 1;
    const client = (kind: string, keepAlive = true) => {
      const made = newClient(`${kind} ${number}`, person, { keepAlive });
      everyone.push(made);
      return made;
    };
    const seat = { person, page: client('page'), reader: client('audit'), record: [] };
    seats.push(seat);
    pages.push(followEvents(seat.page, seat.record, watching.signal));
    work.push(
      useTasks(client('busy'), BUSY, working.signal),
      useTasks(client('newcomer', false), NEWCOMER, working.signal),
      useTasks(client('idle'), IDLE, working.signal),
      useChat(client('chat'), working.signal),
    );
  }

  const eventAudits = () => seats.map(({ person, record }) => auditEvents(person.id, record, ledger.tasks));

  return {
    ledger,
    pauses,
    received: () => seats.reduce((sum, { record }) => sum + record.length, 0),

    async warm() {
      const until = Date.now() + WARM_MILLISECONDS;
      while (seats.some(({ record }) => record.length === 0) || ledger.turns.length < PEOPLE) {
        const [failure] = [...ledger.failures, ...ledger.brokenChats];
        if (failure) throw new Stop(`the product at ${url} fails before anything rolls: ${failure.what}`);
        if (Date.now() > until)
          throw new Stop(`the product at ${url} does not answer everyone, and nothing rolls yet`);
        await delay(100);
      }
    },

    async stop() {
      working.abort();
      await Promise.all(work);
      const until = Date.now() + LAST_EVENTS_MILLISECONDS;
      while (eventAudits().some(({ lost }) => lost.length > 0) && Date.now() < until) await delay(100);
      watching.abort();
      await Promise.all(pages);
    },

    async audit() {
      const wrong: string[] = [];
      const unsure = { titles: ledger.unsure, words: ledger.unsureWords };
      for (const { person, reader } of seats) {
        const stored = await readBack(reader);
        const own = ({ userId }: { userId: string }) => userId === person.id;
        const turns = ledger.turns.filter(own);
        wrong.push(...auditTasks(ledger.tasks.filter(own), turns, unsure, stored.tasks));
        wrong.push(...auditConversations(turns, unsure, stored.conversations));
      }
      await Promise.all(everyone.map((client) => client.close()));
      const audits = eventAudits();
      return {
        wrong,
        events: {
          lost: audits.flatMap(({ lost }) => lost),
          doubled: audits.flatMap(({ doubled }) => doubled),
          slowestMilliseconds: Math.max(...audits.map(({ slowestMilliseconds }) => slowestMilliseconds)),
        },
      };
    },
  };
}
