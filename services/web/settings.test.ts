import { expect, test } from 'vitest';
import { readSettings } from './settings.cjs';

test('defaults are those of a machine where both services run', () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    apiUrl: 'http://localhost:8000',
    publicUrl: 'http://localhost:3000',
    drainSeconds: 5,
    metricsPort: 9464,
  });
});

test('an address loses its trailing slash', () => {
  expect(readSettings({ API_URL: 'http://todo-api:8000/' }).apiUrl).toBe('http://todo-api:8000');
});

test.each([
  ['PORT', 'eighty', 'PORT must be a whole number from 0 to 65535, but is "eighty"'],
  ['PORT', '70000', 'PORT must be a whole number from 0 to 65535, but is "70000"'],
  ['PORT', '-1', 'PORT must be'],
  ['METRICS_PORT', '1e3', 'METRICS_PORT must be'],
  ['DRAIN_SECONDS', '2.5', 'DRAIN_SECONDS must be a whole number from 0 to 3600'],
  [
    'API_URL',
    'todo-api:8000',
    'API_URL must be an address such as http://localhost:8000, but is "todo-api:8000"',
  ],
  ['API_URL', 'ftp://todo-api', 'API_URL must be an address'],
  [
    'API_URL',
    'http://todo-api/v1',
    'API_URL must be an address such as http://localhost:8000 without a path',
  ],
  ['PUBLIC_URL', 'example.com', 'PUBLIC_URL must be an address'],
])('%s=%s is refused by name', (name, value, sentence) => {
  expect(() => readSettings({ [name]: value })).toThrow(sentence);
});

test('a password in an address is refused without being repeated', () => {
  const read = () => readSettings({ API_URL: 'http://ada:hunter2@api:8000' });
  expect(read).toThrow('API_URL must not hold a user name or a password');
  expect(read).not.toThrow('hunter2');
});
