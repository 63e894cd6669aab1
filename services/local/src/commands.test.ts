import { expect, test } from 'vitest';
import { type Mode, serviceCommands } from './commands.ts';
import { type Environment, readSettings } from './settings.ts';

function commands(mode: Mode, environment: Environment = {}) {
  return serviceCommands(mode, readSettings(environment, '/repository'), environment, '/repository');
}

test('api and web find each other, and are reached from this machine alone', () => {
  const [api, web] = commands('start', { PORT: '4000', API_PORT: '4001' });
  expect(api.environment).toMatchObject({
    PORT: '4001',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'http://localhost:4000',
  });
  expect(web.environment).toMatchObject({
    PORT: '4000',
    HOSTNAME: '127.0.0.1',
    API_URL: 'http://127.0.0.1:4001',
    PUBLIC_URL: 'http://localhost:4000',
  });
  expect(api.readyUrl).toBe('http://127.0.0.1:4001/health/ready');
  expect(web.readyUrl).toBe('http://127.0.0.1:4000/health/ready');
});

test('stopping does not wait and metrics take any port, unless it is wished otherwise', () => {
  const [api, web] = commands('start');
  expect(api.environment).toMatchObject({ DRAIN_SECONDS: '0', METRICS_PORT: '0' });
  expect(web.environment).toMatchObject({ DRAIN_SECONDS: '0', METRICS_PORT: '0' });
  const [wished, beside] = commands('start', { DRAIN_SECONDS: '3', METRICS_PORT: '9464' });
  expect(wished.environment).toMatchObject({ DRAIN_SECONDS: '3', METRICS_PORT: '9464' });
  expect(beside.environment).toMatchObject({ DRAIN_SECONDS: '3', METRICS_PORT: '0' });
});

test('every other setting is passed on, secrets to the api alone', () => {
  const environment = {
    DATABASE_URL: 'postgres://db',
    DATABASE_DIRECT_URL: 'postgres://db-direct',
    JWT_SECRET: 'x',
    OPENAI_API_KEY: 'y',
    SMTP_URL: 'smtps://z',
    TZ: 'Asia/Karachi',
  };
  const [api, web] = commands('start', environment);
  expect(api.environment).toMatchObject(environment);
  const { TZ, ...secrets } = environment;
  expect(web.environment).toMatchObject({ TZ });
  for (const secret of Object.keys(secrets)) expect(web.environment).not.toHaveProperty(secret);
});

test('with reload both run from their sources', () => {
  const [api, web] = commands('dev');
  expect(api.arguments).toContain('--watch');
  expect(web.arguments).toContain('dev');
  expect(api.environment).toMatchObject({ NODE_ENV: 'development' });
});
