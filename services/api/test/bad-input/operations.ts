/** The operations of the description, with everything that a request of theirs may hold. */
import { document } from '../../openapi.ts';

/** JSON Schema, as far as the description uses it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  pattern?: string;
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  allOf?: Schema[];
  example?: unknown;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  schema: Schema;
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  parameters: Parameter[];
  /** Of a JSON object. */
  body: { fields: Record<string, Schema>; required: string[] } | undefined;
}

/** Every operation that is asked with JSON or nothing, and answered at once. */
export async function operations(): Promise<Operation[]> {
  const description = JSON.parse(await document());
  const resolve = <T extends { $ref?: string }>(value: T): T =>
    value.$ref
      ? value.$ref
          .slice(2)
          .split('/')
          .reduce((part, key) => part[key], description)
      : value;
  const deep = (schema: Schema): Schema => {
    const own = resolve(schema);
    return own.items ? { ...own, items: deep(own.items) } : own;
  };
  const found: Operation[] = [];
  for (const [path, methods] of Object.entries<Record<string, object>>(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const {
        operationId,
        parameters = [],
        requestBody,
      } = operation as {
        operationId: string;
        parameters?: Parameter[];
        requestBody?: { content: Record<string, { schema: Schema }> };
      };
      const json = requestBody?.content['application/json']?.schema;
      const schema = json && resolve(json);
      found.push({
        id: operationId,
        method: method.toUpperCase(),
        path,
        parameters: parameters.map((parameter) => resolve(parameter as Parameter & { $ref?: string })),
        body: schema && {
          fields: Object.fromEntries(
            Object.entries(schema.properties ?? {}).map(([name, field]) => [name, deep(field)]),
          ),
          required: schema.required ?? [],
        },
      });
    }
  }
  return found;
}
