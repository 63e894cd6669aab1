/**
 * @module A statement together with the settings it runs under, in one message: what lies between two syncs is one
 * transaction to Postgres, so neither begin nor commit is sent, and one answer comes back where there would be four.
 */
import pg, { type CustomTypesConfig } from 'pg';

/** A statement that a session knows by name, and its values. */
export interface NamedQuery {
  name: string;
  text: string;
  values: unknown[];
  types?: CustomTypesConfig | undefined;
}

/** How a column of a statement's rows is read. */
interface Column {
  name: string;
  parse: (text: string) => unknown;
}

/** The columns of the statements that a session has described, by their names there: it does not change them. */
export type Described = Map<string, readonly Column[]>;

interface DescribedField {
  name: string;
  dataTypeID: number;
}

/** What the driver's connection does that its types do not tell. */
interface Connection {
  parsedStatements: Record<string, string | undefined>;
  bind(message: { statement: string; values: unknown[] }): void;
  describe(message: object): void;
  execute(message: object): void;
}

/** The driver's own query, as its connection drives it. */
type DriversQuery = new (
  text: string,
  values: unknown[],
  callback: (error: unknown) => void,
) => {
  name: string;
  prepare(connection: Connection): void;
  handleCommandComplete(message: object, connection: Connection): void;
};

class AloneQuery extends (pg.Query as unknown as DriversQuery) {
  /** What it answers; `rows` is the driver's own, and means how many to ask for. */
  readonly found: Record<string, unknown>[] = [];
  /** Why a row could not be read. */
  unreadable: unknown;
  readonly #query: NamedQuery;
  readonly #settings: NamedQuery;
  readonly #described: Described;
  #columns: readonly Column[] | undefined;
  #isSet = false;

  constructor(
    settings: NamedQuery,
    query: NamedQuery,
    described: Described,
    callback: (error: unknown) => void,
  ) {
    // Given as a whole it would be copied, property by property, at the cost of a row.
    super(query.text, query.values, callback);
    this.name = query.name;
    this.#query = query;
    this.#settings = settings;
    this.#described = described;
    this.#columns = described.get(query.name);
  }

  override prepare(connection: Connection): void {
    connection.bind({ statement: this.#settings.name, values: this.#settings.values });
    connection.execute({});
    const { describe } = connection;
    if (this.#columns) connection.describe = () => {};
    try {
      super.prepare(connection);
    } finally {
      connection.describe = describe;
    }
  }

  handleRowDescription({ fields }: { fields: DescribedField[] }): void {
    const types = this.#query.types ?? pg.types;
    this.#columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: types.getTypeParser(dataTypeID, 'text') as Column['parse'],
    }));
    this.#described.set(this.name, this.#columns);
  }

  /** The settings answer with a row of their own, which comes undescribed. */
  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    if (!this.#isSet || !this.#columns) return;
    const row: Record<string, unknown> = {};
    let place = 0;
    try {
      for (const { name, parse } of this.#columns) {
        const text = fields[place++] ?? null;
        row[name] = text === null ? null : parse(text);
      }
    } catch (error) {
      this.unreadable ??= error;
    }
    this.found.push(row);
  }

  override handleCommandComplete(message: object, connection: Connection): void {
    if (this.#isSet) super.handleCommandComplete(message, connection);
    this.#isSet = true;
  }
}

/** Whether the session has prepared the statement: with both prepared there is nothing to hear of but their results. */
export function hasPrepared(client: pg.Client, { name, text }: NamedQuery): boolean {
  return (client as unknown as { connection: Connection }).connection.parsedStatements[name] === text;
}

/** Runs both, of which the session knows each; all of it is undone when one fails. */
export function askAlone(
  client: pg.Client,
  settings: NamedQuery,
  query: NamedQuery,
  described: Described,
): Promise<{ rows: unknown[] }> {
  return new Promise((resolve, reject) => {
    const ask = new AloneQuery(settings, query, described, (error) => {
      const failure = error ?? ask.unreadable;
      if (failure === undefined) resolve({ rows: ask.found });
      else reject(failure);
    });
    (pg.Client.prototype.query as (query: object) => void).call(client, ask);
  });
}
