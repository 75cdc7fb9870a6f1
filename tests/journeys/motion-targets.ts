import { randomUUID } from 'node:crypto';
import type { Member } from '../../packages/server/src/modules/people/testing/world.ts';
import { type Database, school } from '../../packages/server/src/platform/database/database.ts';
import type { MeetingTargets } from './meeting-targets.ts';

type Room = Awaited<ReturnType<MeetingTargets['inSession']>>;
interface Place { readonly schoolId: string; readonly environmentId: string }
interface Sitting { readonly id: string; readonly bodyId: string; readonly itemId: string; readonly members: readonly string[] }

const text = [{ locale: 'en', text: 'So.' }];

/** Motions in the states that the matrix asks about, as if members had brought them there. */
export class MotionTargets {
  #room: (Room & Sitting) | null = null;

  constructor(private readonly db: Database, private readonly place: Place, private readonly meetings: MeetingTargets, private readonly member: Member, private readonly by: Member) {}

  #sql<T extends object = object[]>(statement: string, params: readonly unknown[]): Promise<T> {
    return this.db.fork(school(this.place.schoolId)).execute<T>(statement, params);
  }

  async #sitting(id: string): Promise<Sitting> {
    const members = await this.#sql<{ id: string }[]>('select id from sitting_member where meeting_id = ? order by position', [id]);
    const [row] = await this.#sql<{ bodyId: string; itemId: string }[]>('select m.body_id as "bodyId", i.id as "itemId" from meeting m join agenda_item i on i.meeting_id = m.id where m.id = ? limit 1', [id]);
    return { id, ...row!, members: members.map((each) => each.id) };
  }

  /** Where the member and whoever prepares it are there. */
  async room(): Promise<Room & Sitting> {
    if (this.#room === null) {
      const room = await this.meetings.inSession(this.member);
      const sitting = await this.#sitting(room.id);
      for (const memberId of sitting.members) await this.meetings.act(room, 'recordAttendance', `, memberId: "${memberId}", kind: ARRIVED`);
      this.#room = { ...room, ...sitting };
    }
    return { ...this.#room, key: randomUUID() };
  }

  async #motion({ id, members: [first, second] }: Sitting, state: string, rest: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const seconded = state !== 'MOVED';
    const stated = seconded && state !== 'SECONDED';
    const row = {
      id: randomUUID(), school_id: this.place.schoolId, meeting_id: id, kind: 'PROCEDURAL', state, text: JSON.stringify({ en: 'That it be so.' }), threshold: 'MAJORITY_OF_CAST', mover_id: second, seconder_id: seconded ? first : null,
      seconded_at: seconded ? new Date() : null, stated_at: stated ? new Date() : null, disposed_by: state === 'TABLED' ? 'TABLED' : null, ...rest,
    };
    const columns = Object.keys(row);
    await this.#sql(`insert into motion (number, ${columns.join(', ')}) values ((select coalesce(max(number), 0) + 1 from motion where meeting_id = ?), ${columns.map(() => '?').join(', ')})`, [id, ...Object.values(row)]);
    return row.id;
  }

  async #amendment({ id, members: [first, second] }: Sitting, motionId: string, moverId = second, seconded = false): Promise<string> {
    const amendmentId = randomUUID();
    await this.#sql(
      `insert into amendment (id, school_id, meeting_id, motion_id, number, state, text, mover_id, seconder_id, seconded_at) values (?, ?, ?, ?, 1, ?, '{"en":"Or so."}', ?, ?, ?)`,
      [amendmentId, this.place.schoolId, id, motionId, seconded ? 'SECONDED' : 'MOVED', moverId, seconded ? first : null, seconded ? new Date() : null]);
    return amendmentId;
  }

  async #question({ id }: Sitting, motionId: string, way: string, amendmentId: string | null = null): Promise<string> {
    await this.#stop(id);
    const questionId = randomUUID();
    await this.#sql('insert into question (id, school_id, meeting_id, motion_id, amendment_id, way, opened_by) values (?, ?, ?, ?, ?, ?, ?)',
      [questionId, this.place.schoolId, id, motionId, amendmentId, way, this.by.id]);
    return questionId;
  }

  #stop(meetingId: string): Promise<unknown> {
    return this.#sql(`update question set state = 'STOPPED', stopped_why = 'Lunch', closed_at = now(), closed_by = opened_by where meeting_id = ? and state = 'OPEN'`, [meetingId]);
  }

  async #action({ id, bodyId, itemId }: Sitting, ownerId: string, done = false, decisionId: string | null = null): Promise<{ actionId: string; version: number }> {
    const actionId = randomUUID();
    await this.#sql(
      `insert into action_item (id, school_id, environment_id, body_id, meeting_id, decision_id, item_id, title, owner_id, due, state, note, ended_at, assigned_by)
       values (?, ?, ?, ?, ?, ?, ?, 'Call', ?, '2090-01-01', ?, 'Soon', ?, ?)`,
      [actionId, this.place.schoolId, this.place.environmentId, bodyId, id, decisionId, itemId, ownerId, done ? 'DONE' : 'OPEN', done ? new Date() : null, this.by.id]);
    return { actionId, version: 1 };
  }

  /** What is looked at: of adults in the first sitting, of a student in the second. */
  async looked(sittingId: string, studentsId: string, student: Member): Promise<void> {
    const [sitting, students] = [await this.#sitting(sittingId), await this.#sitting(studentsId)];
    const urgent = await this.#motion(sitting, 'OPEN', {
      kind: 'URGENCY', item_id: sitting.itemId, about_id: randomUUID(), immediate: 'Now', after_posting: 'Since', review_on: '2090-01-01', threshold: 'UNANIMOUS_OF_PRESENT',
    });
    await this.#question(sitting, urgent, 'ROLL_CALL', await this.#amendment(sitting, urgent, undefined, true));
    await this.#stop(sitting.id);
    await this.#motion(sitting, 'REFERRED', { disposed_by: 'REFERRED', referred_to: 'A committee', decided_at: new Date() });
    const adopted = await this.#motion(sitting, 'VOTING', { kind: 'MAIN', item_id: sitting.itemId });
    const question = await this.#question(sitting, adopted, 'ROLL_CALL');
    await this.#sql(`insert into vote (school_id, meeting_id, question_id, member_id, choice) values (?, ?, ?, ?, 'AYE')`, [this.place.schoolId, sitting.id, question, sitting.members[0]]);
    await this.#sql(`insert into roll_call_line (school_id, meeting_id, question_id, member_id, position, vote) values (?, ?, ?, ?, 1, 'AYE')`, [this.place.schoolId, sitting.id, question, sitting.members[0]]);
    await this.#sql(
      `update question set state = 'ANNOUNCED', adopted = true, quorum_present = 2, quorum_needed = 2, closed_at = now(), closed_by = opened_by, explained = ?::jsonb where id = ?`,
      [JSON.stringify({ adopted: true, ayes: 1, noes: 0, abstentions: 0, recused: 0, needed: 1, of: 'CAST', denominator: 1, threshold: 'MAJORITY_OF_CAST' }), question]);
    await this.#sql(`update motion set state = 'ADOPTED', disposed_by = 'VOTE', decided_at = now() where id = ?`, [adopted]);
    const decision = randomUUID();
    await this.#sql(
      `insert into decision (id, school_id, environment_id, body_id, meeting_id, motion_id, item_id, number, text, rationale, decided_on, review_on)
       values (?, ?, ?, ?, ?, ?, ?, 1, '{"en":"So."}', '{"en":"For."}', '2026-01-01', '2090-01-01')`,
      [decision, this.place.schoolId, this.place.environmentId, sitting.bodyId, sitting.id, adopted, sitting.itemId]);
    await this.#action(sitting, this.member.id, true, decision);
    // The student sits first there.
    const [own] = students.members;
    const theirs = await this.#motion({ ...students, members: [students.members[1]!, own!] }, 'OPEN');
    await this.#amendment({ ...students, members: [students.members[1]!, own!] }, theirs, own);
    await this.#action(students, student.id);
  }

  /** Variables for one try by one viewer. */
  targets(): Readonly<Record<string, () => Promise<object>>> {
    const moved = (state: string, mine = false) => async () => {
      const room = await this.room();
      await this.#stop(room.id);
      return { ...room, motionId: await this.#motion(room, state, mine ? { mover_id: room.members[0] } : {}) };
    };
    const amended = (mine = false) => async () => {
      const open = await moved('OPEN')();
      return { ...open, amendmentId: await this.#amendment(open, open.motionId, mine ? open.members[0] : undefined) };
    };
    const asked = (state: string, way: string) => async () => {
      const put = await moved(state)();
      return { ...put, questionId: await this.#question(put, put.motionId, way) };
    };
    const assigned = (done = false) => async () => this.#action(await this.room(), this.member.id, done);
    return {
      roomAndMotion: async () => {
        const room = await this.room();
        return { ...room, input: { kind: 'PROCEDURAL', text, memberId: room.members[0] } };
      },
      movedMotion: moved('MOVED'), secondedMotion: moved('SECONDED'), openMotion: moved('OPEN'), tabledMotion: moved('TABLED'),
      ownMotion: moved('MOVED', true),
      movedAmendment: amended(), ownAmendment: amended(true),
      openQuestion: asked('VOTING', 'ROLL_CALL'), askedConsent: asked('OPEN', 'CONSENT'),
      roomAndAction: async () => ({ ...await this.room(), input: { title: 'Call', ownerId: this.member.id } }),
      openAction: assigned(), doneAction: assigned(true),
      openActionAndWords: async () => ({ ...await assigned()(), input: { title: 'Write', ownerId: this.member.id } }),
    };
  }
}
