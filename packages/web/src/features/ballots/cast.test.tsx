import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answers, type Sent, show } from '../../testing/render.tsx';
import type { CastAnswer } from './cast.ts';
import { type Ballot, CastForm } from './CastForm.tsx';

// The forms of some methods are loaded when they are needed, and transformed here on the way.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 40_000 });

const option = (id: string, kind: 'CHOICE' | 'YES' | 'NO' | 'ABSTAIN', text = '') =>
  ({ __typename: 'BallotOption', id, kind, label: text ? [{ __typename: 'LocalizedText', locale: 'en', text }] : [] }) as const;

const base = { id: 'b1', method: 'YES_NO', maxChoices: 1, seats: 1, budgetTotal: null, secrecy: 'CONFIDENTIAL', options: [option('y', 'YES'), option('n', 'NO'), option('a', 'ABSTAIN')] } as unknown as Ballot;
const approval = { ...base, method: 'APPROVAL', maxChoices: 2, options: [option('1', 'CHOICE', 'Chess'), option('2', 'CHOICE', 'Garden'), option('3', 'CHOICE', 'Choir'), option('a', 'ABSTAIN')] } as unknown as Ballot;

const cast = { castBallot: { __typename: 'BallotCast', again: false, ballot: { __typename: 'Ballot', id: 'b1', participation: null, viewerCan: { __typename: 'BallotPermissions', cast: false } } } };
const refused = (reason: string) => ({ castBallot: { __typename: 'BallotRefused', reason, about: [] } });

const keysOf = (sent: readonly Sent[]) => [...new Set(sent.map(({ variables }) => (variables['input'] as { key: string }).key))];
const kept = () => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

async function vote(ballot: Ballot, answers: Answers, choices: string[], locale: 'en' | 'es' = 'en') {
  const answered: CastAnswer[] = [];
  const shown = await show(<CastForm ballot={ballot} onCasting={() => {}} onAnswer={(cast) => cast.kind === 'CONFIDENTIAL' && answered.push(cast.answer)} />, answers, locale);
  for (const choice of choices) fireEvent.click(screen.getByLabelText(choice));
  return { ...shown, answered };
}

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('casting a vote', () => {
  it('asks for a choice first, and says so beside the choices', async () => {
    const { sent } = await vote(base, {}, []);
    press('Cast my vote');
    expect(screen.getByText('Choose an option first.')).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it('shows the choice and says that it is final and not secret before the press', async () => {
    await vote(base, {}, ['No']);
    press('Cast my vote');
    expect(screen.getByRole('heading', { name: 'Check your vote' })).toBe(document.activeElement);
    expect(screen.getByText('Your first vote is final')).toBeTruthy();
    expect(screen.getByText(/confidential, but not secret/)).toBeTruthy();
    press('Change my choice');
    expect(screen.getByRole('radio', { name: 'No' })).toHaveProperty('checked', true);
  });

  it('speaks Spanish through the whole of it', async () => {
    await vote(base, {}, ['Sí'], 'es');
    press('Votar');
    expect(screen.getByText('Su primer voto es definitivo')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Sí, votar' })).toBeTruthy();
  });

  it('sends one key until the server answers, however often the network fails, and keeps no choice meanwhile', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let tries = 0;
    const { sent, answered } = await vote(base, { CastBallot: () => {
      tries++;
      expect(kept()).not.toMatch(/"y"/);
      if (tries < 4) throw new TypeError('Failed to fetch');
      return cast;
    } }, ['Yes']);
    press('Cast my vote');
    press('Yes, cast my vote');
    await waitFor(() => expect(screen.getByText('No answer yet')).toBeTruthy());
    await vi.advanceTimersByTimeAsync(60_000);
    await waitFor(() => expect(answered).toHaveLength(1));
    expect(sent).toHaveLength(4);
    expect(keysOf(sent)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(kept()).toBe('[{},{}]');
  });

  it('takes up the same key after a reload in the middle of sending', async () => {
    const first = await vote(base, { CastBallot: () => { throw new TypeError('Failed to fetch'); } }, ['Yes']);
    press('Cast my vote');
    press('Yes, cast my vote');
    await waitFor(() => expect(first.sent).toHaveLength(1));
    cleanup();
    const second = await vote(base, { CastBallot: () => cast }, ['Yes']);
    press('Cast my vote');
    press('Yes, cast my vote');
    await waitFor(() => expect(second.answered).toHaveLength(1));
    expect(keysOf(second.sent)).toEqual(keysOf(first.sent));
  });

  it('takes a refusal for an answer, and a busy server for none', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let tries = 0;
    const { answered } = await vote(base, { CastBallot: () => refused(tries++ === 0 ? 'BUSY' : 'CLOSED') }, ['Yes']);
    press('Cast my vote');
    press('Yes, cast my vote');
    await vi.advanceTimersByTimeAsync(5000);
    await waitFor(() => expect(answered).toMatchObject([{ reason: 'CLOSED' }]));
    expect(tries).toBe(2);
  });

  it('does not send twice when the button is pressed twice', async () => {
    const { sent, answered } = await vote(base, { CastBallot: () => cast }, ['Yes']);
    press('Cast my vote');
    press('Yes, cast my vote');
    press('Sending your vote…');
    await waitFor(() => expect(answered).toHaveLength(1));
    expect(sent).toHaveLength(1);
  });

  it('lets several be chosen, no more than the ballot allows, and abstaining alone', async () => {
    await vote(approval, {}, ['Chess', 'Garden', 'Choir']);
    press('Cast my vote');
    expect(screen.getByText('Choose no more than 2 options.')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('I abstain'));
    expect(screen.getAllByRole('checkbox').filter((box) => (box as HTMLInputElement).checked)).toHaveLength(1);
    fireEvent.click(screen.getByLabelText('Chess'));
    expect(screen.getByLabelText('I abstain')).toHaveProperty('checked', false);
  });

  it('sends dots by option, or the abstention alone', async () => {
    const dots = { ...approval, method: 'DOTS', maxChoices: 3 } as unknown as Ballot;
    const { sent, answered } = await vote(dots, { CastBallot: () => cast }, []);
    fireEvent.click(await screen.findByRole('button', { name: /more dot for Garden/ }));
    press('Cast my vote');
    press('Yes, cast my vote');
    await waitFor(() => expect(answered).toHaveLength(1));
    expect(sent[0]?.variables['input']).toMatchObject({ optionIds: [], scores: [{ optionId: '1', score: 0 }, { optionId: '2', score: 1 }, { optionId: '3', score: 0 }] });
    cleanup();
    const abstained = await vote(dots, { CastBallot: () => cast }, []);
    fireEvent.click(await screen.findByLabelText('I abstain'));
    press('Cast my vote');
    press('Yes, cast my vote');
    await waitFor(() => expect(abstained.answered).toHaveLength(1));
    expect(abstained.sent[0]?.variables['input']).toMatchObject({ optionIds: ['a'], scores: null });
  });
});
