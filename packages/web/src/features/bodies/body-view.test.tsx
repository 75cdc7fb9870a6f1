import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { show } from '../../testing/render.tsx';
import type { Body, Seat } from './body.ts';
import { BodyView } from './BodyView.tsx';
import { TroubleNotice } from './TroubleNotice.tsx';
import type { Refused } from './use-body-act.ts';

afterEach(cleanup);

const seat = (part: Partial<Seat>): Seat => ({
  __typename: 'Seat', id: `${part.constituency} ${part.number}`, seatId: `seat ${part.constituency} ${part.number}`, constituency: 'PARENT', number: 1, chosenBy: 'PARENT', way: 'ELECTED', votes: true,
  vacant: false, vacancy: null, basis: 'ELECTED', name: null, starts: '2026-08-01', ends: '2028-07-31', viewerVacates: false, seatName: [{ __typename: 'LocalizedText', locale: 'en', text: 'Representative' }], ...part,
});

const body = {
  __typename: 'GoverningBody', id: 'b', version: 3, kind: 'SSC', authority: 'DECIDING', meetingLaw: 'GREENE', studentSeats: true, closedAt: null, rosterCertifiedAt: null, termsEnded: false,
  votingMembers: 12, quorumNeeded: 7, name: [{ locale: 'en', text: 'Site Council' }], remit: [],
  environment: { id: 'e', slug: 'puentes', name: 'Puentes', timeZone: 'America/Los_Angeles', requiredLocales: ['en', 'es'], school: { id: 's', name: 'Mariposa' } },
  seats: [
    seat({ constituency: 'STUDENT', number: 2 }), seat({ constituency: 'PARENT', number: 1, name: 'Ana Ruiz' }),
    seat({ constituency: 'PARENT', number: 2, vacant: true, vacancy: 'NO_CANDIDATE', basis: 'VACANT' }),
  ],
  officers: [{ id: 'o', office: 'CHAIR', name: null, seat: { id: 'h', constituency: 'STUDENT', number: 2 }, starts: '2026-08-01', ends: '2027-07-31', until: null, leaves: null }],
  comingOfficers: [],
  composition: [{ rule: 'SIDES_EQUAL', found: 5, needed: 6, met: false }, { rule: 'TEACHER_MAJORITY', found: 4, needed: 2, met: true }],
  bylaws: {
    number: 1, adoptedOn: '2026-08-01', effectiveFrom: '2026-08-01', note: null,
    rules: {
      quorum: { kind: 'MAJORITY', numerator: null, denominator: null, count: null }, threshold: 'MAJORITY_OF_CAST', removal: 'TWO_THIRDS_OF_MEMBERS', termMonths: 24, staggered: true, noticeHours: 72,
      specialNoticeHours: 72, electionNoticeDays: 10, orientationDays: 5, proxies: false, absentee: false, consensusFirst: false, minutesDraftsPublic: false, offices: ['CHAIR'], officerTermMonths: 12,
      officersBySecretBallot: false, employees: 'SCHOOL', commentSeconds: 90,
    },
  },
  bylawsHistory: [], viewerFollows: false, viewerCan: { keep: false, certifyRoster: false, follow: false },
} as unknown as Body;

describe('a body as an outsider reads it', () => {
  it('names adults, numbers students, and says why a seat is vacant', async () => {
    await show(<BodyView body={body} signedIn={false} />, {});
    // In her seat, and as the chair.
    expect(await screen.findAllByText('Student 2')).toHaveLength(2);
    expect(screen.getByText('Ana Ruiz')).toBeTruthy();
    expect(screen.getByText('Vacant: nobody stood')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(Fill|Give up|Declare)/ })).toBeNull();
  });

  it('says quorum, law and composition in words and numbers', async () => {
    await show(<BodyView body={body} signedIn={false} />, {});
    expect(await screen.findByText('7 of 12 members must be present for a vote.')).toBeTruthy();
    expect(screen.getByText(/Greene Act \(Education Code 35147\): the agenda is posted 72 hours before\./)).toBeTruthy();
    expect(screen.getByText('Not met')).toBeTruthy();
    expect(screen.getByText(/students \(5\) as for staff with the principal \(6\)/)).toBeTruthy();
    expect(screen.getByText('Anybody may speak for 90 seconds, twice as long when translated.')).toBeTruthy();
  });

  it('leads back to the public page, and who is signed in to the list', async () => {
    await show(<BodyView body={body} signedIn={false} />, {});
    expect((await screen.findByRole('link', { name: 'Puentes' })).getAttribute('href')).toBe('/e/puentes');
  });
});

