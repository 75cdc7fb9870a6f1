import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { sawServer } from '../../apollo/connection.ts';
import { show } from '../../testing/render.tsx';
import type { Ballot } from './CastForm.tsx';
import { Turnout } from './Turnout.tsx';

afterEach(() => {
  cleanup();
  sawServer(true);
  vi.unstubAllGlobals();
});

const ballot = { state: 'OPEN', constituencies: [], turnout: { roll: 40, voted: 12, constituencies: [] } } as unknown as Ballot;

it('is called live only while the server answers', async () => {
  await show(<Turnout ballot={ballot} />, {});
  expect(screen.getByText('Live')).toBeTruthy();
  act(() => sawServer(false));
  expect(screen.queryByText('Live')).toBeNull();
  expect(screen.getByText('Not live: no connection')).toBeTruthy();
  // What was known stays readable.
  expect(screen.getByText('12 of 40 have voted.')).toBeTruthy();
  act(() => sawServer(true));
  expect(screen.getByText('Live')).toBeTruthy();
});
