import { randomUUID } from 'node:crypto';
import type { Statements } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { type SittingLooker, type SittingRecord, memberOf, sittingLooker, sittingsById } from '../../meetings/index.ts';
import { type ViewerFacts, isUuid } from '../../people/index.ts';
import { wordsOf } from '../domain/blocks.ts';
import { decideCorrection, decideSettle } from '../domain/correcting.ts';
import { refusedIn } from '../domain/minutes-states.ts';
import { clean, passageFaults, voteFaults } from '../domain/minutes-wording.ts';
import { withoutStudents } from '../domain/names.ts';
import { type MinutesRefusalReason, refuseMinutes } from '../domain/refusal.ts';
import { type MinutesAt, changeMinutes, grownMinutes } from './change-minutes.ts';
import { isPassage, withCorrections } from './corrected.ts';
import { type CorrectionRecord, acceptedOf, correctionsOf, correctionsOn } from './correction-record.ts';
import type { MinutesRecord } from './minutes-record.ts';
import { namesKnown } from './names-known.ts';
import { versionsOf } from './version-record.ts';

export interface ProposedCorrection {
  readonly blockId: string;
  readonly language: string;
  readonly before: string;
  readonly after: string;
  /** For whom whoever runs the sitting enters what they said; null: the viewer's own. A SittingMember where the minutes are up. */
  readonly memberId: string | null;
}

const no = (reason: MinutesRefusalReason, about: readonly (string | number)[] = []) => ({ refusals: [refuseMinutes(reason, about).refusal] });

/** Where these minutes are up for approval or amendment now: the body's sitting that is in session; the last one, where nobody adjourned another. */
export async function sittingWhereUp(em: Statements, bodyId: string, meetingId: string): Promise<SittingRecord | null> {
  const [row] = await em.execute<{ id: string }[]>(
    `select m.id from meeting m join sitting s on s.meeting_id = m.id where m.body_id = ? and m.id <> ? and m.state = 'IN_SESSION' order by s.called_to_order_at desc limit 1`, [bodyId, meetingId]);
  return row === undefined ? null : (await sittingsById(em, [row.id]))[0] ?? null;
}

/** A motion to amend these minutes that is before the body there, and its question not put. */
export async function amendingMotion(em: Statements, sittingId: string, meetingId: string): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>(
    `select id from motion where meeting_id = ? and about_id = ? and kind = 'AMEND_MINUTES' and state in ('MOVED', 'SECONDED', 'OPEN') order by number desc limit 1`, [sittingId, meetingId]);
  return row?.id ?? null;
}

/**
 * A member who is present where the minutes are up proposes how one passage should read (domain.md S46). Of approved
 * minutes only within a motion to amend them (rule 25).
 */
