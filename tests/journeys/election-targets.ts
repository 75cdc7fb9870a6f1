import { randomUUID } from 'node:crypto';
import type { Member } from '../../packages/server/src/modules/people/testing/world.ts';
import { type Database, school } from '../../packages/server/src/platform/database/database.ts';
import type { Answer } from '../../packages/server/src/testing/served-house.ts';

type Ask = (who: Member | null, document: string, variables?: object) => Promise<Answer>;
type Stored = { id: string; version: number };

const both = (text: string) => [{ locale: 'en', text }, { locale: 'es', text: `${text} (es)` }];
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();

/** Elections in the states that the matrix asks about. */
export class ElectionTargets {
  constructor(private readonly db: Database, private readonly ask: Ask, private readonly place: { schoolId: string; environmentId: string }, private readonly by: Member) {}

  input(constituency = 'PARENT', seats = 1) {
    const seatName = both('Seat');
    return {
      environmentId: this.place.environmentId, title: both('Council'), body: both('Council'), bodyKind: 'OTHER', place: both('Library'),
      constituencies: [{ constituency, seats, method: seats > 1 ? 'APPROVAL' : 'CHOOSE_ONE', seatName }],
      noticeAt: null, orientationAt: inDays(7), nominationsFrom: inDays(-1), nominationsUntil: inDays(10), opensAt: inDays(12), closesAt: inDays(19),
      termStarts: '2090-01-01', termEnds: '2091-06-30',
    };
  }

  async scheduled(constituency = 'PARENT', seats = 1): Promise<Stored> {
    const answer = await this.ask(this.by, 'mutation ($input: ElectionInput!) { scheduleElection(input: $input) { ... on ElectionSaved { election { id version } } } }', { input: this.input(constituency, seats) });
    return (answer.data!['scheduleElection'] as { election: Stored }).election;
  }

  async nominating(constituency = 'PARENT', seats = 1): Promise<Stored> {
    const { id, version } = await this.scheduled(constituency, seats);
    await this.ask(this.by, 'mutation ($id: ID!, $version: Int!) { noticeElection(id: $id, version: $version) { __typename } }', { id, version });
    return this.#set(id, `state = 'NOMINATING'`);
  }

  async nomination(who: Member, state: 'PROPOSED' | 'ACCEPTED', constituency = 'PARENT', electionId?: string): Promise<{ id: string; election: Stored }> {
    const election = electionId === undefined ? await this.nominating(constituency) : { id: electionId, version: 0 };
    const id = randomUUID();
    await this.#sql(
      `insert into nomination (id, school_id, election_id, constituency, person_id, nominated_by, state, statement, statement_locale)
       values (?, ?, ?, ?, ?, ?, ?, '{"en":{"text":"I want to help.","by":"CANDIDATE"}}', 'en')`,
      [id, this.place.schoolId, election.id, constituency, who.id, this.by.id, state]);
    return { id, election };
  }

  async tallied(): Promise<Stored> {
    return this.#set((await this.nominating()).id, `state = 'TALLIED', opened_at = now()`);
  }

  async certified(): Promise<Stored> {
    return this.#set((await this.tallied()).id, `state = 'CERTIFIED', certified_at = now(), challenge_until = now() + interval '5 days'`);
  }

  async challenge(filedBy: Member, decidedBy: readonly Member[] = []): Promise<{ id: string; election: Stored }> {
    const election = await this.certified();
    const id = randomUUID();
    const [first, second] = decidedBy;
    await this.#sql(
      `insert into challenge (id, school_id, election_id, constituency, filed_by, grounds, decision, reason, proposed_by, decided_by, decided_at)
       values (?, ?, ?, 'PARENT', ?, 'No notice at the gate.', ?, ?, ?, ?, case when ? then now() end)`,
      [id, this.place.schoolId, election.id, filedBy.id, first ? 'DISMISSED' : null, first ? 'It hung there.' : null, first?.id ?? null, second?.id ?? null, second !== undefined]);
    return { id, election: await this.#set(election.id, `state = 'CHALLENGED'`) };
  }

  /** One seat held by `who`, one vacant; the held one's id. */
  async seat(who: Member, constituency = 'PARENT'): Promise<{ id: string; election: Stored }> {
    const { id } = await this.certified();
    const election = await this.#set(id, `challenge_until = now() - interval '1 minute', seated_at = now()`);
    const held = randomUUID();
    for (const [seatId, number, person] of [[held, 1, who.id], [randomUUID(), 2, null]] as const) {
      await this.#sql(
        `insert into seat_holding (id, school_id, environment_id, body, constituency, seat_name, number, person_id, basis, vacancy, starts, ends, election_id)
         values (?, ?, ?, '{"en":"Council"}', ?, '{"en":"Seat"}', ?, ?, ?, ?, '2026-01-01', '2090-01-01', ?)`,
        [seatId, this.place.schoolId, this.place.environmentId, constituency, number, person, person ? 'ELECTED' : 'VACANT', person ? null : 'NOT_FILLED', id]);
    }
    return { id: held, election };
  }

  async #set(id: string, columns: string): Promise<Stored> {
    await this.#sql(`update election set ${columns}, version = version + 1 where id = ?`, [id]);
    const [row] = await this.#sql('select id, version from election where id = ?', [id]) as unknown as Stored[];
    return row!;
  }

  #sql(statement: string, params: readonly unknown[]) {
    return this.db.fork(school(this.place.schoolId)).execute(statement, params);
  }
}
