/** @module The migrations as they are kept: their SQL, and the tables as each leaves them. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Column } from '../tables/sample-rows.ts';

const FOLDER = new URL('../../src/database/migrations/', import.meta.url);

export interface Table {
  name: string;
  columns: (Column & { notNull: boolean; primaryKey: boolean; default?: unknown })[];
  /** The columns that `on conflict` may name. */
  keys: string[][];
}

export interface Snapshot {
  /** The migration after which the tables are so. */
  migration: string;
  tables: Table[];
}

/** Each migration's text, by its name. */
export function migrations(): [name: string, text: string][] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'));
  return files.sort().map((name) => [name.replace('.sql', ''), readFileSync(new URL(name, FOLDER), 'utf8')]);
}

interface KeptTable {
  name: string;
  columns: Record<string, Table['columns'][number]>;
  compositePrimaryKeys: Record<string, { columns: string[] }>;
  uniqueConstraints: Record<string, { columns: string[] }>;
  indexes: Record<string, { isUnique: boolean; where?: string; columns: { expression: string }[] }>;
}

/** The tables after each migration, as they were kept when it was made; oldest first. */
export function snapshots(): Snapshot[] {
  return migrations().map(([migration]) => {
    const file = new URL(`meta/${migration.slice(0, 4)}_snapshot.json`, FOLDER);
    const { tables } = JSON.parse(readFileSync(file, 'utf8')) as { tables: Record<string, KeptTable> };
    return { migration, tables: Object.values(tables).map(tableOf) };
  });
}

function tableOf(kept: KeptTable): Table {
  const columns = Object.values(kept.columns);
  const unique = Object.values(kept.indexes).filter(({ isUnique, where }) => isUnique && !where);
  return {
    name: kept.name,
    columns,
    keys: [
      ...columns.filter(({ primaryKey }) => primaryKey).map(({ name }) => [name]),
      ...Object.values(kept.compositePrimaryKeys).map(({ columns }) => columns),
      ...Object.values(kept.uniqueConstraints).map(({ columns }) => columns),
      ...unique.map(({ columns }) => columns.map(({ expression }) => expression)),
    ],
  };
}
