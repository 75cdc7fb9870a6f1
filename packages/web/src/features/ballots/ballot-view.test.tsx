import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sawServer } from '../../apollo/connection.ts';
import BallotPage from '../../pages/BallotPage.tsx';
import { show } from '../../testing/render.tsx';

// News comes by the socket; here it is what the page asks for again when the phone is back.
vi.mock('../../apollo/use-live.ts', () => ({ useLive: () => {} }));

const text = (words: string) => [{ __typename: 'LocalizedText', locale: 'en', text: words }];
const may = (cast: boolean) => ({ __typename: 'BallotPermissions', edit: false, schedule: false, open: false, close: false, certify: false, cast, withdraw: false });
const ballot = (voted: boolean, more: object = {}) => ({
  __typename: 'Ballot', id: 'b1', state: 'OPEN', version: 3, method: 'YES_NO', maxChoices: 1, seats: 1, budgetTotal: null, secrecy: 'CONFIDENTIAL', binding: 'ADVISORY', bylaw: null, combine: 'ALL', question: text('A garden?'), description: [],
  opensAt: null, closesAt: null, openedAt: null, closedAt: null, certifiedAt: null, closeReason: null, result: null, certifications: [], constituencies: [], missingLocales: [],
  options: [{ __typename: 'BallotOption', id: 'y', kind: 'YES', cost: null, label: [] }, { __typename: 'BallotOption', id: 'n', kind: 'NO', cost: null, label: [] }],
  turnout: { __typename: 'Turnout', asOf: null, roll: 40, voted: null, constituencies: [] },
  election: null,
  environment: { __typename: 'LearningEnvironment', id: 'e1', name: 'Harbor', slug: 'harbor', timeZone: 'America/Los_Angeles', school: { __typename: 'School', id: 's1', name: 'Mark Twain' } },
  participation: { __typename: 'Participation', constituency: 'PARENT', voted, onPaper: false }, viewerCan: may(!voted), ...more,
});
const viewer = {
  viewer: {
    __typename: 'Viewer', id: 'v1', locale: 'en', roles: [], constituencies: ['PARENT'], needs: [], person: { __typename: 'Person', id: 'p1', displayName: 'Ana' },
    environment: { __typename: 'LearningEnvironment', id: 'e1', name: 'Harbor', slug: 'harbor', timeZone: 'America/Los_Angeles', viewerCan: { __typename: 'EnvironmentPermissions', administer: false, seePeople: false, importRoster: false, makeSlips: false, draftBallots: false, certifyBallots: false } },
  },
};
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  cleanup();
  sawServer(true);
  vi.unstubAllGlobals();
});

describe('a vote given while the phone is away', () => {
  it.each([['everything answers again', false], ['only some of it answers', true]])('ends with its receipt, though the page hears of the vote first, when %s', async (_case, flaky) => {
    window.scrollTo = () => {};
    let tries = 0;
    let viewers = 0;
    const { sent } = await show(<BallotPage params={{ id: 'b1' }} />, {
      Viewer: () => {
        if (flaky && viewers++ === 1) throw new TypeError('Failed to fetch');
        return viewer;
      },
      BallotPage: () => ({ ballot: ballot(tries > 0) }),
      NextVote: () => viewer,
      // The first sending arrives and its answer is lost.
      CastBallot: () => {
        if (tries++ === 0) throw new TypeError('Failed to fetch');
        return { castBallot: { __typename: 'BallotCast', again: true, ballot: ballot(true) } };
      },
    });
    await screen.findByLabelText('Yes');
    await waitFor(() => expect(sent.some(({ operationName }) => operationName === 'Viewer')).toBe(true));
    await new Promise((later) => setTimeout(later, 50));
    fireEvent.click(screen.getByLabelText('Yes'));
    press('Cast my vote');
    press('Yes, cast my vote');
    await screen.findByText('No answer yet');
    const asked = () => sent.filter(({ operationName }) => operationName === 'BallotPage').length;
    const before = asked();
    sawServer(true);
    await waitFor(() => expect(asked()).toBeGreaterThan(before));
    await screen.findByText('Your vote is in the box. Thank you.', {}, { timeout: 4000 });
    expect(screen.queryByText('You have already voted')).toBeNull();
    expect(tries).toBe(2);
  });
});

describe('a number kept back', () => {
  it.each([['OPEN', 'Not shown yet, to protect a small group.'], ['CERTIFIED', 'Not shown, to protect a small group.']])('promises no more than comes: %s', async (state, words) => {
    await show(<BallotPage params={{ id: 'b1' }} />, { Viewer: () => ({ viewer: null }), BallotPage: () => ({ ballot: ballot(false, { state, participation: null, viewerCan: may(false) }) }) });
    expect(await screen.findByText(words)).toBeTruthy();
  });
});
