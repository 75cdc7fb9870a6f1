import { randomUUID } from 'node:crypto';
import { usualBylaws } from '../../packages/server/src/modules/bodies/index.ts';
import type { Member } from '../../packages/server/src/modules/people/testing/world.ts';
import { type Database, school } from '../../packages/server/src/platform/database/database.ts';
import type { Answer } from '../../packages/server/src/testing/served-house.ts';

type Ask = (who: Member | null, document: string, variables?: object) => Promise<Answer>;
type Stored = { id: string; version: number };
interface Room { readonly id: string; readonly key: string; readonly memberId: string; readonly itemId: string }
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
    `insert into bylaws (body_id, number, school_id, adopted_on, effective_from, rules) values (?, 1, ?, '2026-01-01', '2026-01-01', ?::jsonb)`,
    [id, schoolId, JSON.stringify(usualBylaws('OTHER', 'GREENE'))]);
  for (const [office, person] of Object.entries(officers)) {
    await em.execute(`insert into officer_term (school_id, body_id, office, person_id, starts, ends) values (?, ?, ?, ?, '2026-01-01', '2090-01-01')`, [schoolId, id, office, person.id]);
  }
  return id;
}

/** They hold voting seats of the body, in this order, as if long since. */
export async function seatIn(db: Database, { schoolId, environmentId }: Place, bodyId: string, constituency: string, sitters: readonly Member[]): Promise<void> {
  const em = db.fork(school(schoolId));
  for (const { id } of sitters) {
    const seatId = randomUUID();
    await em.execute(
      `insert into seat (id, school_id, body_id, constituency, number, name, way, chosen_by)
       select ?, ?, ?, ?, count(*) + 1, '{"en":"Seat"}', 'ELECTED', ? from seat where body_id = ? and constituency = ?`, [seatId, schoolId, bodyId, constituency, constituency, bodyId, constituency]);
    await em.execute(
      `insert into seat_holding (school_id, environment_id, body, constituency, seat_name, number, person_id, basis, starts, ends, seat_id)
       select school_id, ?, '{"en":"Body"}', constituency, name, number, ?, 'ELECTED', '2026-01-01', '2090-01-01', id from seat where id = ?`, [environmentId, id, seatId]);
  }
}

/** All of a meeting comes nearer, as by waiting; the database's clock is nobody's to turn. */
export async function passes(db: Database, meetingId: string, hours: number): Promise<void> {
  const by = `interval '${hours} hours'`;
  for (const statement of [
    `update meeting set starts_at = starts_at - ${by}, ends_at = ends_at - ${by} where id = '${meetingId}'`,
    `update notice set starts_at = starts_at - ${by}, ends_at = ends_at - ${by}, posted_at = posted_at - ${by} where meeting_id = '${meetingId}'`,
    `update posting_proof set posted_at = posted_at - ${by} where meeting_id = '${meetingId}'`,
  ]) await db.executeAsOwner(statement);
}

/** Meetings in the states that the matrix asks about. */
export class MeetingTargets {
  #fixed: Readonly<Record<string, string>> = {};
  /** One that many acts leave as it was for others. */
  #room: Room | null = null;

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
  async draft(officers: Readonly<Record<string, Member>> = {}, bodyId?: string): Promise<Stored & { itemId: string }> {
    const { id, version } = await this.#act('$bodyId: ID!, $input: MeetingInput!', 'draftMeeting(bodyId: $bodyId, input: $input)', { bodyId: bodyId ?? await this.body(officers), input: this.input() });
    const added = await this.#act('$id: ID!, $version: Int!, $input: AgendaItemInput!', 'addAgendaItem(id: $id, version: $version, input: $input)', { id, version, input: this.item() });
    return { id, version: added.version, itemId: added.agenda[0]!.id };
  }

