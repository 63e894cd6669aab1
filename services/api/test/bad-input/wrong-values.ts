/** Values that a schema does not allow: of another type, length, range or encoding. */
import fc from 'fast-check';
import type { Schema } from './operations.ts';

const NUL = '\0';
const LONE_SURROGATES = ['\ud800', '\udfff', '\udc00\ud800'];

const OF_TYPE: Record<string, fc.Arbitrary<unknown>> = {
  string: fc.string(),
  boolean: fc.boolean(),
  integer: fc.integer(),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Number.isInteger(value)),
  null: fc.constant(null),
  array: fc.array(fc.string(), { maxLength: 3 }),
  object: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.string(), { maxKeys: 3 }),
};

function typesOf(schema: Schema): string[] {
  if (schema.anyOf) return schema.anyOf.flatMap(typesOf);
  if (schema.allOf) return schema.allOf.flatMap(typesOf);
  const type = schema.type ?? (schema.properties ? 'object' : []);
  return Array.isArray(type) ? type : [type];
}

/** JSON that is of none of the schema's types; nothing where every type is allowed. */
export function ofAnotherType(schema: Schema): fc.Arbitrary<unknown> | undefined {
  const allowed = new Set(typesOf(schema));
  if (allowed.size === 0) return undefined;
  if (allowed.has('number')) allowed.add('integer');
  return fc.oneof(...Object.entries(OF_TYPE).flatMap(([type, value]) => (allowed.has(type) ? [] : [value])));
}

/** A value of the right type that is too long, too large, too many, or none of those that are named. */
export function outOfBounds(schema: Schema): fc.Arbitrary<unknown> | undefined {
  const { maxLength, minimum, maximum, maxItems, items } = schema;
  const wrong: fc.Arbitrary<unknown>[] = [];
  const named = schema.enum;
  if (named) wrong.push(fc.string({ minLength: 1 }).filter((value) => !named.includes(value)));
  if (maxLength !== undefined) {
    wrong.push(
      fc.string({
        minLength: maxLength + 1,
        maxLength: maxLength + 9,
        unit: fc.constantFrom('a', 'é', '😀'),
      }),
    );
  }
  if (minimum !== undefined) wrong.push(fc.integer({ max: minimum - 1 }));
  if (maximum !== undefined) wrong.push(fc.integer({ min: maximum + 1, max: maximum + 1e9 }));
  if (maxItems !== undefined) {
    wrong.push(fc.constant(Array.from({ length: maxItems + 1 }, (_, number) => entry(items, number))));
  }
  return wrong.length > 0 ? fc.oneof(...wrong) : undefined;
}

function entry(schema: Schema | undefined, number: number): unknown {
  return schema && typesOf(schema).includes('integer') ? number + 1 : `entry ${number}`;
}

/** Text that no database can keep as it is. */
export function brokenText(schema: Schema): fc.Arbitrary<string> | undefined {
  if (!typesOf(schema).includes('string')) return undefined;
  const around = fc.string({ maxLength: 4 });
  return fc.tuple(around, fc.constantFrom(NUL, ...LONE_SURROGATES), around).map((parts) => parts.join('_'));
}

/** What a request needs beside the one thing that is wrong with it. */
export function sane(schema: Schema): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0];
  const [type] = typesOf(schema);
  if (type === 'integer') return schema.minimum ?? 1;
  if (type === 'boolean') return true;
  if (type === 'array') return schema.items ? [sane(schema.items)] : [];
  if (type === 'object') {
    const names = schema.required ?? [];
    return Object.fromEntries(names.map((name) => [name, sane(schema.properties?.[name] ?? {})]));
  }
  return 'text';
}
