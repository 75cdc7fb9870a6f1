import { randomUUID } from 'node:crypto';
import type { Member } from '../../packages/server/src/modules/people/testing/world.ts';
import { type Database, school } from '../../packages/server/src/platform/database/database.ts';
import type { Answer } from '../../packages/server/src/testing/served-house.ts';

type Ask = (who: Member | null, document: string, variables?: object) => Promise<Answer>;
type Stored = { id: string; version: number };
interface Place { readonly schoolId: string; readonly environmentId: string }

const both = (text: string) => [{ locale: 'en', text }, { locale: 'es', text: `${text} (es)` }];
const DAY = 86_400_000;

/** A body under the Greene Act with these officers, as if long since; its id. */
export async function bodyWith(db: Database, { schoolId, environmentId }: Place, officers: Readonly<Record<string, Member>>): Promise<string> {
  const id = randomUUID();
  const em = db.fork(school(schoolId));
  await em.execute(
    `insert into governing_body (id, school_id, environment_id, kind, meeting_law, authority, name) values (?, ?, ?, 'OTHER', 'GREENE', 'DECIDING', '{"en":"Body"}')`,
    [id, schoolId, environmentId]);
  await em.execute(
    `insert into bylaws (body_id, number, school_id, adopted_on, effective_from, rules) values (?, 1, ?, '2026-01-01', '2026-01-01', '{"noticeHours":72,"specialNoticeHours":72}')`,
    [id, schoolId]);
  for (const [office, person] of Object.entries(officers)) {
    await em.execute(`insert into officer_term (school_id, body_id, office, person_id, starts, ends) values (?, ?, ?, ?, '2026-01-01', '2090-01-01')`, [schoolId, id, office, person.id]);
  }
  return id;
}

/** Meetings in the states that the matrix asks about. */
export class MeetingTargets {
  #fixed: Readonly<Record<string, string>> = {};

  constructor(private readonly db: Database, private readonly ask: Ask, private readonly place: Place, private readonly by: Member) {}

  input() {
    return {
      kind: 'REGULAR', title: both('Meeting'), startsAt: new Date(Date.now() + 9 * DAY).toISOString(), endsAt: new Date(Date.now() + 10 * DAY).toISOString(), place: both('Library'),
      onlineUrl: 'https://example.org/meet', interpretation: ['es'],
    };
  }

  item() {
    return { title: both('Item'), description: both('Of what'), rationale: both('For what'), intent: 'ACTION', minutesPlanned: 5, presenter: 'Somebody' };
  }

  body(officers: Readonly<Record<string, Member>> = {}): Promise<string> {
    return bodyWith(this.db, this.place, officers);
  }

  /** With an item that lacks nothing. */
  async draft(officers: Readonly<Record<string, Member>> = {}): Promise<Stored & { itemId: string }> {
    const { id, version } = await this.#act('$bodyId: ID!, $input: MeetingInput!', 'draftMeeting(bodyId: $bodyId, input: $input)', { bodyId: await this.body(officers), input: this.input() });
    const added = await this.#act('$id: ID!, $version: Int!, $input: AgendaItemInput!', 'addAgendaItem(id: $id, version: $version, input: $input)', { id, version, input: this.item() });
    return { id, version: added.version, itemId: added.agenda[0]!.id };
  }

  /** With somebody's word that its notice hangs at the site. */
  async noticed(): Promise<Stored> {
    const { id, version } = await this.draft();
    const posted = await this.#act('$id: ID!, $version: Int!', 'postNotice(id: $id, version: $version)', { id, version });
    const proved = await this.#act('$id: ID!, $version: Int!, $input: PostingProofInput!', 'provePosting(id: $id, version: $version, input: $input)', { id, version: posted.version, input: this.proof() });
    return { id, version: proved.version };
  }

  proof() {
    return { noticeNumber: 1, where: 'SITE', place: 'Gate', postedAt: new Date(Date.now() - 60_000).toISOString() };
  }

  /** One whose notice was posted and proved by a student in office. */
  async noticedBy(student: Member): Promise<Stored> {
    const noticed = await this.noticed();
    // A notice is never changed by the house, so this asks its owner.
    await this.db.executeAsOwner(`update notice set posted_by = '${student.id}' where meeting_id = '${noticed.id}'`);
    await this.db.executeAsOwner(`update posting_proof set attested_by = '${student.id}' where meeting_id = '${noticed.id}'`);
    return noticed;
  }

  /** Ids of what is only looked at, by the name documents give them. */
  async looked({ student, secretary }: { readonly student: Member; readonly secretary: Member }): Promise<Readonly<Record<string, string>>> {
    this.#fixed = {
      meetingBody: await this.body(), meeting: (await this.noticed()).id, studentsMeeting: (await this.noticedBy(student)).id,
      draftMeeting: (await this.draft()).id, officersDraft: (await this.draft({ SECRETARY: secretary })).id,
    };
    return this.#fixed;
  }

  /** Variables for one try by one viewer. */
  targets(secretary: Member): Readonly<Record<string, () => Promise<object>>> {
    return {
      meeting: async () => ({ id: this.#fixed['meeting'] }),
      draftMeeting: async () => ({ id: this.#fixed['draftMeeting'] }),
      officersDraft: async () => ({ id: this.#fixed['officersDraft'] }),
      meetingWording: async () => ({ bodyId: this.#fixed['meetingBody'], input: this.input() }),
      freshMeeting: () => this.draft(),
      freshOfficersMeeting: () => this.draft({ SECRETARY: secretary }),
      freshMeetingAndWording: async () => ({ ...await this.draft(), input: this.input() }),
      freshMeetingAndItem: async () => ({ ...await this.draft(), input: this.item() }),
      freshNotice: () => this.noticed(),
      freshNoticeAndProof: async () => ({ ...await this.noticed(), input: this.proof() }),
    };
  }

  async #act(parameters: string, call: string, variables: object): Promise<Stored & { agenda: { id: string }[] }> {
    const answer = await this.ask(this.by, `mutation (${parameters}) { acted: ${call} { __typename ... on MeetingChanged { meeting { id version agenda { id } } } } }`, variables);
    const acted = answer.data?.['acted'] as { meeting?: Stored & { agenda: { id: string }[] } } | undefined;
    if (!acted?.meeting) throw new Error(`${call}: ${answer.text}`);
    return acted.meeting;
  }
}
