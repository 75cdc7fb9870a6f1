import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { createLogger } from './logger.ts';

const logged = (say: (log: ReturnType<typeof createLogger>) => void) => {
  let text = '';
  say(createLogger('info', { write: (line) => { text += line; } }));
  return text;
};

it('keeps no name, address, token, body or choice that somebody logs by mistake', () => {
  const text = logged((log) => log.info({
    person: { givenName: 'CANARY', email: 'CANARY', phone: 'CANARY' }, token: 'CANARY', variables: { x: 'CANARY' },
    req: { id: 'r1', method: 'POST', url: '/graphql?token=CANARY', headers: { cookie: 'CANARY' }, ip: 'CANARY' },
    vote: { choices: 'CANARY', castKey: 'CANARY' },
  }));
  expect(text).toContain('/graphql');
  expect(text).not.toContain('CANARY');
});

it('keeps which way somebody asked, and of a secret in it nothing', () => {
  const text = [`/calendar/people/${'CANARY'.repeat(4)}.ics`, '/calendar/bodies/0b7c1b2e-3a52-4c1c-9a77-1f2e3d4c5b6a.ics'].map((url) => logged((log) => log.info({ req: { url } }))).join('');
  expect(text).toContain('/calendar/people/[hidden].ics');
  expect(text).toContain('0b7c1b2e-3a52-4c1c-9a77-1f2e3d4c5b6a.ics');
  expect(text).not.toContain('CANARY');
});

it('keeps the SQLSTATE of a database error but no statement, value or driver property', () => {
  const driver = Object.assign(new Error('duplicate key: CANARY'), {
    code: '23505', constraint: 'person_pkey', detail: 'Key (email)=(CANARY) exists', params: ['CANARY'],
  });
  const text = logged((log) => log.error({ err: new Error("insert into person values ('CANARY')", { cause: driver }) }));
  expect(text).toMatch(/23505.*person_pkey/);
  expect(text).not.toContain('CANARY');
});

it('keeps where, but not what, of errors that repeat their input', () => {
  const text = logged((log) => log.error({ err: new GraphQLError('Variable got invalid value "CANARY"') }));
  expect(text).toContain('logger.test.ts');
  expect(text).not.toContain('CANARY');
});
