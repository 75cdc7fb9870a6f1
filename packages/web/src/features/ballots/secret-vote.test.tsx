import { act, cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readReceipt } from '../../lib/secret/receipt.ts';
import { forgetRoots, keepRoot } from '../../lib/secret/roots.ts';
import { slipText } from '../../lib/slip.ts';
import BallotPage from '../../pages/BallotPage.tsx';
import { isShared, setGuest, setShared } from '../../shell/guest.ts';
import { show } from '../../testing/render.tsx';
import { BALLOT, SecretBox } from '../../testing/secret-box.ts';

type News = (data: { ballotChanged: { ballot: object } }) => void;
let news: News = () => {};
vi.mock('../../apollo/use-live.ts', () => ({ useLive: (_document: unknown, _variables: unknown, onNews: News) => { news = onNews; } }));

// Parts of the page are loaded when they are needed, and transformed here on the way.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 40_000 });

const letter = new Uint8Array(16).fill(7);
const option = (id: string, kind: string) => ({ __typename: 'BallotOption', id, kind, cost: null, label: [] });
const may = (cast: boolean) => ({ __typename: 'BallotPermissions', edit: false, schedule: false, open: false, close: false, certify: false, cast, withdraw: false });
const ballot = (server: SecretBox, more: object = {}) => ({
  __typename: 'Ballot', id: BALLOT, state: 'OPEN', version: 3, method: 'YES_NO', maxChoices: 1, seats: 1, budgetTotal: null, secrecy: 'SECRET', binding: 'ADVISORY', bylaw: null, combine: 'ALL',
  question: [{ __typename: 'LocalizedText', locale: 'en', text: 'A garden?' }], description: [], options: [option('y', 'YES'), option('n', 'NO')],
  opensAt: null, closesAt: null, openedAt: null, closedAt: null, certifiedAt: null, closeReason: null, result: null, certifications: [], constituencies: [], missingLocales: [],
  turnout: { __typename: 'Turnout', asOf: null, roll: 40, voted: null, constituencies: [] },
  election: null,
  environment: { __typename: 'LearningEnvironment', id: 'e1', name: 'Harbor', slug: 'harbor', timeZone: 'America/Los_Angeles' },
  participation: { __typename: 'Participation', constituency: 'PARENT', voted: server.blinded !== null, onPaper: false }, viewerCan: may(true), ...more,
});
const viewer = {
  viewer: {
    __typename: 'Viewer', id: 'v1', locale: 'en', roles: [], constituencies: ['PARENT'], needs: [], person: { __typename: 'Person', id: 'p1', displayName: 'Ana' },
    environment: { __typename: 'LearningEnvironment', id: 'e1', name: 'Harbor', slug: 'harbor', timeZone: 'America/Los_Angeles', viewerCan: { __typename: 'EnvironmentPermissions', administer: false, seePeople: false, importRoster: false, makeSlips: false, draftBallots: false, certifyBallots: false } },
  },
};

/** The ballot's page before a server that has the box behind it; `signedOut` counts the sessions that ended. */
async function open(server: SecretBox, locale: 'en' | 'es' = 'en', more: () => object = () => ({})) {
  let signedIn = true;
  const shown = await show(<BallotPage params={{ id: BALLOT }} />, {
    Viewer: () => (signedIn ? viewer : { viewer: null }),
    NextVote: () => viewer,
    BallotPage: () => ({ ballot: ballot(server, { ...(signedIn ? {} : { participation: null, viewerCan: may(false) }), ...more() }) }),
    SignOut: () => {
      signedIn = false;
      return { signOut: true };
    },
  }, locale);
  const graphql = fetch;
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => (address.startsWith('/ballot/') ? server.fetch(address, init) : graphql(address, init)));
  return { ...shown, isSignedIn: () => signedIn };
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const kept = () => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state, location.href]);
async function vote(choice: string) {
  fireEvent.click(await screen.findByLabelText(choice));
  press('Cast my vote');
  await screen.findByText('Check your vote');
}

