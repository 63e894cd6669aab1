import type { paths } from './schema.d.ts';

/** What docs/openapi.json says, in the forms in which the client asks for it. */
export type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

/** The paths that take a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];

type Operation<M extends Method, P extends PathOf<M>> = paths[P][M];

type PathPart<O> = O extends { parameters: { path: infer T extends object } }
  ? { path: T }
  : { path?: never };

type QueryPart<O> = O extends { parameters: { query?: infer T } }
  ? [NonNullable<T>] extends [never]
    ? { query?: never }
    : { query?: NonNullable<T> }
  : { query?: never };

type BodyPart<O> = O extends { requestBody: { content: { 'application/json': infer T } } }
  ? { body: T }
  : O extends { requestBody?: infer R }
    ? NonNullable<R> extends { content: { 'application/json': infer T } }
      ? [NonNullable<R>] extends [never]
        ? { body?: never }
        : { body?: T }
      : { body?: never }
    : { body?: never };

/** What an address is made from. */
export type AddressPart<M extends Method, P extends PathOf<M>> = PathPart<Operation<M, P>> &
  QueryPart<Operation<M, P>>;

/** The body of a request. */
export type Body<M extends Method, P extends PathOf<M>> = BodyPart<Operation<M, P>>['body'];

/** All that a request takes. */
export type Input<M extends Method, P extends PathOf<M>> = AddressPart<M, P> &
  BodyPart<Operation<M, P>> & { idempotencyKey?: string; signal?: AbortSignal };

type Content<R> = R extends { content: { 'application/json': infer T } } ? T : undefined;

/** What a request that succeeds is answered with. */
export type Answer<M extends Method, P extends PathOf<M>> =
  Operation<M, P> extends { responses: infer R } ? Content<R[keyof R & (200 | 201 | 204)]> : never;
