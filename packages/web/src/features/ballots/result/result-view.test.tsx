import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { catalog } from '../../../i18n/catalogs.ts';
import { show } from '../../../testing/render.tsx';
import type { Ballot } from '../CastForm.tsx';
import ResultView from '../ResultView.tsx';

const NAMES = { a: 'Ada', b: 'Ben', c: 'Cruz' } as const;
type Id = keyof typeof NAMES;
const option = (id: string, kind = 'CHOICE') => ({ __typename: 'BallotOption', id, kind, label: id in NAMES ? [{ __typename: 'LocalizedText', locale: 'en', text: NAMES[id as Id] }] : [] });
const OPTIONS = [option('a'), option('b'), option('c'), option('x', 'ABSTAIN')];
const of = (...ids: string[]) => ids.map((id) => ({ __typename: 'BallotOption', id }));

const base = {
  __typename: 'BallotResult', outcome: 'CHOSEN', ballots: 20, withheld: false, chosen: of('b'), rules: [],
  tallies: OPTIONS.map(({ id }, n) => ({ __typename: 'OptionTally', votes: [8, 7, 5, 0][n], option: { __typename: 'BallotOption', id } })),
  constituencies: [{ __typename: 'ConstituencyResult', constituency: 'PARENT', roll: 40, ballots: 20, withheld: false, tallies: [] }],
};
const detail = { __typename: 'BallotResult', tallies: base.tallies.map((each) => ({ ...each, score: null })), constituencies: [], ranked: null, budget: null, lots: [], margins: [] };

async function result(ballot: object, more: object, details: object | null, locale: 'en' | 'es' = 'en') {
  const whole = { id: 'b1', state: 'CERTIFIED', binding: 'ADVISORY', combine: 'TOGETHER', maxChoices: 3, options: OPTIONS, certifications: [], certifiedAt: null, constituencies: [], turnout: { constituencies: [] },
    environment: { timeZone: 'America/Los_Angeles' }, ...ballot } as unknown as Ballot;
  return show(<ResultView ballot={whole} result={{ ...base, ...more } as unknown as NonNullable<Ballot['result']>} />, {
    BallotCount: () => {
      if (details === null) throw new TypeError('Failed to fetch');
      return { ballot: { __typename: 'Ballot', id: 'b1', method: whole.method, seats: 1, budgetTotal: null, options: OPTIONS.map(({ __typename, id }) => ({ __typename, id, cost: null })), result: { ...detail, ...details } } };
    },
  }, locale);
}

const stage = (n: number, more: object) => ({ __typename: 'CountStage', stage: n, kind: 'FIRST', votes: null, moved: null, nonTransferable: '0.00000', elected: [], excluded: [], ...more });
const runoff = {
  ranked: { __typename: 'RankedCount', ballots: 20, quota: 11, seats: 1, stages: [
    stage(0, { tallies: ['8.00000', '7.00000', '5.00000', null] }),
    stage(1, { kind: 'EXCLUSION', votes: '5.00000', moved: of('c')[0], tallies: ['8.00000', '11.50000', null, null], nonTransferable: '0.50000', elected: of('b'), excluded: of('c') }),
  ] },
  margins: [{ __typename: 'ExclusionMargin', stage: 1, behind: '2.00000', option: of('c')[0], next: of('b')[0] }],
};

