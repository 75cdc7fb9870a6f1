import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { type BodyFault, LONGEST, clean, isDay } from '../domain/body-wording.ts';
import { type BylawsRules, bylawsFaults } from '../domain/bylaws.ts';
import { type BodyAt, changeBody, grown } from './change-body.ts';
import { recordBody } from './record-body.ts';

export interface Adopted {
  readonly rules: BylawsRules;
  /** Days of the calendar. */
  readonly adoptedOn: string;
  readonly effectiveFrom: string;
  readonly note: string | null;
}

/** Puts another version of the bylaws on record; none is ever changed or removed. */
export const adoptBylaws = (house: House, viewer: ViewerFacts, at: BodyAt, { rules, adoptedOn, effectiveFrom, note }: Adopted) =>
  changeBody(house, viewer, at, async ({ em, body }) => {
    const faults: BodyFault[] = [...bylawsFaults(rules, body.meetingLaw)];
    if (!isDay(adoptedOn)) faults.push({ field: 'adoptedOn', code: 'BAD_DATE' });
    else if (adoptedOn > body.today) faults.push({ field: 'adoptedOn', code: 'NOT_YET' });
    if (!isDay(effectiveFrom)) faults.push({ field: 'effectiveFrom', code: 'BAD_DATE' });
    else if (effectiveFrom < adoptedOn) faults.push({ field: 'effectiveFrom', code: 'NOT_AFTER_START' });
    const said = clean(note ?? '');
    if (said.length > LONGEST.note) faults.push({ field: 'note', code: 'TOO_LONG' });
    if (faults.length > 0) return { faults };
    await em.execute(
      `insert into bylaws (body_id, number, school_id, adopted_on, effective_from, rules, note, recorded_by)
       select ?, coalesce(max(number), 0) + 1, ?, ?::date, ?::date, ?::jsonb, ?, ? from bylaws where body_id = ?`,
      [body.id, body.schoolId, adoptedOn, effectiveFrom, JSON.stringify(rules), said || null, viewer.personId, body.id]);
    await grown(em, body.id, false);
    await recordBody(house, em, { body, kind: 'body.bylaws-adopted', actorId: viewer.personId, detail: { number: (body.bylaws[0]?.number ?? 0) + 1 } });
    return null;
  });