let server: SecretBox;
beforeEach(async () => {
  window.scrollTo = () => {};
  sessionStorage.clear();
  localStorage.clear();
  server = new SecretBox(['y', 'n']);
  await keepRoot('v1', letter, false);
});
afterEach(async () => {
  cleanup();
  setGuest(false);
  setShared(false);
  vi.unstubAllGlobals();
  await forgetRoots('v1');
});

describe('a secret vote', () => {
  it('says before the press that it can be changed and what secret means, and is receipted', async () => {
    await open(server);
    await vote('No');
    expect(screen.getByText('You can change your vote until voting closes')).toBeTruthy();
    expect(screen.getByText(/backups of the voting days have expired/)).toBeTruthy();
    expect(screen.queryByText('If you voted before, this replaces it.')).toBeNull();
    press('Yes, cast my vote');
    await screen.findByText('Your vote is in the box. Thank you.');
    expect(server.vote).toEqual([1]);
    expect(readReceipt(document.querySelector('[translate=no]')?.textContent ?? '')).not.toBeNull();
    expect(screen.getAllByText('Secret').length).toBeGreaterThan(0);
    expect(screen.queryByText('No')).toBeNull();
    expect(kept()).not.toMatch(/receipt|"y"|"n"/);
  });

  it('is told of again without its choice, and changed on request', async () => {
    await open(server);
    await vote('No');
    press('Yes, cast my vote');
    await screen.findByText('Your vote is in the box. Thank you.');
    cleanup();
    await open(server);
    await screen.findByText('You have already voted');
    expect(screen.queryByRole('radio')).toBeNull();
    press('Change my vote');
    expect((await screen.findAllByRole('radio')).some((radio) => (radio as HTMLInputElement).checked)).toBe(false);
    await vote('Yes');
    expect(screen.getByText('If you voted before, this replaces it.')).toBeTruthy();
    press('Yes, cast my vote');
    await screen.findByText('Your vote is changed. Thank you.');
    expect(server.vote).toEqual([0]);
    press('Change my vote');
    await vote('No');
    press('Yes, cast my vote');
    await screen.findByText('Your vote is changed. Thank you.');
    expect(server.vote).toEqual([1]);
  });

  it('is in Spanish from the choice to the receipt', async () => {
    await open(server, 'es');
    fireEvent.click(await screen.findByLabelText('Sí'));
    press('Votar');
    await screen.findByText('Puede cambiar su voto hasta que cierre la votación');
    press('Sí, votar');
    await screen.findByText('Su voto está en la urna. Gracias.');
    expect(screen.getByText('Su recibo')).toBeTruthy();
  });

  it.each([['CLOSED', 'Voting has closed'], ['PAPER', 'You have a ballot on paper'], ['SIGNED_OUT', 'You are not signed in any more']] as const)('that is refused says why: %s', async (state, words) => {
    await open(server);
    await vote('Yes');
    server.state = state;
    press('Yes, cast my vote');
    await screen.findByText(words);
    expect(server.box.size).toBe(0);
  });

  it('that voting closed on is said not to be cast, where the focus then is', async () => {
    let state = 'OPEN';
    await open(server, 'en', () => ({ state, viewerCan: may(state === 'OPEN') }));
    await vote('Yes');
    state = 'CLOSED';
    act(() => news({ ballotChanged: { ballot: { ...ballot(server), state } } }));
    const told = await screen.findByText('Voting closed. Your vote was not cast.');
    await waitFor(() => expect(document.activeElement?.contains(told)).toBe(true));
  });

  it('is put out of sight when the browser puts the page aside', async () => {
    await open(server);
    await vote('Yes');
    act(() => void dispatchEvent(Object.assign(new Event('pagehide'), { persisted: true })));
    expect(screen.queryByText('Check your vote')).toBeNull();
    expect(screen.getAllByRole('radio').some((radio) => (radio as HTMLInputElement).checked)).toBe(false);
  });

  it('is not taken at an address without cryptography', async () => {
    vi.stubGlobal('isSecureContext', false);
    await open(server);
    await screen.findByText('This address is not safe enough to vote');
    expect(screen.queryByRole('radio')).toBeNull();
  });
});

