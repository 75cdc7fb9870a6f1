import { cleanup, configure, fireEvent, screen, within } from '@testing-library/react';
import type { Question } from '@plenary/count';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Announcements } from '../../../ui/announce.tsx';
import { show } from '../../../testing/render.tsx';
import { choicesOf, type Chosen, NOTHING } from './chosen.ts';
import { ChosenWords } from './ChosenWords.tsx';
import Choose from './Choose.tsx';

// The words are compiled on the way.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 40_000 });

const names = ['Oak', 'Elm', 'Ash', 'I abstain'];
const question = (method: Question['method'], more: Partial<Question> = {}): Question =>
  ({ method, options: ['CHOICE', 'CHOICE', 'CHOICE', 'ABSTAIN'], maxChoices: 3, seats: 1, budget: null, ...more });

/** The form as the page holds it; answers what would be sent, and shows the words that are confirmed. */
async function form(asked: Question, locale: 'en' | 'es' = 'en') {
  let now: Chosen = NOTHING;
  function Held() {
    const [chosen, setChosen] = useState<Chosen>(NOTHING);
    now = chosen;
    return <><Choose id="choice" question={asked} labels={names} names={names} chosen={chosen} onChange={setChosen} /><div data-testid="words"><ChosenWords question={asked} chosen={chosen} labels={names} /></div><Announcements /></>;
  }
  await show(<Held />, {}, locale);
  await screen.findByText(locale === 'en' ? 'Your choice' : 'Su voto');
  return { choices: () => choicesOf(asked, now), words: () => [...screen.getByTestId('words').querySelectorAll('li')].map((item) => item.textContent), said: () => screen.getAllByRole('status').at(-1)?.textContent };
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('ranking by hand, keys or ear', () => {
  it('takes options in the order of the presses and says each place', async () => {
    const { choices, words, said } = await form(question('SCOTTISH_STV'));
    press('Ash');
    press('Oak');
    expect(said()).toBe('Oak is your number 2.');
    expect(choices()).toEqual([2, 0]);
    expect(words()).toEqual(['Ash', 'Oak']);
    expect(screen.getByRole('button', { name: 'Oak, number 2' }).getAttribute('aria-pressed')).toBe('true');
    press('Oak, number 2');
    expect(choices()).toEqual([2]);
  });

  it('moves up and down with the focus on the button that was pressed', async () => {
    const { choices } = await form(question('INSTANT_RUNOFF'));
    for (const name of ['Oak', 'Elm', 'Ash']) press(name);
    const down = screen.getByRole('button', { name: 'Move Oak down' });
    down.focus();
    fireEvent.click(down);
    expect(choices()).toEqual([1, 0, 2]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Oak down');
    press('Move Ash up');
    expect(choices()).toEqual([1, 2, 0]);
    press('Move Elm up');
    expect(choices()).toEqual([1, 2, 0]);
  });

  it('keeps the focus in the list when a place is taken out', async () => {
    const { choices } = await form(question('INSTANT_RUNOFF'));
    for (const name of ['Oak', 'Elm']) press(name);
    press('Take Oak out');
    expect(choices()).toEqual([1]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Take Elm out');
    press('Take Elm out');
    expect(document.activeElement?.textContent).toContain('Elm');
  });

  it('takes no more than may be ranked, and says why', async () => {
    const { choices, said } = await form(question('SCOTTISH_STV', { maxChoices: 2 }));
    for (const name of ['Oak', 'Elm', 'Ash']) press(name);
    expect(choices()).toEqual([0, 1]);
    expect(said()).toContain('Your order is full');
    fireEvent.click(screen.getByLabelText('I abstain'));
    expect(choices()).toEqual([3]);
    press('Ash');
    expect(choices()).toEqual([2]);
  });
});

describe('scores, dots and money', () => {
  it('scores each option by itself, and counts what has no score as 0', async () => {
    const { choices, words } = await form(question('SCORE', { maxChoices: 5 }));
    fireEvent.click(within(screen.getByRole('group', { name: 'Oak' })).getByLabelText('5'));
    fireEvent.click(within(screen.getByRole('group', { name: 'Ash' })).getByLabelText('0'));
    fireEvent.click(within(screen.getByRole('group', { name: 'Ash' })).getByLabelText('3'));
    expect(choices()).toEqual([5, 0, 3, 0]);
    expect(words()).toEqual(['Oak5', 'Elm0', 'Ash3']);
    fireEvent.click(screen.getByLabelText('I abstain'));
    expect(words()).toEqual(['I abstain']);
    expect(screen.getAllByRole('radio').some((radio) => (radio as HTMLInputElement).checked)).toBe(false);
  });

  it('gives dots until none are left', async () => {
    const { choices, words, said } = await form(question('DOTS', { maxChoices: 3 }));
    for (let dot = 0; dot < 5; dot += 1) press(/more dot for Elm/);
    expect(choices()).toEqual([0, 3, 0, 0]);
    expect(said()).toBe('You have no dots left.');
    press(/dot less for Elm/);
    press(/more dot for Oak/);
    expect(words()).toEqual(['Oak1', 'Elm2']);
    press(/dot less for Ash/);
    expect(choices()).toEqual([1, 2, 0, 0]);
  });

  it('shows what each project costs and what they cost together, in the reader\'s way of writing money', async () => {
    const { choices, words } = await form(question('EQUAL_SHARES', { budget: { total: 5000, costs: [3000, 1200, 2500, 0] } }), 'es');
    fireEvent.click(screen.getByLabelText(/Oak/));
    expect(screen.getByText(/Sus proyectos cuestan \$3,000, de \$5,000/)).toBeTruthy();
    expect(screen.queryByText(/Es más de lo que hay/)).toBeNull();
    fireEvent.click(screen.getByLabelText(/Ash/));
    expect(screen.getByText(/Es más de lo que hay/)).toBeTruthy();
    expect(choices()).toEqual([0, 2]);
    expect(words()).toEqual(['Oak$3,000', 'Ash$2,500']);
    fireEvent.click(screen.getByLabelText(/Oak/));
    expect(choices()).toEqual([2]);
  });
});
