import { describe, expect, it } from 'vitest';
import { type AmendmentFacts, type AmendmentState, decideAmend, decideSecondAmendment, isPending, textAfter } from './amendment.ts';
import type { MeetingLaw, MemberFacts } from './motion.ts';
import { MOTION_STATES, allowsAct } from './motion-states.ts';
import { chairMovesIn, decideMove, decideSecond } from './moving.ts';
import { type OpeningFacts, decideOpenVote } from './opening-vote.ts';
import { decideConsent } from './unanimous-consent.ts';
import { countsOf, decideCloseVote, decideVote, rollCall, withVote } from './voting.ts';

const refusal = (reason: string, ...about: string[]) => ({ ok: false, refusal: { reason, about } });
const member = (personId: string, rest: Partial<MemberFacts> = {}): MemberFacts => ({ personId, votes: true, present: true, chairs: false, ...rest });
const SMALL = { chairMoves: true };
const quorum = { present: 7, needed: 5, met: true };
const broken = { present: 4, needed: 5, met: false };

describe('rule 12: a mover and a different seconder, voting members who are present (domain.md S43)', () => {
  it('moves', () => {
    const move = (mover: MemberFacts, rule = SMALL) => decideMove({ state: 'IN_SESSION' }, mover, rule);
    expect(move(member('a'))).toEqual({ ok: true });
    expect(move(member('a', { votes: false }))).toEqual(refusal('NOT_A_VOTING_MEMBER', 'a'));
    expect(move(member('a', { present: false }))).toEqual(refusal('NOT_PRESENT', 'a'));
    expect(decideMove({ state: 'ADJOURNED' }, member('a'), SMALL)).toEqual(refusal('NOT_IN_SESSION', 'ADJOURNED'));
  });

  it('seconds', () => {
    const second = (seconder: MemberFacts) => decideSecond({ state: 'MOVED', moverId: 'a' }, seconder, SMALL);
    expect(second(member('b'))).toEqual({ ok: true });
    expect(second(member('a'))).toEqual(refusal('MOVER_SECONDS', 'a'));
    expect(second(member('b', { votes: false }))).toEqual(refusal('NOT_A_VOTING_MEMBER', 'b'));
    expect(second(member('b', { present: false }))).toEqual(refusal('NOT_PRESENT', 'b'));
    for (const state of MOTION_STATES) expect(decideSecond({ state, moverId: 'a' }, member('b'), SMALL).ok).toBe(allowsAct(state, 'SECOND'));
  });

  it('and so does the chair of a small board, but of no large one (domain.md S41)', () => {
    const chair = member('c', { chairs: true });
    const move = (members: number) => decideMove({ state: 'IN_SESSION' }, chair, { chairMoves: chairMovesIn(members) });
    expect(move(12)).toEqual({ ok: true });
    expect(move(13)).toEqual(refusal('CHAIR_DOES_NOT_MOVE', 'c'));
    expect(decideSecond({ state: 'MOVED', moverId: 'a' }, chair, { chairMoves: false })).toEqual(refusal('CHAIR_DOES_NOT_MOVE', 'c'));
  });
});

const opening: OpeningFacts = {
  state: 'OPEN', moverId: 'a', seconderId: 'b', law: 'GREENE', meetingState: 'IN_SESSION', quorum, amendmentPending: false, secret: null,
  subject: { standing: { may: 'ACTION' }, urgencyFound: false, commentOffered: true }, bylaws: { votesOutsideMeetings: false, noPublicComment: false },
};
const late = { may: 'DISCUSSION_ONLY', reason: 'LISTED_TOO_LATE' } as const;
const LAWS: readonly MeetingLaw[] = ['GREENE', 'BROWN', 'PRIVATE'];
const kept = (rest: Partial<OpeningFacts>) => {
  const decision = decideOpenVote({ ...opening, ...rest });
  return decision.ok ? [] : decision.refusals.map(({ reason, about }) => [reason, ...about].join(' '));
};

