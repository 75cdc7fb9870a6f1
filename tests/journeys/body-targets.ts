import type { Member } from '../../packages/server/src/modules/people/testing/world.ts';
import type { Answer } from '../../packages/server/src/testing/served-house.ts';

type Ask = (who: Member | null, document: string, variables?: object) => Promise<Answer>;
export type StoredBody = { id: string; version: number; seats: { id: string; seatId: string; constituency: string; vacant: boolean }[]; officers: { id: string }[]; comingOfficers: { id: string }[] };

const both = (text: string) => [{ locale: 'en', text }, { locale: 'es', text: `${text} (es)` }];
const CHANGED = '{ __typename ... on BodyChanged { body { id version seats { id seatId constituency vacant } officers { id } comingOfficers { id } } } ... on BodyRefused { reason } ... on BodyFaulty { faults { field code } } }';

/** Bodies in the states that the matrix asks about. */
export class BodyTargets {
  constructor(private readonly ask: Ask, private readonly environmentId: string, private readonly by: Member) {}

  input = () => ({ kind: 'SSC', meetingLaw: 'GREENE', authority: 'DECIDING', name: both('Council'), studentSeats: true });

  bylaws = () => ({
    quorum: { kind: 'MAJORITY' }, threshold: 'MAJORITY_OF_CAST', removal: 'TWO_THIRDS_OF_MEMBERS', termMonths: 24, staggered: true, noticeHours: 72, specialNoticeHours: 72,
    electionNoticeDays: 10, orientationDays: 5, proxies: false, absentee: false, consensusFirst: false, offices: ['CHAIR', 'SECRETARY'], officerTermMonths: 12,
    officersBySecretBallot: false, employees: 'NONE', commentSeconds: 120,
  });

  async made(): Promise<StoredBody> {
    return this.#changed(await this.ask(this.by, `mutation ($environmentId: ID!, $input: BodyInput!) { acted: createBody(environmentId: $environmentId, input: $input) ${CHANGED} }`, { environmentId: this.environmentId, input: this.input() }));
  }

  sitting = (body: StoredBody, constituency: string, personId: string) => ({
    seatId: body.seats.find((seat) => seat.constituency === constituency)!.seatId, personId, basis: 'ELECTED', starts: '2026-09-01', ends: '2090-06-30',
  });

  /** With a student in a seat and in an office, which is theirs anew on a later day. */
  async withStudent(personId: string): Promise<StoredBody> {
    return this.#appoint(await this.#appoint(await this.seated('STUDENT', personId), 'CHAIR', personId), 'CHAIR', personId, '2089-09-01');
  }

  /** With one seat that is held. */
  async seated(constituency: string, personId: string): Promise<StoredBody> {
    const body = await this.made();
    return this.#changed(await this.ask(this.by, `mutation ($id: ID!, $version: Int!, $input: SittingInput!) { acted: seatPerson(id: $id, version: $version, input: $input) ${CHANGED} }`, { id: body.id, version: body.version, input: this.sitting(body, constituency, personId) }));
  }

  /** With a secretary from outside the body. */
  async withSecretary(personId: string, starts?: string): Promise<StoredBody> {
    return this.#appoint(await this.made(), 'SECRETARY', personId, starts);
  }

  /** Whose secretary leaves on a later day. */
  async left(personId: string): Promise<StoredBody> {
    const { id, version, officers } = await this.withSecretary(personId);
    const input = { officerId: officers[0]!.id, leaves: 'RELIEVED', from: '2089-09-01' };
    return this.#changed(await this.ask(this.by, `mutation ($id: ID!, $version: Int!, $input: LeavingInput!) { acted: vacateOffice(id: $id, version: $version, input: $input) ${CHANGED} }`, { id, version, input }));
  }

  async #appoint({ id, version }: StoredBody, office: string, personId: string, starts = '2026-09-01'): Promise<StoredBody> {
    const input = { office, personId, starts, ends: '2090-06-30' };
    return this.#changed(await this.ask(this.by, `mutation ($id: ID!, $version: Int!, $input: AppointmentInput!) { acted: appointOfficer(id: $id, version: $version, input: $input) ${CHANGED} }`, { id, version, input }));
  }

  #changed(answer: Answer): StoredBody {
    const acted = answer.data?.['acted'] as { body?: StoredBody } | undefined;
    if (!acted?.body) throw new Error(`a body: ${answer.text}`);
    return acted.body;
  }
}
