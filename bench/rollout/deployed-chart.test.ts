import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { chartFiles, unpackChart } from './deployed-chart.ts';

test('a chart comes out of Helm’s record as it went in', async () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const chart = {
    metadata: { apiVersion: 'v2', name: 'todo', version: '1.0.0' },
    values: { replicas: 2 },
    schema: base64('{"type":"object"}'),
    templates: [{ name: 'templates/web/service.yaml', data: base64('kind: Service\n') }],
    files: [{ name: '.helmignore', data: base64('tests/\n') }],
  };
  const packed = gzipSync(JSON.stringify({ chart })).toString('base64');
  const folder = await unpackChart(chartFiles(base64(packed)));
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  expect(JSON.parse(await read('Chart.yaml'))).toEqual(chart.metadata);
  expect(JSON.parse(await read('values.yaml'))).toEqual({ replicas: 2 });
  expect(await read('values.schema.json')).toBe('{"type":"object"}');
  expect(await read('templates/web/service.yaml')).toBe('kind: Service\n');
  expect(await read('.helmignore')).toBe('tests/\n');
  await rm(folder, { recursive: true });
});
