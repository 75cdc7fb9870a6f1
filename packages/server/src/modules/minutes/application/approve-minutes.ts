import type { EntityManager } from '../../../platform/database/database.ts';
import { databaseNow } from '../../../platform/database/database-now.ts';
import type { House } from '../../../platform/room.ts';
import { type SittingRefusal, type SittingRecord, sittingRefusal, sittingsById } from '../../meetings/index.ts';
import type { Adopted } from '../../motions/index.ts';
import { decideAmendMinutes } from '../domain/amending.ts';
import { inLanguage } from '../domain/blocks.ts';
import { decideApprove } from '../domain/correcting.ts';
import { allowsAct } from '../domain/minutes-states.ts';
import { withoutStudents } from '../domain/names.ts';
import { amendmentBlock } from '../domain/amendment-block.ts';
import { archiveMinutes } from './archive-minutes.ts';
import { asCorrected } from './correct-minutes.ts';
import { type Copies, isPassage, withCorrections } from './corrected.ts';
import { isKeptElsewhere } from './kept-elsewhere.ts';
import { settleOnAgenda } from './minutes-on-agenda.ts';
import { type MinutesRecord, lockMinutes } from './minutes-record.ts';
import { recordMinutes } from './record-minutes.ts';
import { tellOfApproval } from './tell-of-approval.ts';
import { freeze } from './version-record.ts';

interface Before { readonly minutes: MinutesRecord; readonly sitting: SittingRecord }

/** The minutes a motion is about, held, with the sitting they are of; or why it cannot be about them. */
async function minutesOf(em: EntityManager, { motion, sitting: up }: Adopted): Promise<Before | readonly SittingRefusal[]> {
  const [sitting] = motion.aboutId === null ? [] : await sittingsById(em, [motion.aboutId]);
  if (sitting === undefined || sitting.calledToOrderAt === null || sitting.bodyId !== up.bodyId || sitting.id === up.id || await isKeptElsewhere(em, sitting.id)) return [sittingRefusal('NO_SUCH_MINUTES')];
  return { minutes: await lockMinutes(em, sitting), sitting };
}

/**
 * A body that adopts the motion approves its minutes, as corrected where a correction was accepted: with the corrections
 * made in the text itself, under a number and a hash of its own, and nobody changes it from then on (domain.md S46; rule 25).
 */
export async function approveMinutes(em: EntityManager, house: House, adopted: Adopted): Promise<readonly SittingRefusal[] | null> {
  const before = await minutesOf(em, adopted);
  if (!('minutes' in before)) return before;
  const { minutes, sitting } = before;
  if (minutes.state !== 'CIRCULATED') return [sittingRefusal('MINUTES_NOT_CIRCULATED', [minutes.state])];
  const { version, corrections, blocks, publicBlocks } = await asCorrected({ em, minutes, sitting });
  const decision = decideApprove(minutes.state, corrections);
  if (!decision.ok) return [sittingRefusal('CORRECTIONS_OPEN', decision.refusal.about)];
  const corrected = decision.to === 'APPROVED_AS_CORRECTED';
  const number = corrected ? minutes.number + 1 : minutes.number;
  const { schoolId, id: meetingId } = sitting;
  const motionId = adopted.motion.id;
  const hash = corrected
    ? await freeze(em, { meetingId, schoolId, number, state: 'APPROVED_AS_CORRECTED', blocks, publicBlocks, change: null, motionId, actorId: adopted.actorId })
    : version.hash;
  await em.execute('update minutes set state = ?, number = ?, approved_at = ?, motion_id = ?, version = version + 1, updated_at = clock_timestamp() where meeting_id = ?',
    [decision.to, number, await databaseNow(em), motionId, meetingId]);
  await archiveMinutes(em, sitting, number, publicBlocks);
  await recordMinutes(house, em, { minutes, kind: 'minutes.approved', actorId: adopted.actorId, detail: { motionId, number, hash, corrections: corrections.filter(({ state }) => state === 'ACCEPTED').length } });
  await settleOnAgenda(house, em, adopted.sitting, meetingId, adopted.actorId);
  await tellOfApproval(em, sitting, number);
  return null;
}

/**
 * A body that adopts the motion amends minutes it had approved, by one of the ways of Amend Something Previously Adopted
 * (domain.md S46): the passages proposed within the motion are made in the text, and the change is named below it.
 */
export async function amendMinutes(em: EntityManager, house: House, adopted: Adopted): Promise<readonly SittingRefusal[] | null> {
  const before = await minutesOf(em, adopted);
  if (!('minutes' in before)) return before;
  const { minutes, sitting } = before;
  if (!allowsAct(minutes.state, 'AMEND')) return [sittingRefusal('MINUTES_NOT_APPROVED', [minutes.state])];
  const { motion, counts, members, sitting: up } = adopted;
  const posted = up.items.some(({ id, addedAt }) => id === motion.itemId && addedAt === null);
  const decision = decideAmendMinutes({ state: minutes.state, version: minutes.number }, counts === null
    ? { ayes: members, noes: 0, members, previousNotice: posted } : { ayes: counts.ayes, noes: counts.noes, members, previousNotice: posted });
  if (!decision.ok) return [sittingRefusal('NOT_ADOPTED', decision.refusal.about)];
  const { version, all, known } = await asCorrected({ em, minutes, sitting });
  // Other motions may have amended them since: a passage that reads otherwise by now is not made, and the record says so.
  let copies: Copies = version;
  const own = all.filter(({ motionId, state }) => motionId === motion.id && state === 'PROPOSED').map((each) => {
    const stands = isPassage(copies.blocks, each);
    if (stands) copies = withCorrections(copies, [each], known);
    return { id: each.id, to: stands ? 'ACCEPTED' : 'REFUSED' };
  });
  // The motion was said aloud by name; what is written down for ever calls students by their seats.
  const words = Object.fromEntries(Object.entries(adopted.text).map(([locale, text]) => [locale, withoutStudents(text, locale, known)]));
  const locales = Object.keys(version.blocks[0]!.text);
  const named = amendmentBlock(motion.id, decision.version, sitting.body.today, Object.fromEntries(locales.map((locale) => [locale, inLanguage(words, locale)])));
  const { schoolId, id: meetingId } = sitting;
  const hash = await freeze(em, {
    meetingId, schoolId, number: decision.version, state: 'AMENDED', blocks: [...copies.blocks, named], publicBlocks: [...copies.publicBlocks, named], change: words, motionId: motion.id, actorId: adopted.actorId,
  });
  for (const { id, to } of own) {
    await em.execute(`update minutes_correction set state = ?, objections = ?, ayes = ?, noes = ?, settled_at = clock_timestamp(), settled_by = ? where id = ?`,
      [to, counts === null ? 0 : counts.noes, counts?.ayes ?? 0, counts?.noes ?? 0, adopted.actorId, id]);
  }
  await em.execute(`update minutes set state = 'AMENDED', number = ?, motion_id = ?, version = version + 1, updated_at = clock_timestamp() where meeting_id = ?`, [decision.version, motion.id, meetingId]);
  await archiveMinutes(em, sitting, decision.version, [...copies.publicBlocks, named]);
  await recordMinutes(house, em, { minutes, kind: 'minutes.amended', actorId: adopted.actorId, detail: { motionId: motion.id, number: decision.version, hash } });
  return null;
}

