import { expect, it } from 'vitest';
import { inOrder } from '../domain/agenda-tree.ts';
import type { ItemWords, MeetingWords } from './meeting-record.ts';
import { itemDigest, noticeDigest } from './notice-digest.ts';

const item: ItemWords = {
  id: 'a', parentId: null, position: 1, title: { en: 'Budget', es: 'Presupuesto' }, description: { en: 'Money' }, rationale: { en: 'Tutors' }, intent: 'ACTION',
  minutesPlanned: 10, presenter: null,
};
const meeting: MeetingWords = {
  kind: 'REGULAR', title: { en: 'Council' }, startsAt: new Date('2026-12-08T01:00:00Z'), endsAt: null, place: { en: 'Library' }, onlineUrl: null, interpretation: ['es'], childcare: false,
};

it('an item\'s digest is of all that the public reads of it but its number', () => {
  const changes: Partial<ItemWords>[] = [
    { parentId: 'b' }, { title: { en: 'Budget' } }, { description: { en: 'More' } }, { rationale: {} }, { intent: 'DISCUSSION' }, { minutesPlanned: 11 }, { presenter: 'Ada' },
  ];
  expect(new Set([item, ...changes.map((each) => ({ ...item, ...each }))].map(itemDigest)).size).toBe(changes.length + 1);
  expect(itemDigest({ ...item, position: 2, title: { es: 'Presupuesto', en: 'Budget' } })).toBe(itemDigest(item));
});

it('a notice\'s is of the meeting, and of its items in their order', () => {
  const changes: Partial<MeetingWords>[] = [
    { kind: 'SPECIAL' }, { title: {} }, { startsAt: new Date('2026-12-08T01:00:01Z') }, { endsAt: new Date('2026-12-08T03:00:00Z') }, { place: { en: 'Gym' } },
    { onlineUrl: 'https://example.org' }, { interpretation: [] }, { childcare: true },
  ];
  const second = { ...item, id: 'b', position: 2 };
  const of = (words: MeetingWords, ...items: ItemWords[]) => noticeDigest(words, inOrder(items));
  const all = [of(meeting), of(meeting, item), of(meeting, item, second), of(meeting, { ...item, position: 3 }, second), ...changes.map((each) => of({ ...meeting, ...each }))];
  expect(new Set(all).size).toBe(all.length);
  expect(of({ ...meeting }, { ...item, position: 9 })).toBe(of(meeting, item));
});
