/** The OpenAPI document: kept, valid, whole, and shown. */
import { readFile } from 'node:fs/promises';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { document, KEPT } from '../openapi.ts';
import { createStage, type Stage } from './stage.ts';

type Operation = {
  operationId?: string;
  summary?: string;
  tags?: string[];
  security?: object[];
  parameters?: { $ref?: string; name?: string; in?: string; description?: string }[];
  requestBody?: object;
  responses: Record<string, { description: string; headers?: object; content?: Record<string, object> }>;
};

let stage: Stage;
let text: string;
let operations: [string, Operation][];
beforeAll(async () => {
  stage = await createStage();
  text = await document();
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, Operation>> };
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );
});
afterAll(() => stage.close());

describe('the document', () => {
  it('is kept as docs/openapi.json', async () => {
    const kept = await readFile(KEPT, 'utf8');
    expect(kept === text, 'docs/openapi.json is stale: run `npm run openapi` and commit it').toBe(true);
  });

  it('is what the service answers', async () => {
    const answer = await stage.request('/openapi.json');
    expect(answer.body).toEqual(JSON.parse(text));
  });

  it('is valid by the official schema of OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect((await validator.validate(JSON.parse(text))).errors).toBeUndefined();
    expect(validator.version).toBe('3.1');
  });

  it('pleases the linter', async () => {
    const config = await createConfig({ extends: ['recommended-strict'] });
    const found = await lintFromString({ source: text, config });
    expect(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
  });
});

describe('every operation', () => {
  const is = (wanted: (operation: Operation, name: string) => boolean) =>
    operations.filter(([name, operation]) => !wanted(operation, name)).map(([name]) => name);

  it('that is served is described, and the other way round', () => {
    const served = stage.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !/\*|^\/docs\/./.test(path))
      .map(({ method, path }) => `${method} ${path.replace(/(?<=.)\/$/, '').replaceAll(/:(\w+)/g, '{$1}')}`);
    const described = operations.map(([name]) => name);
    // Answered by better-auth behind one route.
    const behind = described.filter((name) => name.includes('/api/auth/'));
    expect(new Set(described)).toEqual(new Set([...served, ...behind]));
    for (const route of [
      'POST sign-up/email',
      'POST sign-in/email',
      'POST sign-out',
      'GET get-session',
      'GET token',
    ])
      expect(behind).toContain(route.replace(' ', ' /api/auth/'));
  });

  it('has a name, a summary, a group, and says who may call it', () => {
    expect(is(({ operationId }) => /^[a-z]+([A-Z][a-z]+)*$/.test(operationId ?? ''))).toEqual([]);
    expect(is(({ summary = '', tags = [] }) => summary.length > 3 && tags.length === 1)).toEqual([]);
    const open = is(({ security }) => security === undefined || security.length > 0);
    expect(open.filter((name) => name.includes('{user_id}'))).toEqual([]);
  });

  it('names every way in which it may refuse', () => {
    const answers = ({ responses }: Operation, ...statuses: number[]) =>
      statuses.every((status) => String(status) in responses);
    expect(is((of, name) => !name.includes('{user_id}') || answers(of, 401, 403, 422, 503))).toEqual([]);
    expect(is((of) => !of.requestBody || answers(of, 400, 413, 415))).toEqual([]);
    expect(is((of, name) => !name.includes('/tasks/{id}') || answers(of, 404))).toEqual([]);
    expect(is((of) => answers(of, 431))).toEqual([]);
    // Whoever is known is counted.
    expect(is((of, name) => !/\{user_id\}|\/mcp$/.test(name) || answers(of, 429))).toEqual([]);
    const guarded = ({ parameters = [] }: Operation) => parameters.some(({ name }) => name === 'If-Match');
    expect(is((of) => !guarded(of) || answers(of, 412))).toEqual([]);
  });

  it('describes what its answers carry', () => {
    const carries = (status: string, header: string) =>
      is(({ responses }) => !(status in responses) || header in (responses[status]?.headers ?? {}));
    expect(carries('201', 'Location')).toEqual([]);
    expect(carries('401', 'WWW-Authenticate')).toEqual([]);
    expect(carries('429', 'Retry-After')).toEqual([]);
    const errors = operations.flatMap(([name, { responses }]) =>
      Object.entries(responses)
        .filter(([status]) => Number(status) >= 400)
        .map(([status, answer]) => [name, status, answer.content?.['application/problem+json']]),
    );
    // The protocol of MCP and the probes of Kubernetes have answers of their own.
    const other = errors.filter(
      ([name, , problem]) => !problem && !/\/(mcp|health\/ready)$/.test(String(name)),
    );
    expect(other).toEqual([]);
  });
});

describe('the page', () => {
  it('is shown at /docs with nothing from elsewhere', async () => {
    const page = await stage.request('/docs');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.body).not.toMatch(/https?:\/\//);
    for (const file of page.body.matchAll(/(?:src|href)="(\/docs\/[^"]+)"/g)) {
      const answer = await stage.request(file[1]);
      expect(answer.status, file[1]).toBe(200);
    }
    expect((await stage.request('/docs/../package.json')).status).toBe(404);
    expect((await stage.request('/docs/package.json')).status).toBe(404);
    expect((await stage.request('/docs/constructor')).status).toBe(404);
  });
});
