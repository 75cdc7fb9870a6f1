import { school } from '../../../platform/database/database.ts';
import type { Demonstration, House } from '../../../platform/room.ts';
import { type ViewerFacts, viewerFacts } from '../../people/index.ts';
import { adoptProposal } from '../application/rounds/adopt-proposal.ts';
import type { ProposalAnswer } from '../application/rounds/change-proposal.ts';
import { commentOnProposal } from '../application/rounds/comment-on-proposal.ts';
import { draftProposal } from '../application/rounds/draft-proposal.ts';
import { hearResponse } from '../application/rounds/hear-response.ts';
import { openNextRound } from '../application/rounds/next-round.ts';
import { openProposal } from '../application/rounds/open-proposal.ts';
import { type ProposalRecord, currentRound, proposalsById, standingResponses } from '../application/rounds/proposal-record.ts';
import { respondToProposal } from '../application/rounds/respond-to-proposal.ts';
import type { Answer } from '../domain/rounds/proposal.ts';
import type { ProposalWording } from '../domain/rounds/proposal-wording.ts';
import { guards, reading, readingAmended } from './demonstration-proposals.ts';

const answer = (given: Partial<Answer>): Answer => ({ fist: null, consent: null, reason: null, ...given });

/**
 * One fist-to-five that is open among staff, with somebody to hear, and one consent proposal that was adopted in its second
 * round. Those one can sign in as have not answered in the open one.
 */
export async function seedRounds(house: House, { schoolId, environmentId, people }: Demonstration): Promise<void> {
  const as = (personId: string | undefined) => (personId === undefined ? null : viewerFacts(house, { schoolId, personId }));
  const [coordinator, teacher] = await Promise.all([as(people['coordinator']), as(people['teacher'])]);
  if (!coordinator || !teacher) return;
  const rows = await house.db.under(school(schoolId)).execute<{ id: string }[]>(
    `select distinct m.person_id as id from membership m where m.environment_id = ? and m.constituency in ('TEACHER', 'OTHER_STAFF') order by 1`, [environmentId]);
  const accounts = new Set(Object.values(people));
  const colleagues = (await Promise.all(rows.filter(({ id }) => !accounts.has(id)).slice(0, 5).map(({ id }) => as(id)))).filter((each) => each !== null);
  if (colleagues.length < 5) return;
  const team = new Team(house, environmentId, coordinator);

  const open = await team.opened({ ...guards, constituencies: ['TEACHER', 'OTHER_STAFF'], named: [], facilitatorId: coordinator.personId });
  await team.say(colleagues[0]!, open, answer({ fist: 5 }));
  await team.say(colleagues[1]!, open, answer({ fist: 4 }));
  await team.say(colleagues[2]!, open, answer({ fist: 2, reason: 'Two of us have bus duty at that time. Who covers for us?' }));
  await team.done(commentOnProposal(house, colleagues[3]!, { id: open.id, round: 1 }, 'QUESTION', 'Does this start before or after the winter break?'));

  const adopted = await team.opened({
    ...reading, constituencies: [], named: [teacher.personId, coordinator.personId, ...colleagues.map(({ personId }) => personId)], facilitatorId: teacher.personId,
  });
  const [objector, ...others] = colleagues;
  for (const each of [teacher, coordinator, ...others]) await team.say(each, adopted, answer({ consent: 'CONSENT' }));
  await team.say(objector!, adopted, answer({ consent: 'OBJECT', reason: 'Students who are pulled out for speech therapy on Tuesdays would miss it every week.' }));
  const record = await team.read(adopted.id);
  const objection = standingResponses(currentRound(record)).find(({ consent }) => consent === 'OBJECT');
  await team.done(hearResponse(house, teacher, objection!.id, 'Speech therapy is on Tuesdays; on Thursdays nobody is pulled out.'));
  await team.done(openNextRound(house, teacher, { id: adopted.id, version: adopted.version }, readingAmended, 'The day moves from Tuesday to Thursday.'));
  for (const each of [teacher, objector!, ...others.slice(1)]) await team.say(each, adopted, answer({ consent: 'CONSENT' }), 2);
  await team.say(coordinator, adopted, answer({ consent: 'STAND_ASIDE', reason: 'I would have liked two days, but this is a start.' }), 2);
  await team.done(adoptProposal(house, teacher, { id: adopted.id, version: adopted.version + 1 }, 'We look at it again at the end of January.'));
}

class Team {
  constructor(private readonly house: House, private readonly environmentId: string, private readonly coordinator: ViewerFacts) {}

  async opened(wording: ProposalWording): Promise<ProposalRecord> {
    const draft = await this.done(draftProposal(this.house, this.coordinator, this.environmentId, wording));
    await this.done(openProposal(this.house, this.coordinator, { id: draft, version: 1 }));
    return this.read(draft);
  }

  say(who: ViewerFacts, { id }: ProposalRecord, given: Answer, round = 1): Promise<string> {
    return this.done(respondToProposal(this.house, who, { id, round }, given));
  }

  async done(acted: Promise<ProposalAnswer>): Promise<string> {
    const result = await acted;
    if (result.answer !== 'CHANGED') throw new Error(`a demonstration proposal was refused: ${JSON.stringify(result)}`);
    return result.proposalId;
  }

  async read(id: string): Promise<ProposalRecord> {
    const [proposal] = await proposalsById(this.house.db.under(school(this.coordinator.schoolId)), [id]);
    return proposal!;
  }
}