export const proposeCorrection = (house: House, viewer: ViewerFacts, at: MinutesAt, proposed: ProposedCorrection) =>
  changeMinutes(house, viewer, at, 'minutes.correction-proposed', () => true, async (changing) => {
    const { em, minutes, sitting } = changing;
    const up = await sittingWhereUp(em, minutes.bodyId, minutes.meetingId);
    const looker = up === null ? null : sittingLooker(viewer, up);
    const member = up === null ? null : proposer(up, looker!, proposed.memberId);
    if (minutes.state === 'DRAFT') return no('WRONG_STATE', [minutes.state]);
    const motionId = minutes.state === 'CIRCULATED' || up === null ? null : await amendingMotion(em, up.id, minutes.meetingId);
    if (minutes.state !== 'CIRCULATED' && motionId === null) return no('ONLY_BY_MOTION', [minutes.state]);
    if (up === null || member === null || !isHere(member.presence)) return no('NOT_A_MEMBER_PRESENT');
    const faults = passageFaults(proposed);
    if (faults.length > 0) return { faults };
    const [before, after] = [clean(proposed.before), clean(proposed.after)];
    const { blocks, publicBlocks, corrections, all, known } = await asCorrected(changing);
    const block = blocks.find(({ id }) => id === proposed.blockId);
    if (block === undefined || block.text[proposed.language] === undefined) return no('NO_SUCH_BLOCK');
    const decision = decideCorrection('CIRCULATED', wordsOf(block, proposed.language), { before, after }, { present: true });
    if (!decision.ok) return { refusals: [decision.refusal] };
    // What one motion changes is made together: each passage of it is there still when the others are made.
    const beside = motionId === null ? [] : all.filter((each) => each.motionId === motionId && each.state === 'PROPOSED');
    if (!isPassage(withCorrections({ blocks, publicBlocks }, beside, known).blocks, { blockId: block.id, language: proposed.language, before })) return no('NO_SUCH_PASSAGE');
    const id = randomUUID();
    // A name that stood there was decided about; one that comes in with a correction was not.
    const said = withoutStudents(after, proposed.language, { ...known, students: known.students.filter((student) => withoutStudents(before, proposed.language, { ...known, students: [student] }) === before) });
    if (said === before) return no('NOTHING_CORRECTED');
    await em.execute(
      `insert into minutes_correction (id, school_id, meeting_id, number, block_id, locale, before, after, sitting_id, member_id, entered_by, motion_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [id, sitting.schoolId, sitting.id, minutes.number, block.id, proposed.language, before, said, up.id, member.id, viewer.personId, motionId]);
    if (motionId === null) await grownMinutes(em, sitting.id);
    return { done: { correctionId: id, open: corrections.filter(({ state }) => state === 'PROPOSED').length + 1 } };
  });

function proposer(up: SittingRecord, looker: SittingLooker, memberId: string | null): SittingRecord['members'][number] | null {
  if (memberId === null || memberId.toLowerCase() === looker.member?.id) return looker.member;
  return looker.runs ? memberOf(up, { memberId }) : null;
}

const isHere = (presence: string): boolean => presence === 'IN_ROOM' || presence === 'REMOTE';

/** The version before the body with what was accepted so far made in it, and what was proposed on it; `all`: on any before it, too. */
export async function asCorrected({ em, minutes, sitting }: { readonly em: Statements; readonly minutes: MinutesRecord; readonly sitting: SittingRecord }) {
  const version = (await versionsOf(em, minutes.meetingId)).at(-1)!;
  const all = await correctionsOf(em, minutes.meetingId);
  const corrections = correctionsOn(all, minutes.number);
  const known = await namesKnown(em, sitting);
  return { version, all, corrections, known, ...withCorrections(version, acceptedOf(corrections), known) };
}

export interface CorrectionVoted {
  readonly correctionId: string;
  readonly objections: number;
  readonly ayes: number;
  readonly noes: number;
}

/** How the members took a correction: without objection, or by a majority of the votes cast (domain.md S46). */
export const settleCorrection = (house: House, viewer: ViewerFacts, at: MinutesAt, { correctionId, ...vote }: CorrectionVoted) =>
  changeMinutes(house, viewer, at, 'minutes.correction-settled', ({ runs }) => runs, async (changing) => {
    const { em, minutes, sitting } = changing;
    if (minutes.state !== 'CIRCULATED') return no(refusedIn(minutes.state), [minutes.state]);
    const faults = voteFaults(vote);
    if (faults.length > 0) return { faults };
    const { blocks, corrections } = await asCorrected(changing);
    const correction: CorrectionRecord | undefined = isUuid(correctionId) ? corrections.find(({ id, motionId }) => id === correctionId.toLowerCase() && motionId === null) : undefined;
    if (correction === undefined) return no('NO_SUCH_CORRECTION');
    const block = blocks.find(({ id }) => id === correction.blockId)!;
    const decision = decideSettle(minutes.state, wordsOf(block, correction.language), correction, vote);
    if (!decision.ok) return { refusals: [decision.refusal] };
    await em.execute('update minutes_correction set state = ?, objections = ?, ayes = ?, noes = ?, settled_at = clock_timestamp(), settled_by = ? where id = ?',
      [decision.to, vote.objections, vote.ayes, vote.noes, viewer.personId, correction.id]);
    await grownMinutes(em, sitting.id);
    return { done: { correctionId: correction.id, to: decision.to } };
  });