describe('a vote opens', () => {
  it('from the table alone', () => {
    for (const state of MOTION_STATES) {
      expect(kept({ state })).toEqual(allowsAct(state, 'OPEN_VOTE') ? [] : [`WRONG_STATE ${state}`]);
      expect(decideConsent({ ...opening, state }, { questionPut: true, objectorIds: [] }).ok).toBe(allowsAct(state, 'CONSENT'));
    }
  });

  it('rule 8: for a public body only while its meeting sits (Gov. Code 54952.2)', () => {
    const asked = (votesOutsideMeetings: boolean) => LAWS.map((law) => kept({ law, meetingState: 'NOTICED', bylaws: { votesOutsideMeetings, noPublicComment: false } }));
    const outside = ['NOT_IN_SESSION NOTICED'];
    expect(asked(true)).toEqual([outside, outside, []]);
    expect(asked(false)).toEqual([outside, outside, outside]);
  });

  it('rule 9: with names, secretly only where law and bylaws let it (Gov. Code 54953)', () => {
    const secretly = (officerElection: boolean, bylawsUseBallots: boolean) => LAWS.map((law) => kept({ law, secret: { officerElection, bylawsUseBallots } }).length === 0);
    expect(secretly(true, true)).toEqual([true, false, true]);
    expect(secretly(false, true)).toEqual([false, false, true]);
    expect(secretly(true, false)).toEqual([false, false, false]);
    expect(kept({ law: 'BROWN', secret: { officerElection: true, bylawsUseBallots: true } })).toEqual(['SECRET_VOTE BROWN']);
  });

  it('rules 1 to 3: on what was posted in time, or found urgent (EC 35147, Gov. Code 54954.2)', () => {
    const subject = { standing: late, urgencyFound: false, commentOffered: true };
    expect(kept({ subject })).toEqual(['NOT_ELIGIBLE LISTED_TOO_LATE']);
    expect(kept({ subject: { ...subject, urgencyFound: true } })).toEqual([]);
  });

  it('rule 6: after the public could speak (EC 35147)', () => {
    const subject = { standing: { may: 'ACTION' }, urgencyFound: false, commentOffered: false } as const;
    const silent = (noPublicComment: boolean) => LAWS.map((law) => kept({ law, subject, bylaws: { votesOutsideMeetings: false, noPublicComment } }));
    expect(silent(false)).toEqual([['COMMENT_NOT_OFFERED'], ['COMMENT_NOT_OFFERED'], ['COMMENT_NOT_OFFERED']]);
    expect(silent(true)).toEqual([['COMMENT_NOT_OFFERED'], ['COMMENT_NOT_OFFERED'], []]);
  });

  it('seconded by another, with a quorum, and over no amendment', () => {
    expect(kept({ seconderId: null })).toEqual(['NO_SECONDER']);
    expect(kept({ seconderId: 'a' })).toEqual(['NO_SECONDER']);
    expect(kept({ quorum: broken })).toEqual(['NO_QUORUM 4 5']);
    expect(kept({ amendmentPending: true })).toEqual(['AMENDMENT_PENDING']);
  });

  it('and everything that keeps it is told at once', () => {
    expect(kept({
      state: 'MOVED', law: 'BROWN', meetingState: 'DRAFT', quorum: broken, seconderId: null, amendmentPending: true,
      secret: { officerElection: true, bylawsUseBallots: true }, subject: { standing: late, urgencyFound: false, commentOffered: false },
    }).map((each) => each.split(' ')[0])).toEqual([
      'WRONG_STATE', 'NOT_IN_SESSION', 'NO_QUORUM', 'NO_SECONDER', 'AMENDMENT_PENDING', 'SECRET_VOTE', 'NOT_ELIGIBLE', 'COMMENT_NOT_OFFERED',
    ]);
    expect(kept({ subject: null })).toEqual([]);
  });
});

describe('adoption without objection is action too (Gov. Code 54952.6)', () => {
  it('once the question was put, and an objection turns it into a counted vote', () => {
    expect(decideConsent(opening, { questionPut: true, objectorIds: [] })).toEqual({ ok: true, outcome: 'ADOPTED_WITHOUT_OBJECTION' });
    expect(decideConsent(opening, { questionPut: true, objectorIds: ['a'] })).toEqual({ ok: true, outcome: 'COUNTED_VOTE' });
    expect(decideConsent(opening, { questionPut: false, objectorIds: [] })).toEqual({ ok: false, refusals: [{ reason: 'QUESTION_NOT_PUT', about: [] }] });
  });

  it('under the same rules as a vote', () => {
    const decision = decideConsent({ ...opening, quorum: broken, subject: { standing: late, urgencyFound: false, commentOffered: false } }, { questionPut: true, objectorIds: [] });
    expect(decision.ok ? [] : decision.refusals.map(({ reason }) => reason)).toEqual(['NO_QUORUM', 'NOT_ELIGIBLE', 'COMMENT_NOT_OFFERED']);
  });
});

