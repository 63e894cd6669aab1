/** @module Every operation of the service, from its OpenAPI document and its routes, with bodies that its schemas allow. */
import type { Stage } from '../stage.ts';

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  example?: unknown;
  examples?: unknown[];
}

interface Parameter {
  $ref?: string;
  name: string;
  in: string;
}

interface Described {
  security?: object[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

interface Document {
  paths: Record<string, Record<string, Described>>;
  components: Record<string, Record<string, Schema>>;
}

export interface Operation {
  method: string;
  /** With its parameters in braces. */
  path: string;
  /** Someone must be signed in. */
  isGuarded: boolean;
  /** Each with all fields, and with those alone that it must have. */
  bodies: { type: string; text: string }[];
}

/** What is described, and what is only served: nothing is left out. */
export async function operationsOf(stage: Stage): Promise<Operation[]> {
  const document = (await stage.request('/openapi.json')).body as Document;
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      isGuarded: needsSomeone(operation),
      bodies: bodiesOf(operation, document),
    })),
  );
  const known = new Set(described.map(({ method, path }) => `${method} ${path}`));
  const served = stage.app.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
    .map(({ method, path }) => ({ method, path: path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}') }))
    .filter(({ method, path }) => !known.has(`${method} ${path}`))
    .map((route) => ({ ...route, isGuarded: route.path.includes('{user_id}'), bodies: [] }));
  // Some of these end the session of who calls them.
  const isOfAccounts = ({ path }: Operation) => path.startsWith('/api/auth/');
  const all = [...described, ...served];
  return [...all.filter((operation) => !isOfAccounts(operation)), ...all.filter(isOfAccounts)];
}

/** A value that the schema allows; ids are 1, which is the first of everybody's. */
export function sample(
  schema: Schema,
  isWhole: boolean,
  resolve: (schema: Schema) => Schema,
  name = '',
): unknown {
  const found = resolve(schema);
  if (found.allOf)
    return Object.assign({}, ...found.allOf.map((part) => sample(part, isWhole, resolve, name)));
  const [choice] = found.anyOf ?? found.oneOf ?? [];
  if (choice) return sample(choice, isWhole, resolve, name);
  if ('const' in found) return found.const;
  if (found.enum) return found.enum[0];
  const type = [found.type].flat()[0];
  if (type === 'object') {
    const wanted = Object.entries(found.properties ?? {}).filter(
      ([key]) => isWhole || found.required?.includes(key),
    );
    return Object.fromEntries(wanted.map(([key, field]) => [key, sample(field, isWhole, resolve, key)]));
  }
  if (type === 'array') return found.items ? [sample(found.items, isWhole, resolve, name)] : [];
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return true;
  const [example] = found.examples ?? [];
  return WORDS[name] ?? WORDS[found.format ?? ''] ?? found.example ?? example ?? 'x';
}

const WORDS: Record<string, string> = {
  message: 'Show me all my tasks',
  date: '2026-12-24',
  'date-time': '2026-12-24T12:00:00Z',
  email: 'eve@example.org',
  password: 'correct horse',
};

/** By the document's own rule all do, but those that say otherwise: with no scheme at all, or an empty one among them. */
function needsSomeone({ security }: Described): boolean {
  return (
    security === undefined ||
    (security.length > 0 && security.every((scheme) => Object.keys(scheme).length > 0))
  );
}

function bodiesOf({ requestBody }: Described, document: Document): Operation['bodies'] {
  const resolve = (schema: Schema): Schema => {
    const [, , part = '', name = ''] = schema.$ref?.split('/') ?? [];
    return schema.$ref ? resolve(document.components[part]?.[name] ?? {}) : schema;
  };
  return Object.entries(requestBody?.content ?? {}).flatMap(([type, { schema }]) =>
    [true, false].map((isWhole) => {
      const value = sample(schema, isWhole, resolve);
      return { type, text: typeof value === 'string' ? value : JSON.stringify(value) };
    }),
  );
}
