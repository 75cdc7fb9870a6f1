import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { show } from '../testing/render.tsx';
import { useDates } from './use-dates.ts';
import { useMessages } from './use-messages.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Closed({ at }: { at: string }) {
  const say = useMessages();
  // Where the reader is, so that the hour comes last.
  const dates = useDates(undefined);
  return <p>{say('ballot.closed', { when: dates.dayTime(at) })} {say('loading')}</p>;
}

it('ends a sentence with one period, also after an hour that has its own', async () => {
  await show(<Closed at="2031-11-21T01:06:00Z" />, {}, 'es');
  const said = (await screen.findByText(/cerró/)).textContent!;
  expect(said).toMatch(/:06\s[ap]\.\s?m\. Cargando…$/);
  cleanup();
  await show(<Closed at="2031-11-21T01:06:00Z" />, {}, 'en');
  expect((await screen.findByText(/closed/)).textContent).toMatch(/:06\s[AP]M\. Loading…$/);
});