  /** With somebody's word that its notice hangs at the site. */
  async noticed(bodyId?: string): Promise<Stored> {
    const { id, version } = await this.draft({}, bodyId);
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

  /** One to which a student means to come, who holds a seat of its body. */
  async planned(student: Member, bodyId: string): Promise<Stored> {
    const noticed = await this.noticed(bodyId);
    const answer = await this.ask(student, 'mutation ($id: ID!, $input: AttendancePlanInput!) { planToAttend(id: $id, input: $input) { __typename } }', { id: noticed.id, input: this.plan() });
    if (!answer.text.includes('MeetingChanged')) throw new Error(answer.text);
    return noticed;
  }

  plan() {
    return { answer: 'COMING', interpreter: 'hy', children: 2, note: 'In a wheelchair' };
  }

  /** Writes down a paper of its item, as if somebody had sent a file; its id. */
  async #paper({ id, itemId }: { readonly id: string; readonly itemId: string }): Promise<string> {
    const [paperId, fileId] = [randomUUID(), await this.#file('application/pdf')];
    await this.db.fork(school(this.place.schoolId)).execute(
      `insert into agenda_paper (id, school_id, meeting_id, item_id, file_id, position, title, added_by) values (?, ?, ?, ?, ?, 1, 'Plan', ?)`,
      [paperId, this.place.schoolId, id, itemId, fileId, this.by.id]);
    return paperId;
  }

  async #file(mediaType: string): Promise<string> {
    const id = randomUUID();
    await this.db.fork(school(this.place.schoolId)).execute(
      `insert into stored_file (id, school_id, digest, bytes, media_type, name, uploaded_by) values (?, ?, ?, 5, ?, 'plan.pdf', ?)`,
      [id, this.place.schoolId, 'a'.repeat(64), mediaType, this.by.id]);
    return id;
  }

  async #draftWithPaper(): Promise<Stored & { itemId: string; paperId: string }> {
    const draft = await this.draft();
    return { ...draft, paperId: await this.#paper(draft) };
  }