describe('voting', () => {
  it('is for voting members who are present, while the vote is open', () => {
    const vote = (voter: MemberFacts) => decideVote({ state: 'VOTING' }, voter, quorum);
    expect(vote(member('a'))).toEqual({ ok: true });
    expect(vote(member('a', { votes: false }))).toEqual(refusal('NOT_A_VOTING_MEMBER', 'a'));
    expect(vote(member('a', { present: false }))).toEqual(refusal('NOT_PRESENT', 'a'));
    for (const state of MOTION_STATES) {
      expect(decideVote({ state }, member('a'), quorum).ok).toBe(allowsAct(state, 'VOTE'));
      expect(decideCloseVote({ state }, quorum).ok).toBe(allowsAct(state, 'ADOPT'));
    }
  });

  it('rule 10: is locked, and decides nothing, when a departure breaks the quorum (domain.md S40)', () => {
    expect(decideVote({ state: 'VOTING' }, member('a'), broken)).toEqual(refusal('NO_QUORUM', '4', '5'));
    expect(decideCloseVote({ state: 'VOTING' }, broken)).toEqual(refusal('NO_QUORUM', '4', '5'));
  });

  it('rule 9: names every member, and the last thing each said (Gov. Code 54953)', () => {
    const votes = withVote(withVote(withVote(withVote([], { personId: 'a', choice: 'NO' }), { personId: 'b', choice: 'RECUSED' }), { personId: 'd', choice: 'NO' }), { personId: 'a', choice: 'AYE' });
    const lines = rollCall([member('a'), member('b'), member('c'), member('d', { present: false }), member('e', { present: false })], votes);
    expect(lines.map(({ personId, vote }) => `${personId} ${vote}`)).toEqual(['a AYE', 'b RECUSED', 'c ABSTAIN', 'd NO', 'e ABSENT']);
    expect(countsOf(lines)).toEqual({ ayes: 1, noes: 1, abstentions: 1, recused: 1, present: 4, members: 5 });
  });
});

describe('an amendment', () => {
  const motion = { state: 'OPEN', text: { en: 'Buy ten books.' } } as const;
  const words = { en: 'Buy twelve books.' };
  const amendment = (state: AmendmentState, text = words): AmendmentFacts => ({ state, moverId: 'a', text });
  const amend = (text: Record<string, string>, ...earlier: AmendmentFacts[]) => decideAmend(motion, earlier, text, member('a'), SMALL);

  it('says something else, one at a time, while the motion is debated', () => {
    expect(amend(words)).toEqual({ ok: true });
    const both = { ...motion, text: { en: 'Buy ten books.', es: 'Comprar diez libros.' } };
    expect(decideAmend(both, [], { ...both.text, es: 'Comprar doce libros.' }, member('a'), SMALL)).toEqual({ ok: true });
    expect(amend({ ...motion.text, es: 'Comprar diez libros.' })).toEqual(refusal('NOTHING_AMENDED'));
    expect(amend(words, amendment('ADOPTED'))).toEqual(refusal('NOTHING_AMENDED'));
    expect(amend(motion.text, amendment('ADOPTED'))).toEqual({ ok: true });
    for (const state of ['MOVED', 'SECONDED'] as const) expect(amend({ en: 'Buy none.' }, amendment(state))).toEqual(refusal('AMENDMENT_PENDING'));
    for (const state of ['FAILED', 'WITHDRAWN'] as const) expect(amend(words, amendment(state))).toEqual({ ok: true });
    expect(decideAmend(motion, [], words, member('a', { votes: false }), SMALL)).toEqual(refusal('NOT_A_VOTING_MEMBER', 'a'));
    for (const state of MOTION_STATES) expect(decideAmend({ ...motion, state }, [], words, member('a'), SMALL).ok).toBe(allowsAct(state, 'AMEND'));
  });

  it('rule 12: is itself seconded by somebody else (domain.md S43)', () => {
    expect(decideSecondAmendment(motion, amendment('MOVED'), member('b'), SMALL)).toEqual({ ok: true });
    expect(decideSecondAmendment(motion, amendment('MOVED'), member('a'), SMALL)).toEqual(refusal('MOVER_SECONDS', 'a'));
    expect(decideSecondAmendment(motion, amendment('SECONDED'), member('b'), SMALL)).toEqual(refusal('WRONG_STATE', 'SECONDED'));
    expect(decideSecondAmendment({ state: 'VOTING' }, amendment('MOVED'), member('b'), SMALL)).toEqual(refusal('WRONG_STATE', 'VOTING'));
    expect((['MOVED', 'SECONDED', 'ADOPTED', 'FAILED', 'WITHDRAWN'] as const).filter((state) => isPending({ state }))).toEqual(['MOVED', 'SECONDED']);
  });

  it('changes the text when it is adopted, and only then', () => {
    expect(textAfter(motion.text, [])).toEqual(motion.text);
    expect(textAfter(motion.text, [amendment('FAILED'), amendment('WITHDRAWN'), amendment('SECONDED')])).toEqual(motion.text);
    expect(textAfter(motion.text, [amendment('ADOPTED'), amendment('ADOPTED', { en: 'Buy all.' }), amendment('FAILED')])).toEqual({ en: 'Buy all.' });
  });
});
