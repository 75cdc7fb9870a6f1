import { beforeAll, expect, it } from 'vitest';
import { school } from '../../../../platform/database/database.ts';
import { onEachEngine } from '../../../../testing/test-database.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { Ballot, BallotConstituency, BallotOption } from '../../data/ballot.entity.ts';
import { type Answer, PLAIN_QUORUM } from '../../domain/rounds/proposal.ts';
import type { ProposalWording } from '../../domain/rounds/proposal-wording.ts';
import { SmallSchool, both } from '../../testing/small-school.ts';
import { adoptProposal } from './adopt-proposal.ts';
import { ballotInstead } from './ballot-instead.ts';
import { commentOnProposal } from './comment-on-proposal.ts';
import { draftProposal } from './draft-proposal.ts';
import { endProposal, withdrawProposal } from './end-proposal.ts';
import { hearResponse } from './hear-response.ts';
import { openNextRound } from './next-round.ts';
import { openProposal } from './open-proposal.ts';
import { proposalNeeds } from './proposal-needs.ts';
import { type ProposalRecord, currentRound, proposalsById, standingResponses } from './proposal-record.ts';
import { respondToProposal } from './respond-to-proposal.ts';
import { reviseProposal } from './revise-proposal.ts';

onEachEngine('open rounds', [Ballot, BallotOption, BallotConstituency], (test) => {
  let small: SmallSchool;
  let coordinator: ViewerFacts;
  let ana: ViewerFacts;
  let ben: ViewerFacts;
  let student: ViewerFacts;
  const words = (rest: Partial<ProposalWording> = {}): ProposalWording => ({
    kind: 'FIST_TO_FIVE', title: both('Doors open at seven?', '¿Abrir a las siete?'), body: both('From Monday on.', 'Desde el lunes.'), constituencies: ['TEACHER'],
    named: [], quorum: PLAIN_QUORUM, facilitatorId: ana.personId, publicRecord: false, ...rest,
  });
  const nothing: Answer = { fist: null, consent: null, reason: null };

  beforeAll(async () => {
    small = await SmallSchool.open(test().database);
    coordinator = await small.person(['OTHER_STAFF'], ['COORDINATOR']);
    [ana, ben] = [await small.person(['TEACHER']), await small.person(['TEACHER'])];
    student = await small.person(['STUDENT']);
  });

  async function read(id: string): Promise<ProposalRecord> {
    const [proposal] = await proposalsById(small.db.under(school(small.schoolId)), [id]);
    return proposal!;
  }
  async function drafted(rest: Partial<ProposalWording> = {}): Promise<ProposalRecord> {
    const answer = await draftProposal(small.house, coordinator, small.environmentId, words(rest));
    if (answer.answer !== 'CHANGED') throw new Error(JSON.stringify(answer));
    return read(answer.proposalId);
  }
  async function opened(rest: Partial<ProposalWording> = {}): Promise<ProposalRecord> {
    const draft = await drafted(rest);
    expect(await openProposal(small.house, ana, draft)).toMatchObject({ answer: 'CHANGED' });
    return read(draft.id);
  }
  const say = (who: ViewerFacts, { id }: { id: string }, given: Partial<Answer>, round = 1) => respondToProposal(small.house, who, { id, round }, { ...nothing, ...given });
  const standing = async ({ id }: { id: string }) => standingResponses(currentRound(await read(id)));
  const needs = async (who: ViewerFacts, { id }: { id: string }) =>
    (await proposalNeeds.needsOf(who, { house: small.house } as never)).filter((need) => need.targetId === id).map((need) => need.kind);

  it('are drafted by those who prepare, for an adult to lead, with all faults named at once', async () => {
    for (const other of [ana, student]) {
      await expect(draftProposal(small.house, other, small.environmentId, words())).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    }
    expect(await draftProposal(small.house, coordinator, small.environmentId, words({ title: [], constituencies: [], named: [coordinator.personId, small.environmentId], facilitatorId: student.personId })))
      .toEqual({ answer: 'FAULTY', faults: [{ field: 'title', code: 'REQUIRED' }, { field: 'named', code: 'NOT_OF_ENVIRONMENT' }, { field: 'facilitatorId', code: 'NOT_A_STUDENT' }] });
    const draft = await drafted({ constituencies: [], named: [ana.personId, student.personId] });
    expect(await reviseProposal(small.house, ana, draft, small.environmentId, words({ kind: 'CONSENT' }))).toMatchObject({ answer: 'CHANGED' });
    expect(await reviseProposal(small.house, ana, draft, small.environmentId, words())).toMatchObject({ answer: 'STALE' });
    expect(await read(draft.id)).toMatchObject({ kind: 'CONSENT', named: [], constituencies: ['TEACHER'], version: 2 });
    await expect(reviseProposal(small.house, ben, { id: draft.id, version: 2 }, small.environmentId, words())).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    expect(await withdrawProposal(small.house, ana, { id: draft.id, version: 2 }, null)).toMatchObject({ answer: 'CHANGED' });
  });

  it('owe families and students every language before they open', async () => {
    const draft = await drafted({ constituencies: ['TEACHER', 'STUDENT'], body: [{ locale: 'en', text: 'From Monday on.' }] });
    expect(await openProposal(small.house, ana, draft)).toMatchObject({ refusal: { reason: 'MISSING_LOCALES', about: ['es'] } });
    expect(await read(draft.id)).toMatchObject({ state: 'DRAFT', participants: [] });
  });

  it('fix who takes part at the opening, each in one numbered seat', async () => {
    const proposal = await opened({ constituencies: ['TEACHER', 'STUDENT'] });
    expect(proposal.participants.map(({ constituency, seat }) => `${constituency} ${seat}`)).toEqual(['STUDENT 1', 'TEACHER 1', 'TEACHER 2']);
    expect(proposal.participants.map(({ personId }) => personId).toSorted()).toEqual([ana.personId, ben.personId, student.personId].toSorted());
    expect(await say(coordinator, proposal, { fist: 4 })).toMatchObject({ refusal: { reason: 'NOT_PARTICIPANT' } });
    const late = await small.person(['STUDENT']);
    await expect(say(late, proposal, { fist: 4 })).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    expect(await needs(student, proposal)).toEqual(['RESPOND_TO_PROPOSAL']);
  });

  it('keep every answer: the last counts, and the same said twice is one', async () => {
    const proposal = await opened();
    expect(await say(ben, proposal, { fist: 2 })).toMatchObject({ refusal: { reason: 'REASON_NEEDED' } });
    await say(ben, proposal, { fist: 1, reason: ' Who has the keys? ' });
    await say(ben, proposal, { fist: 1, reason: 'Who has the keys?' });
    expect(await needs(ana, proposal)).toEqual(['RESPOND_TO_PROPOSAL', 'FACILITATE_ROUND']);
    await say(ben, proposal, { fist: 4, reason: 'We found them.' });
    expect(await needs(ana, proposal)).toEqual(['RESPOND_TO_PROPOSAL']);
    const { responses } = currentRound(await read(proposal.id));
    expect(responses.map(({ revision, fist }) => [revision, fist])).toEqual([[1, 1], [2, 4]]);
    expect((await standing(proposal)).map(({ fist, reason }) => [fist, reason])).toEqual([[4, 'We found them.']]);
    expect((await read(proposal.id)).version).toBe(proposal.version);
    await expect(say(ben, proposal, { fist: 1, reason: 'x'.repeat(1001) })).rejects.toMatchObject({ extensions: { code: 'BAD_INPUT', field: 'reason' } });
  });

  it('of fist to five go on until everybody was heard and all show 3 or more', async () => {
    let proposal = await opened();
    await say(ana, proposal, { fist: 5 });
    await say(ben, proposal, { fist: 2, reason: 'The gate' });
    expect(await adoptProposal(small.house, ana, proposal, null)).toMatchObject({ refusal: { reason: 'NOT_HEARD', about: ['1'] } });
    const [, low] = await standing(proposal);
    await expect(hearResponse(small.house, ben, low!.id, 'Mine')).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    await expect(hearResponse(small.house, ana, low!.id, '  ')).rejects.toMatchObject({ extensions: { code: 'BAD_INPUT', field: 'note' } });
    expect(await hearResponse(small.house, ana, low!.id, 'Two aides watch the gate.')).toMatchObject({ answer: 'CHANGED' });
    expect(await hearResponse(small.house, ana, low!.id, 'Again')).toMatchObject({ refusal: { reason: 'NOTHING_TO_HEAR' } });
    expect(await adoptProposal(small.house, ana, proposal, null)).toMatchObject({ refusal: { reason: 'STANDING_CONCERN' } });
    expect(await openNextRound(small.house, ana, proposal, { title: words().title, body: words().body }, 'Show again')).toMatchObject({ answer: 'CHANGED' });
    expect(await say(ben, proposal, { fist: 4 })).toMatchObject({ answer: 'STALE' });
    proposal = await read(proposal.id);
    expect(proposal).toMatchObject({ state: 'OPEN', round: 2, rounds: [{ outcome: 'NEXT_ROUND', note: 'Show again' }, { outcome: null }] });
    for (const each of [ana, ben]) await say(each, proposal, { fist: 3 }, 2);
    expect(await needs(ana, proposal)).toEqual(['FACILITATE_ROUND']);
    expect(await adoptProposal(small.house, ana, proposal, 'Thank you')).toMatchObject({ answer: 'CHANGED' });
    expect(await read(proposal.id)).toMatchObject({ state: 'ADOPTED', rounds: [{ number: 1 }, { outcome: 'ADOPTED', closedById: ana.personId }] });
    expect(await say(ben, proposal, { fist: 0, reason: 'Too late' }, 2)).toMatchObject({ refusal: { reason: 'WRONG_STATE' } });
  });

  it('of consent are amended over an objection, or its author withdraws it', async () => {
    const proposal = await opened({ kind: 'CONSENT', body: [{ locale: 'en', text: 'From Monday on.' }] });
    await say(ana, proposal, { consent: 'CONSENT' });
    await say(ben, proposal, { consent: 'OBJECT', reason: 'Nobody watches the gate' });
    await hearResponse(small.house, ana, (await standing(proposal))[1]!.id, 'The gate needs a guard.');
    const same = { title: words().title, body: [{ locale: 'en', text: 'From Monday on.' }] };
    expect(await openNextRound(small.house, ana, proposal, same, null)).toMatchObject({ refusal: { reason: 'NOT_AMENDED' } });
    expect(await openNextRound(small.house, ana, proposal, { ...same, body: [] }, null)).toMatchObject({ faults: [{ field: 'body', code: 'REQUIRED' }] });
    await say(ben, proposal, { consent: 'STAND_ASIDE', reason: 'With a guard, try it' });
    expect(await adoptProposal(small.house, ana, proposal, null)).toMatchObject({ answer: 'CHANGED' });
  });

  it('hold short talk, of those who take part or lead', async () => {
    const proposal = await opened({ facilitatorId: coordinator.personId, constituencies: ['TEACHER'] }).catch(() => null);
    expect(proposal, 'only who leads opens').toBeNull();
    const draft = await drafted({ facilitatorId: coordinator.personId });
    await openProposal(small.house, coordinator, draft);
    const at = { id: draft.id, round: 1 };
    expect(await commentOnProposal(small.house, ben, at, 'QUESTION', 'Who has the keys?')).toMatchObject({ answer: 'CHANGED' });
    expect(await commentOnProposal(small.house, coordinator, at, 'REACTION', 'The custodian.')).toMatchObject({ answer: 'CHANGED' });
    await expect(commentOnProposal(small.house, student, at, 'QUESTION', 'And us?')).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    await expect(commentOnProposal(small.house, ben, at, 'QUESTION', 'x'.repeat(501))).rejects.toMatchObject({ extensions: { code: 'BAD_INPUT' } });
    expect(currentRound(await read(draft.id)).comments.map(({ kind, body }) => [kind, body])).toEqual([['QUESTION', 'Who has the keys?'], ['REACTION', 'The custodian.']]);
  });

  it('end without agreement, for a reason, or in a majority ballot of the same words', async () => {
    const ended = await opened();
    await expect(endProposal(small.house, ana, ended, '')).rejects.toMatchObject({ extensions: { code: 'BAD_INPUT' } });
    expect(await endProposal(small.house, ana, ended, 'No time left')).toMatchObject({ answer: 'CHANGED' });
    expect(await read(ended.id)).toMatchObject({ state: 'NOT_ADOPTED', ballotId: null });

    const stuck = await opened();
    await expect(ballotInstead(small.house, ana, stuck, 'We cannot agree')).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    expect(await ballotInstead(small.house, coordinator, stuck, 'We cannot agree')).toMatchObject({ answer: 'CHANGED' });
    const { ballotId, rounds } = await read(stuck.id);
    expect(rounds).toMatchObject([{ outcome: 'BALLOT', note: 'We cannot agree' }]);
    expect(await small.ballot(ballotId!)).toMatchObject({ state: 'DRAFT', method: 'YES_NO', question: { en: 'Doors open at seven?', es: '¿Abrir a las siete?' } });
  });

  it('leave no trace of what was said in the audit log, and of what was done every one', async () => {
    const rows = await small.db.under(school(small.schoolId)).execute<{ act: string; detail: string }[]>(
      `select act, detail::text as detail from audit_event where act like 'proposal.%'`);
    expect(new Set(rows.map(({ act }) => act.slice('proposal.'.length)))).toEqual(
      new Set(['drafted', 'revised', 'withdrawn', 'opened', 'answered', 'heard', 'round', 'adopted', 'commented', 'ended', 'ballot']));
    expect(rows.filter(({ detail }) => /gate|keys|time|agree|Monday/i.test(detail))).toEqual([]);
  });
});
