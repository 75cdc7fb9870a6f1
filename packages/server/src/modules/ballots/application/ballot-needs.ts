import { school } from '../../../platform/database/database.ts';
import { type Need, type NeedSource, mayCertifyBallots, mayDraftBallots, uuidArray } from '../../people/index.ts';
import { missingLocales } from '../domain/languages.ts';
import { type BallotRecord, ballotsWhere } from './ballot-record.ts';

/** Most rows of each kind on the home page; who has more waiting than that opens the list. */
const MOST = 20;

/** Ballots to cast, to open by hand, to certify, and drafts whose languages are incomplete. */
export const ballotNeeds: NeedSource = {
  async needsOf(viewer, { house }) {
    const em = house.db.under(school(viewer.schoolId));
    const at = (may: typeof mayDraftBallots) =>
      uuidArray(viewer.environments.map((each) => each.environmentId).filter((id) => may(viewer, id)));
    const [drafting, committee] = [at(mayDraftBallots), at(mayCertifyBallots)];
    const toCast = ballotsWhere(em,
      `b.state = 'OPEN' and exists (select from registry.roll r where r.ballot_id = b.id and r.person_id = ? and not r.voted)
       and not exists (select from registry.paper p where p.ballot_id = b.id and p.person_id = ? and (p.issued or p.on_paper))
       order by b.closes_at limit ?`, [viewer.personId, viewer.personId, MOST]);
    const toCertify = committee === '{}' ? [] : ballotsWhere(em,
      `b.state = 'TALLIED' and b.election_id is null and b.environment_id = any(?::uuid[])
       and not exists (select from certification s where s.ballot_id = b.id and s.person_id = ?)
       order by b.tallied_at limit ?`, [committee, viewer.personId, MOST]);
    const toPrepare = drafting === '{}' ? [] : ballotsWhere(em,
      `(b.state = 'DRAFT' or (b.state = 'SCHEDULED' and b.opens_at is null)) and b.environment_id = any(?::uuid[])
       order by b.created_at desc limit ?`, [drafting, MOST]);
    const [cast, certify, prepare] = await Promise.all([toCast, toCertify, toPrepare]);
    return [
      ...cast.map((ballot) => need('CAST_BALLOT', ballot, ballot.closesAt)),
      ...certify.map((ballot) => need('CERTIFY_BALLOT', ballot, null)),
      ...prepare.filter(({ state }) => state === 'SCHEDULED').map((ballot) => need('OPEN_BALLOT', ballot, null)),
      ...prepare.filter((ballot) => ballot.state === 'DRAFT' && missingLocales(ballot, ballot.requiredLocales).length > 0)
        .map((ballot) => need('CORRECT_DRAFT', ballot, ballot.opensAt)),
    ];
  },
};

const need = (kind: Need['kind'], ballot: BallotRecord, dueAt: Date | null): Need =>
  ({ id: `${kind}:${ballot.id}`, kind, dueAt, title: ballot.question, targetId: ballot.id });