describe('an office that somebody else takes on a later day', () => {
  const handed = {
    ...body, officers: [{ ...body.officers[0], name: 'Ana Ruiz', until: '2027-01-10', leaves: null }],
    comingOfficers: [{ id: 'next', office: 'CHAIR', name: 'Ben Lee', seat: null, starts: '2027-01-11', ends: '2027-07-31', until: null, leaves: null }],
  } as unknown as Body;
  const lines = () => screen.getAllByRole('row').map(({ textContent }) => textContent).filter((text) => text.startsWith('Chair'));

  it('is its holder\'s until the day before, and shows who comes from when on', async () => {
    await show(<BodyView body={handed} signedIn={false} />, {});
    await screen.findByText('Ben Lee');
    expect(lines()).toEqual([expect.stringMatching(/Ana Ruiz.*until Sunday, January 10, 2027/), expect.stringMatching(/Incoming.*Ben Lee.*January 11, 2027.*July 31, 2027/)]);
    expect(screen.queryByRole('button', { name: /Take back/ })).toBeNull();
  });

  it('is a keeper\'s to take back until then', async () => {
    await show(<BodyView body={{ ...handed, viewerCan: { ...handed.viewerCan, keep: true } }} signedIn />, {});
    expect(await screen.findAllByRole('button', { name: /^Take back/ })).toHaveLength(1);
  });
});

describe('an office that its holder leaves', () => {
  const kept = { ...body.viewerCan, keep: true };
  const left = { ...body, officers: [{ ...body.officers[0], name: 'Ana Ruiz', until: '2027-01-10', leaves: 'RESIGNED' }], viewerCan: kept } as unknown as Body;

  it('says until when, and how; a keeper may take that back', async () => {
    await show(<BodyView body={left} signedIn />, {});
    expect(await screen.findByText('until Sunday, January 10, 2027, by resignation')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Take back: Chair, Ana Ruiz' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Leaves office: Chair, Ana Ruiz' })).toBeTruthy();
  });

  it('is given from its own line where nobody holds it', async () => {
    const open = { ...body, bylaws: { ...body.bylaws, rules: { ...body.bylaws.rules, offices: ['CHAIR', 'SECRETARY'] } }, viewerCan: kept } as unknown as Body;
    await show(<BodyView body={open} signedIn />, {});
    expect(await screen.findByRole('button', { name: 'Give: Secretary' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Take back/ })).toBeNull();
  });
});

describe('a refusal', () => {
  const refused: readonly (readonly [Refused['reason'], readonly string[], RegExp])[] = [
    ['CLOSED', [], /Make a new body/], ['COMPOSITION', ['SIDES_EQUAL'], /staff with the principal \(6\)/], ['VACANT_SEATS', ['3'], /3 voting seats are vacant/],
    ['EMPLOYED', ['SCHOOL'], /works at the school/], ['EMPLOYED', ['DISTRICT'], /works in the district/], ['HOLDS_OFFICE', ['SECRETARY'], /another office: Secretary/],
    ['NOTHING_ENDED', [], /No term is over/], ['NOTHING_TO_COME', [], /give an office to somebody else/], ['OFFICE_NOT_HELD', [], /somebody else recorded it/], ['SUCCEEDED_BEFORE', ['2027-01-11'], /Monday, January 11, 2027/], ['NOT_A_MEMBER', [], /Put the person into a seat first/], ['NOT_OF_CONSTITUENCY', ['TEACHER'], /belongs to: Teachers/],
    ['NO_SUCH_OFFICE', ['CHAIR', 'SECRETARY'], /They know: Chair and Secretary/], ['SEATED_ALREADY', [], /another seat here/], ['SEAT_ELECTED', ['PARENT'], /elects this seat: Parents/],
    ['SEAT_HELD', [], /Declare it vacant first/], ['SEAT_NOT_HELD', [], /vacant already/], ['SEAT_RETIRED', [], /was given up/],
  ];
  it.each(refused)('for %s says what happened, and what to do next (%j)', async (reason, about, words) => {
    await show(<TroubleNotice law="GREENE" trouble={{ kind: 'REFUSED', reason, about, body }} />, {});
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
  });
});

describe('a fault of the form', () => {
  it.each([
    ['noticeHours', 'NOTICE_TOO_SHORT', /Greene Act \(Education Code 35147\) asks for at least 72 hours/], ['input.termMonths', 'OUT_OF_RANGE', /from 1 to 60/],
    ['meetingLaw', 'NOTICE_TOO_SHORT', /comes into force later.*Adopt a new version/], ['input.meetingLaw', 'NOT_UNDER_BROWN', /Government Code 54953.*Adopt a new version/], ['quorum', 'IMPOSSIBLE', /2 of 3/], ['effectiveFrom', 'NOT_AFTER_START', /First day in force/], ['officersBySecretBallot', 'NOT_UNDER_BROWN', /Government Code 54953/], ['name', 'SOMETHING_NEW', /cannot be saved/],
  ])('of %s by %s is said in words', async (field, code, words) => {
    await show(<TroubleNotice law="GREENE" trouble={{ kind: 'FAULTY', faults: [{ field, code }] }} />, {});
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
  });
});
