import { describe, expect, it } from 'vitest';
import { sortedActions } from './sorted-actions.ts';

const item = (id: string, state: 'OPEN' | 'DONE' | 'DROPPED' = 'OPEN', ownerIsViewer = false) => ({ id, state, ownerIsViewer });
const none = { mine: [], theirs: [], mineEnded: [], theirsEnded: [] };

describe('the lists of action items', () => {
  it('keep the order they came in', () => {
    const lists = { mine: [item('b', 'OPEN', true), item('a', 'OPEN', true)], theirs: [item('d'), item('c')], mineEnded: [item('f', 'DONE', true)], theirsEnded: [item('e', 'DROPPED')] };
    expect(sortedActions(lists)).toEqual(lists);
  });

  it('show what was dropped between two readings once, as what it is now', () => {
    const dropped = item('a', 'DROPPED');
    expect(sortedActions({ ...none, theirs: [dropped], theirsEnded: [dropped] })).toEqual({ ...none, theirsEnded: [dropped] });
  });

  it('show what was given to the viewer under what is theirs, and what was taken up again as open', () => {
    const [given, taken] = [item('a', 'OPEN', true), item('b', 'OPEN')];
    expect(sortedActions({ ...none, theirs: [given], theirsEnded: [taken] })).toEqual({ ...none, mine: [given], theirs: [taken] });
  });
});
