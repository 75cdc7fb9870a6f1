import { school } from '../../../../platform/database/database.ts';
import { type Need, type NeedSource, type ViewerFacts, uuidArray } from '../../../people/index.ts';
import { missingOf } from '../../domain/elections/statement.ts';
import { lookerAt } from '../looker.ts';
import { constituencyOf } from './constituency-of.ts';
import { type ElectionRecord, candidatesOf, electionsWhere } from './election-record.ts';

/** Most elections looked at; more are never under way at once in the places of one person. */
const MOST = 20;

/** Seats nobody stands for, nominations to answer, statements to write and translate, and what the committee must do. */
export const electionNeeds: NeedSource = {
  async needsOf(viewer, { house }) {
    const places = uuidArray(viewer.environments.map(({ environmentId }) => environmentId));
    const elections = await electionsWhere(house.db.under(school(viewer.schoolId)),
      `e.environment_id = any(?::uuid[]) and e.state in ('SCHEDULED', 'NOMINATING', 'TALLIED', 'CHALLENGED') order by e.opens_at limit ?`, [places, MOST]);
    const now = house.clock.now();
    return elections.flatMap((election) => [...memberNeeds(viewer, election, now), ...committeeNeeds(viewer, election)]);
  },
};

const need = (kind: Need['kind'], election: ElectionRecord, dueAt: Date | null): Need =>
  ({ id: `${kind}:${election.id}`, kind, dueAt, title: election.title, targetId: election.id });

function memberNeeds(viewer: ViewerFacts, election: ElectionRecord, now: Date): Need[] {
  if (election.state !== 'NOMINATING') return [];
  const own = election.nominations.find(({ personId }) => personId === viewer.personId);
  const needs: Need[] = [];
  if (own?.state === 'PROPOSED') needs.push(need('ANSWER_NOMINATION', election, election.opensAt));
  if (own?.state === 'ACCEPTED' && Object.keys(own.statement).length === 0) needs.push(need('WRITE_STATEMENT', election, election.opensAt));
  const constituency = constituencyOf(viewer, election);
  const up = election.constituencies.find((each) => each.constituency === constituency);
  // A seat nobody stands for is everybody's business; a contested one leaves people in peace.
  if (up !== undefined && own === undefined && now < election.nominationsUntil && candidatesOf(election, up.constituency).length < up.seats
    && !election.nominations.some(({ nominatedBy }) => nominatedBy === viewer.personId)) {
    needs.push(need('NOMINATE', election, election.nominationsUntil));
  }
  return needs;
}

function committeeNeeds(viewer: ViewerFacts, election: ElectionRecord): Need[] {
  const { drafts, committee } = lookerAt(viewer, election);
  const { state, certifications, challenges } = election;
  const needs: Need[] = [];
  if (drafts && state === 'SCHEDULED' && election.noticeAt === null) needs.push(need('POST_NOTICE', election, null));
  if (committee && state === 'NOMINATING') {
    const unsaid = election.nominations.some((each) => each.state === 'ACCEPTED' && missingOf(each.statement, election.requiredLocales).length > 0);
    if (unsaid) needs.push(need('TRANSLATE_STATEMENTS', election, election.opensAt));
    else if (drafts && election.held !== null) needs.push(need('OPEN_ELECTION', election, null));
  }
  if (committee && state === 'TALLIED' && !certifications.some(({ personId }) => personId === viewer.personId)) needs.push(need('CERTIFY_ELECTION', election, null));
  const waits = challenges.some((each) => each.decidedBy === null && each.filedBy !== viewer.personId && each.proposedBy !== viewer.personId);
  if (committee && state === 'CHALLENGED' && waits) needs.push(need('DECIDE_CHALLENGE', election, null));
  return needs;
}
