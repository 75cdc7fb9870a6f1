import { school } from '../../../platform/database/database.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { workThrough } from '../application/ballot-clockwork.ts';
import { hallOf } from '../application/ballot-hall.ts';
import { workThroughElections } from '../application/elections/election-clockwork.ts';
import { type ElectionRecord, electionsById } from '../application/elections/election-record.ts';
import { noticeElection } from '../application/elections/notice-election.ts';
import { scheduleElection } from '../application/elections/schedule-election.ts';
import { castSecret } from '../application/secret/cast-secret.ts';
import { issuePaper } from '../application/secret/issue-paper.ts';
import { ownPaper } from '../application/secret/paper-reader.ts';
import type { ElectionWording, WordedSeats } from '../domain/elections/election-wording.ts';
import { usualDates } from '../domain/elections/usual-dates.ts';
import { SecretVoter } from './secret-voter.ts';
import { type SmallSchool, both } from './small-school.ts';

export const seatsUp = (constituency: WordedSeats['constituency'], rest: Partial<WordedSeats> = {}): WordedSeats =>
  ({ constituency, seats: 1, otherSeats: 0, method: 'CHOOSE_ONE', seatName: both('Seat', 'Puesto'), communityStands: false, ...rest });

/** An election fit to be noticed at once, one parent's seat and one teacher's. */
export const electionWording = (rest: Partial<ElectionWording> = {}): ElectionWording => ({
  title: both('Council election', 'Elección del consejo'), description: [], bodyId: null, body: both('School Site Council', 'Consejo Escolar'), bodyKind: 'OTHER',
  studentSeats: false, place: both('Library', 'Biblioteca'), constituencies: [seatsUp('PARENT'), seatsUp('TEACHER')],
  ...usualDates(new Date(), 'America/Los_Angeles', 5), noticeAt: null, nominationsFrom: new Date(Date.now() - 1000),
  noticeDays: 10, orientationDays: 5, challengeDays: 5, statementWords: 100, acclamation: false, employees: 'EXCLUDED', ...rest,
});

/** A small school that elects: people with names, and a clock that can be moved for one election. */
export class ElectionSchool {
  constructor(readonly small: SmallSchool) {}

  get house() { return this.small.house; }

  async named(name: string, ...args: Parameters<SmallSchool['person']>): Promise<ViewerFacts> {
    const viewer = await this.small.person(...args);
    const [given, ...family] = name.split(' ');
    await this.small.db.fork(school(this.small.schoolId)).execute(
      'insert into person_pii (person_id, school_id, given_name, family_name) values (?, ?, ?, ?)', [viewer.personId, this.small.schoolId, given, family.join(' ')]);
    return viewer;
  }

  async election(id: string): Promise<ElectionRecord> {
    const [election] = await electionsById(this.small.db.fork(school(this.small.schoolId)), [id]);
    return election!;
  }

  async scheduled(by: ViewerFacts, rest: Partial<ElectionWording> = {}): Promise<ElectionRecord> {
    const answer = await scheduleElection(this.house, by, this.small.environmentId, electionWording(rest));
    if (answer.answer !== 'SAVED') throw new Error(JSON.stringify(answer));
    return this.election(answer.electionId);
  }

  /** Noticed, and nominations open. */
  async nominating(by: ViewerFacts, rest: Partial<ElectionWording> = {}): Promise<ElectionRecord> {
    const election = await this.scheduled(by, rest);
    const answer = await noticeElection(this.house, by, election);
    if (answer.answer !== 'CHANGED') throw new Error(JSON.stringify(answer));
    return this.work(election.id);
  }

  /** Both clockworks, until neither has anything due. */
  async work(id: string): Promise<ElectionRecord> {
    for (let busy = true; busy;) busy = (await workThrough(this.house)) === 0 || (await workThroughElections(this.house)) === 0;
    return this.election(id);
  }

  /** Takes a ballot paper and casts it, as a voter's browser does; otherwise the reason why not. */
  async vote({ personId }: ViewerFacts, ballotId: string, choices: readonly number[]): Promise<string> {
    const session = { sessionId: personId, schoolId: this.small.schoolId, personId, transport: 'COOKIE' as const };
    const hall = hallOf(this.house);
    const paper = await ownPaper(this.house, hall, session, ballotId);
    if (typeof paper === 'string') return paper;
    const voter = new SecretVoter({
      definition: paper.definition, constituency: paper.constituencyId, spki: paper.spki.toString('base64'), nonce: paper.nonce.toString('hex'), issued: paper.issued,
    });
    const issued = await issuePaper(this.house, hall, session, ballotId, voter.blinded());
    if (!issued.ok) return issued.answer;
    voter.unblind(issued.signature);
    return (await castSecret(hall, voter.body(choices))).answer;
  }

  /** Every time of the election and its ballots comes nearer by that much, as by waiting; the database's clock is nobody's to turn. */
  async later(id: string, ms: number): Promise<ElectionRecord> {
    const back = (table: string, columns: readonly string[], key: string) => this.small.db.fork(school(this.small.schoolId)).execute(
      `update ${table} set ${columns.map((each) => `${each} = ${each} - make_interval(secs => ${ms / 1000})`).join(', ')} where ${key} = ?`, [id]);
    await back('election', ['notice_at', 'noticed_at', 'orientation_at', 'nominations_from', 'nominations_until', 'opens_at', 'closes_at', 'opened_at',
      'closed_at', 'certified_at', 'challenge_until'], 'id');
    await back('ballot', ['opens_at', 'closes_at'], 'election_id');
    return this.work(id);
  }

  async until(id: string, moment: 'nominationsUntil' | 'opensAt' | 'closesAt' | 'challengeUntil'): Promise<ElectionRecord> {
    return this.later(id, (await this.election(id))[moment]!.getTime() - Date.now() + 1000);
  }
}

