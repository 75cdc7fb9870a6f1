import { expect, it } from 'vitest';
import { ConfigError, toConfig } from './env.ts';

it('needs nothing set: the demonstration on this machine, in .data', () => {
  expect(toConfig({}, '/home/ada')).toEqual({
    port: 4000, host: '127.0.0.1', publicUrl: 'http://127.0.0.1:4000', proxyHops: 1, dataDir: '/home/ada/.data', databaseUrl: undefined,
    files: { most: 20_971_520, place: { folder: '/home/ada/.data/files' } }, demo: true, openGraphql: true, logLevel: 'info',
  });
});

it('closes the open GraphQL with the demonstration, unless asked otherwise', () => {
  expect(toConfig({ DEMO: '0' }).openGraphql).toBe(false);
  expect(toConfig({ DEMO: '0', OPEN_GRAPHQL: '1' }).openGraphql).toBe(true);
  expect(toConfig({ OPEN_GRAPHQL: 'false' })).toMatchObject({ demo: true, openGraphql: false });
});

it('takes an empty variable for one that is not set, and a public address without its slash', () => {
  expect(toConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4000, databaseUrl: undefined });
  expect(toConfig({ PUBLIC_URL: 'https://vote.example.org/' }).publicUrl).toBe('https://vote.example.org');
  expect(toConfig({ HOST: '::1', PORT: '80' }).publicUrl).toBe('http://[::1]:80');
});

it('names an address that can be opened when it listens on every one', () => {
  for (const HOST of ['0.0.0.0', '::']) expect(toConfig({ HOST })).toMatchObject({ host: HOST, publicUrl: 'http://127.0.0.1:4000' });
});

it('knows how many proxies stand in front', () => {
  expect(toConfig({ PROXY_HOPS: '2' }).proxyHops).toBe(2);
  for (const bad of ['0', '1.5', 'all']) expect(() => toConfig({ PROXY_HOPS: bad })).toThrow(/PROXY_HOPS: a whole number/);
});

it('keeps files in a folder, or in a bucket of which everything is given', () => {
  expect(toConfig({ FILES_DIR: '/srv/files', FILES_MOST_MB: '5' }).files).toEqual({ most: 5_242_880, place: { folder: '/srv/files' } });
  const whole = { FILES_S3_ENDPOINT: 'https://s3.example.org', FILES_S3_BUCKET: 'papers', FILES_S3_KEY: 'CANARY', FILES_S3_SECRET: 'CANARY' };
  expect(toConfig(whole).files.place).toMatchObject({ bucket: { bucket: 'papers', region: 'us-east-1' } });
  expect(() => toConfig({ ...whole, FILES_DIR: '/srv' })).toThrow(/FILES_DIR: files lie in a folder or in a bucket/);
  for (const name of Object.keys(whole)) expect(() => toConfig({ ...whole, [name]: '' })).toThrow(new RegExp(`${name}: needed beside`));
});

it('names every faulty variable at once, and no value', () => {
  const faulty = { PORT: 'CANARY', DATABASE_URL: 'mysql://CANARY', DEMO: 'CANARY', LOG_LEVEL: 'CANARY', HOST: 'fine' };
  const failing = () => toConfig(faulty);
  expect(failing).toThrow(ConfigError);
  try {
    failing();
  } catch (error) {
    const { faults, message } = error as ConfigError;
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'DEMO', 'LOG_LEVEL']);
    expect(message).not.toContain('CANARY');
  }
});