  /** Its item has a paper, that was taken back or not, and its proof a photo. */
  async #filed(withdrawn: boolean): Promise<Stored> {
    const { id, version, paperId } = await this.#draftWithPaper();
    await this.#act('$id: ID!, $version: Int!', 'postNotice(id: $id, version: $version)', { id, version });
    const em = this.db.fork(school(this.place.schoolId));
    await em.execute(
      `insert into posting_proof (school_id, meeting_id, notice_number, posted_where, place, attested_by, posted_at, photo_id) values (?, ?, 1, 'SITE', 'Gate', ?, now(), ?)`,
      [this.place.schoolId, id, this.by.id, await this.#file('image/jpeg')]);
    if (withdrawn) await em.execute('update agenda_paper set withdrawn_at = now(), withdrawn_by = added_by where id = ?', [paperId]);
    return { id, version };
  }

  /** Ids of what is only looked at, by the name documents give them. */
  async looked({ student, secretary, member, studentBody }: { readonly student: Member; readonly secretary: Member; readonly member: Member; readonly studentBody: string }): Promise<Readonly<Record<string, string>>> {
    const [sitting, students, ended] = [await this.inSession(member), await this.inSession(student), await this.room(member)];
    this.#room = await this.inSession(member);
    await this.act(sitting, 'recordAttendance', `, memberId: "${sitting.memberId}", kind: ARRIVED`);
    await this.act(sitting, 'takeUpItem', `, itemId: "${sitting.itemId}"`);
    await this.act(sitting, 'offerComment');
    await this.speaking(sitting, true, `{ memberId: "${sitting.memberId}", itemId: "${sitting.itemId}", language: "es" }`);
    await this.act(students, 'preside', `, memberId: "${students.memberId}"`);
    await this.act(students, 'takeRecord', `, memberId: "${students.memberId}"`);
    await this.speaking(students, false, `{ memberId: "${students.memberId}" }`);
    await this.act(ended, 'endWithoutQuorum');
    this.#fixed = {
      sitting: sitting.id, studentsSitting: students.id, endedSitting: ended.id,
      meetingBody: await this.body(), meeting: (await this.noticed()).id, studentsMeeting: (await this.noticedBy(student)).id,
      plannedMeeting: (await this.planned(student, studentBody)).id,
      filedMeeting: (await this.#filed(false)).id, takenBackMeeting: (await this.#filed(true)).id,
      draftMeeting: (await this.draft()).id, officersDraft: (await this.draft({ SECRETARY: secretary })).id,
    };
    return this.#fixed;
  }

  /** One whose hour has come, of a body in which `member` and its chair sit; with the ids of its parts, and a key. */
  async room(member: Member): Promise<Room> {
    const bodyId = await this.body({ CHAIR: this.by, SECRETARY: this.by });
    await seatIn(this.db, this.place, bodyId, 'PARENT', [member, this.by]);
    const { id, version } = await this.#act('$bodyId: ID!, $input: MeetingInput!', 'draftMeeting(bodyId: $bodyId, input: $input)', { bodyId, input: this.input() });
    const added = await this.#act('$id: ID!, $version: Int!, $input: AgendaItemInput!', 'addAgendaItem(id: $id, version: $version, input: $input)', { id, version, input: this.item() });
    const posted = await this.#act('$id: ID!, $version: Int!', 'postNotice(id: $id, version: $version)', { id, version: added.version });
    const input = { ...this.proof(), postedAt: new Date().toISOString() };
    await this.#act('$id: ID!, $version: Int!, $input: PostingProofInput!', 'provePosting(id: $id, version: $version, input: $input)', { id, version: posted.version, input });
    await passes(this.db, id, 9 * 24 + 1);
    const answer = await this.ask(this.by, 'query ($id: ID!) { meeting(id: $id) { sitting { members { id } items { id } } } }', { id });
    const { members, items } = (answer.data!['meeting'] as { sitting: { members: { id: string }[]; items: { id: string }[] } }).sitting;
    return { id, key: randomUUID(), memberId: members[0]!.id, itemId: items[0]!.id };
  }

  /** The same, called to order. */
  async inSession(member: Member): Promise<Room> {
    const room = await this.room(member);
    await this.act(room, 'callToOrder');
    return { ...room, key: randomUUID() };
  }

  /** With somebody on the list of speakers, or with the floor, who had it before having spoken. */
  async speaking(room: Room, called = true, input = '{ visitor: true, name: "Rosa" }'): Promise<Room & { speakerId: string }> {
    await this.db.fork(school(this.place.schoolId)).execute(`update speaker set state = 'DONE', running_since = null where meeting_id = ?`, [room.id]);
    const { speakers } = await this.act(room, 'askToSpeak', `, input: ${input}`);
    const speakerId = speakers.find(({ state }) => state === 'WAITING')!.id;
    if (called) await this.act(room, 'callSpeaker', `, speakerId: "${speakerId}"`);
    return { ...room, key: randomUUID(), speakerId };
  }

  /** An act of the room by who prepares it. */
  async act({ id }: Room, name: string, args = ''): Promise<Room & { speakers: { id: string; state: string }[]; items: { id: string }[] }> {
    const document = `mutation ($key: ID!, $id: ID!) { acted: ${name}(key: $key, id: $id${args}) { ... on SittingDone { sitting { id speakers { id state } items { id } } } } }`;
    const answer = await this.ask(this.by, document, { id, key: randomUUID() });
    const acted = answer.data?.['acted'] as { sitting?: never } | undefined;
    if (!acted?.sitting) throw new Error(`${name}: ${answer.text}`);
    return acted.sitting;
  }

  /** Variables for one try by one viewer. */
  targets(secretary: Member, member: Member): Readonly<Record<string, () => Promise<object>>> {
    const room = async () => ({ ...this.#room!, key: randomUUID() });
    return {
      theSitting: async () => ({ id: this.#fixed['sitting'] }),
      room,
      roomAndItem: async () => ({ ...await room(), input: this.item() }),
      roomAndNewItem: async () => {
        const { items } = await this.act(this.#room!, 'addItem', ', input: { title: [{ locale: "en", text: "New" }], intent: DISCUSSION }');
        return { ...await room(), itemId: items.at(-1)!.id };
      },
      waiting: () => this.speaking(this.#room!, false),
      speaking: () => this.speaking(this.#room!),
      paused: async () => {
        const speaking = await this.speaking(this.#room!);
        await this.act(this.#room!, 'pauseSpeaker', `, speakerId: "${speaking.speakerId}"`);
        return speaking;
      },
      freshRoom: () => this.room(member),
      freshSession: () => this.inSession(member),
      meeting: async () => ({ id: this.#fixed['meeting'] }),
      meetingAndPlan: async () => ({ id: this.#fixed['meeting'], input: this.plan() }),
      draftMeeting: async () => ({ id: this.#fixed['draftMeeting'] }),
      officersDraft: async () => ({ id: this.#fixed['officersDraft'] }),
      meetingWording: async () => ({ bodyId: this.#fixed['meetingBody'], input: this.input() }),
      freshMeeting: () => this.draft(),
      freshOfficersMeeting: () => this.draft({ SECRETARY: secretary }),
      freshMeetingAndWording: async () => ({ ...await this.draft(), input: this.input() }),
      freshMeetingAndItem: async () => ({ ...await this.draft(), input: this.item() }),
      freshPaper: () => this.#draftWithPaper(),
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
