import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { show } from '../../testing/render.tsx';
import type { Ballot } from './CastForm.tsx';
import ResultView from './ResultView.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

type Result = NonNullable<Ballot['result']>;
const yes = { id: 'y', kind: 'YES', label: [] };
const ballot = {
  id: 'b1', state: 'CERTIFIED', method: 'YES_NO', combine: 'TOGETHER', options: [yes], certifications: [], certifiedAt: null, environment: { timeZone: 'UTC' },
  constituencies: [{ constituency: 'PARENT' }, { constituency: 'TEACHER' }], turnout: { constituencies: [{ constituency: 'PARENT', roll: 40 }, { constituency: 'TEACHER', roll: 20 }] },
} as unknown as Ballot;
const quorum = (constituency: string, quorumKind: string, needed: number) => ({ __typename: 'QuorumExplanation', constituency, quorumKind, needed, reached: 12, met: true });
const result = (...rules: object[]) => ({ outcome: 'ADOPTED', ballots: 24, withheld: false, chosen: [], tallies: [], constituencies: [], rules }) as unknown as Result;

it('says that enough took part only where a number was asked', async () => {
  await show(<ResultView ballot={ballot} result={result(quorum('PARENT', 'NONE', 0), quorum('TEACHER', 'NONE', 0))} />, {});
  expect(screen.getByText('The community said yes.')).toBeTruthy();
  expect(screen.getByText('No quorum was asked: the result counts however many took part.')).toBeTruthy();
  expect(screen.queryByText('Met')).toBeNull();
});

it('names the groups of which none was asked beside the rule of the others', async () => {
  await show(<ResultView ballot={ballot} result={result(quorum('PARENT', 'COUNT', 10), quorum('TEACHER', 'NONE', 0))} />, {});
  expect(screen.getByText('The community said yes. Enough people took part.')).toBeTruthy();
  expect(screen.getByText('Needed 10 of 40, 12 voted.')).toBeTruthy();
  expect(screen.getByText('No quorum was asked of these: teachers.')).toBeTruthy();
  expect(screen.getAllByText('Met')).toHaveLength(1);
});

it('tells how many votes came on paper, or that it is kept back, and nothing where none were given out', async () => {
  const of = (constituency: string, ballots: number | null, printed: number | null) => ({ constituency, ballots, printed, withheld: ballots === null, roll: 40, tallies: [] });
  const ways = (...constituencies: object[]) => ({ ...result(), ballots: null, printed: null, constituencies }) as unknown as Result;
  await show(<ResultView ballot={ballot} result={ways(of('PARENT', 25, 12), of('TEACHER', 30, null), of('STUDENT', null, null), of('COMMUNITY', 20, 0))} />, {});
  expect(screen.getByText('Parents: 12 votes on printed ballots, 13 by phone or computer.')).toBeTruthy();
  expect(screen.getByText(/^Teachers: printed ballots were given out too\. How many/)).toBeTruthy();
  expect(screen.queryByText(/^(Students|Community|All): /)).toBeNull();
  cleanup();
  await show(<ResultView ballot={ballot} result={ways(of('PARENT', 25, 0))} />, {});
  expect(screen.queryByText('On paper and by phone')).toBeNull();
});