describe('on a phone of others', () => {
  it('the session ends with the vote, whether the phone is borrowed or shared', async () => {
    for (const set of [setGuest, setShared]) {
      set(true);
      const { isSignedIn } = await open(server);
      await vote('Yes');
      press('Yes, cast my vote');
      await screen.findByText('You are signed out. Nothing of yours stays on this phone.');
      expect(isSignedIn()).toBe(false);
      expect(screen.queryByRole('button', { name: 'Change my vote' })).toBeNull();
      cleanup();
      set(false);
      server = new SecretBox(['y', 'n']);
      await keepRoot('v1', letter, false);
    }
    expect(isShared()).toBe(false);
  });
});

describe('a browser without the voter\'s key', () => {
  beforeEach(() => forgetRoots('v1'));

  it('asks for the code of the letter, and goes on with the choice', async () => {
    await open(server);
    fireEvent.click(await screen.findByLabelText('No'));
    press('Cast my vote');
    await screen.findByText('Type the code from your letter');
    press('Use this code');
    expect(screen.getByText('Type the code from your letter.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Code of your letter, or ballot code'), { target: { value: slipText(letter) } });
    press('Use this code');
    await screen.findByText('Check your vote');
    press('Yes, cast my vote');
    await screen.findByText('Your vote is in the box. Thank you.');
    expect(server.vote).toEqual([1]);
  });

  it('makes a ballot code to write down, with which the vote is changed elsewhere', async () => {
    await open(server);
    fireEvent.click(await screen.findByLabelText('No'));
    press('Cast my vote');
    await screen.findByText('Type the code from your letter');
    press('I have no code: make me one');
    const code = document.querySelector('[translate=no]')?.textContent ?? '';
    press('I have written it down');
    await screen.findByText('Check your vote');
    press('Yes, cast my vote');
    await screen.findByText('Your vote is in the box. Thank you.');
    cleanup();
    await forgetRoots('v1');

    await open(server);
    await screen.findByText('You have already voted');
    press('Change my vote');
    fireEvent.click(await screen.findByLabelText('Yes'));
    press('Cast my vote');
    await screen.findByText(/given to another code/);
    expect(screen.queryByRole('button', { name: 'I have no code: make me one' })).toBeNull();
    fireEvent.change(screen.getByLabelText('Code of your letter, or ballot code'), { target: { value: code } });
    press('Use this code');
    await screen.findByText('Check your vote');
    press('Yes, cast my vote');
    await screen.findByText('Your vote is changed. Thank you.');
    expect(server.vote).toEqual([0]);
  });

  it('keeps the choice when the paper was given to another code', async () => {
    await keepRoot('v1', new Uint8Array(16).fill(9), false);
    const other = await open(server);
    await vote('No');
    press('Yes, cast my vote');
    await screen.findByText('Your vote is in the box. Thank you.');
    other.unmount();
    await forgetRoots('v1');
    await keepRoot('v1', letter, false);
    await open(server, 'en', () => ({ participation: { __typename: 'Participation', constituency: 'PARENT', voted: false, onPaper: false } }));
    await vote('Yes');
    press('Yes, cast my vote');
    await screen.findByText(/given to another code/);
    fireEvent.change(screen.getByLabelText('Code of your letter, or ballot code'), { target: { value: slipText(new Uint8Array(16).fill(9)) } });
    press('Use this code');
    await screen.findByText('Check your vote');
    press('Yes, cast my vote');
    await screen.findByText('Your vote is changed. Thank you.');
    expect(server.vote).toEqual([0]);
  });
});