// What comes by itself as a page needs it is here before: a busy machine may take long to make it.
beforeAll(async () => {
  await Promise.all([
    import('./RankedStages.tsx'), import('./BudgetList.tsx'), import('./GradedChart.tsx'),
    ...(['en', 'es'] as const).flatMap((locale) => (['core', 'result'] as const).map((name) => catalog(name, locale))),
  ]);
}, 60_000);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a ranked result', () => {
  it('is stepped through with buttons and arrow keys, a sentence for each stage', async () => {
    await result({ method: 'INSTANT_RUNOFF' }, {}, runoff);
    const steps = await screen.findByLabelText('Stage by stage');
    const place = () => within(steps).getByText(/^Stage/).textContent;
    expect(place()).toBe('Stage 1 of 2');
    const told = () => [...steps.querySelectorAll('[class*=shown]')].map((each) => each.textContent).join();
    expect(told()).toContain('Nobody has enough votes yet.');
    fireEvent.click(within(steps).getByRole('button', { name: 'Next' }));
    expect(place()).toBe('Stage 2 of 2');
    expect(told()).toBe('“Cruz” has the fewest votes and goes out. These 5 votes move on: 4.5 to “Ben” and 0.5 to nobody (no further choice). “Ben” has enough votes and wins.');
    const next = within(steps).getByRole('button', { name: 'Next' });
    expect(next.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(next);
    expect(place()).toBe('Stage 2 of 2');
    fireEvent.keyDown(next, { key: 'ArrowLeft' });
    expect(place()).toBe('Stage 1 of 2');
    fireEvent.keyDown(next, { key: 'End' });
    expect(place()).toBe('Stage 2 of 2');
  });

  it('has every number of every stage behind the drawing, and says how close it was', async () => {
    await result({ method: 'INSTANT_RUNOFF' }, {}, runoff);
    fireEvent.click(await screen.findByRole('button', { name: 'Every stage in numbers' }));
    const table = screen.getByRole('table', { name: 'Votes at stage 2' });
    expect(within(table).getAllByRole('row').map((row) => within(row).queryAllByRole('cell').map((cell) => cell.lastElementChild?.textContent))).toEqual([[], ['7', '+4.5', '11.5'], ['8', '–', '8'], ['5', '−5', '0'], ['0', '+0.5', '0.5']]);
    expect(screen.getByText('The closest call: at stage 2, “Cruz” went out 2 behind “Ben”.')).toBeTruthy();
  });

  it('speaks Spanish', async () => {
    await result({ method: 'INSTANT_RUNOFF' }, {}, runoff, 'es');
    expect(await screen.findByLabelText('Etapa por etapa')).toBeTruthy();
    expect(screen.getByText('Lo más reñido: en la etapa 2 salió «Cruz», a 2 de «Ben».')).toBeTruthy();
  });

  it('shows the first choices when the details do not come', async () => {
    await result({ method: 'INSTANT_RUNOFF' }, {}, null);
    expect(await screen.findByText('8 votes (40%)')).toBeTruthy();
    expect(screen.getByRole('table', { name: 'First choices' })).toBeTruthy();
  });

  it('tells a tie by who was tied, and draws it again from the seed', async () => {
    const lots = [{ __typename: 'LotDrawn', purpose: 'EXCLUSION', stage: 1, seed: 'ab'.repeat(32), tied: of('b', 'c'), drawn: of('c') }];
    await result({ method: 'SCOTTISH_STV', seats: 2 }, {}, { ...runoff, lots });
    expect(await screen.findByText('Stage 2: “Ben” and “Cruz” were tied at every stage. Drawn to go out: “Cruz”.')).toBeTruthy();
    expect(screen.getByText('ab'.repeat(32))).toBeTruthy();
    cleanup();
    await result({ method: 'SCOTTISH_STV', seats: 2 }, { outcome: 'TIED', chosen: of('a') }, { lots: [{ ...lots[0], seed: null, drawn: [] }] });
    expect(await screen.findByText('“Ada” won. For what is left, it is a tie between “Ben” and “Cruz”.')).toBeTruthy();
  });
});

describe('a budget', () => {
  const decision = (id: Id, more: object) => ({ __typename: 'BudgetDecision', by: 'EQUAL_SHARES', votes: 8, cost: 600, funded: false, payment: null, available: '0.00000', reason: null, option: of(id)[0], ...more });

  it('is a list in the order of funding, with what each paid and why the rest is not', async () => {
    await result({ method: 'EQUAL_SHARES' }, { chosen: of('b') }, { budget: { __typename: 'BudgetCount', total: 1000, spent: 600, funded: of('b'), decisions: [
      decision('b', { funded: true, payment: '75.00000', available: '800.00000' }), decision('a', { votes: 3, cost: 500, available: '333.33333', reason: 'NOT_ENOUGH_BACKING' }), decision('c', { votes: 0, reason: 'NO_VOTES' }),
    ] }, margins: [{ __typename: 'ProjectMargin', reason: 'NOT_ENOUGH_BACKING', lacking: '166.66667', option: of('a')[0] }] });
    expect(screen.getByText(/“Ben” will be paid for\./)).toBeTruthy();
    expect(await screen.findByText('$600 of $1,000 is used; $400 is left.')).toBeTruthy();
    expect(screen.getByText(/the same part of the money, \$50\./)).toBeTruthy();
    expect(screen.getByText('8 voters paid for it together, each $75 at most.')).toBeTruthy();
    expect(screen.getByText('3 votes. Those who voted for it had $333.33 left together: $166.67 too little.')).toBeTruthy();
    expect(screen.getByText('Nobody voted for it.')).toBeTruthy();
    expect(screen.getByText('“Ada” is the first project that is not paid for. $166.67 more would have paid for it.')).toBeTruthy();
  });
});

describe('scores and dots', () => {
  it('are drawn as points with their average, and as dots with their people', async () => {
    const tallies = base.tallies.map((each, n) => ({ ...each, votes: [18, 9, 0, 2][n], score: [81, 27, 0, 0][n] }));
    await result({ method: 'SCORE', maxChoices: 5 }, { chosen: of('a') }, { tallies });
    expect(await screen.findByText('81 points, 4.5 on average')).toBeTruthy();
    expect(within(screen.getByRole('table', { name: 'Points' })).getAllByRole('cell').map((cell) => cell.lastElementChild?.textContent)).toEqual(['81', '27', '0', '2', '20']);
    cleanup();
    await result({ method: 'DOTS', maxChoices: 6 }, { chosen: of('a') }, { tallies });
    expect(await screen.findByText('81 dots from 18 people')).toBeTruthy();
  });
});
