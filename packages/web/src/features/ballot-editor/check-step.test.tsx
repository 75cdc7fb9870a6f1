import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { catalog } from '../../i18n/catalogs.ts';
import { show } from '../../testing/render.tsx';
import { CheckStep } from './CheckStep.tsx';
import { type Draft, emptyDraft, newConstituency } from './draft.ts';

const LA = 'America/Los_Angeles';
const start = () => emptyDraft(new Date().toISOString(), LA);
const look = (draft: Partial<Draft>, size: number) =>
  show(<CheckStep draft={{ ...start(), ...draft }} set={() => {}} locales={['en']} required={['en']} sizes={new Map([['PARENT', size]])} timeZone={LA} error={() => undefined} />, {});

beforeAll(() => catalog('staff', 'en'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('warns of a quorum that nobody could reach today, with both numbers', async () => {
  const constituencies = [{ ...newConstituency('PARENT'), quorum: { kind: 'COUNT' as const, numerator: 1, denominator: 4, count: 30 } }];
  await look({ constituencies }, 12);
  expect(await screen.findByText('A quorum is out of reach')).toBeTruthy();
  expect(screen.getByText('Parents: 30 must vote, but only 12 could today.')).toBeTruthy();
  cleanup();
  await look({ constituencies }, 30);
  expect(await screen.findByText('As voters see it')).toBeTruthy();
  expect(screen.queryByText('A quorum is out of reach')).toBeNull();
});

it('says that the closing time has passed', async () => {
  await look({ closesAt: { date: '2020-01-01', time: '08:00' } }, 30);
  expect(await screen.findByText('The closing time has passed. Set a later one under “Times”.')).toBeTruthy();
  cleanup();
  await look({}, 30);
  expect(await screen.findByText('As voters see it')).toBeTruthy();
  expect(screen.queryByText('The times do not fit yet')).toBeNull();
});
