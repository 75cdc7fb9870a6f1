import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { type BodyWording, bodyFaults, textsOf } from '../domain/body-wording.ts';
import { bylawsFaults } from '../domain/bylaws.ts';
import { bylawsAhead } from './body-record.ts';
import { type BodyAt, changeBody, grown } from './change-body.ts';
import { recordBody } from './record-body.ts';

/** New words, kind or law of a body; FAULTY where its bylaws, in force or to come, would ask less than a new law does: they change first. */
export const reviseBody = (house: House, viewer: ViewerFacts, at: BodyAt, wording: BodyWording) => changeBody(house, viewer, at, async ({ em, body }) => {
  const unlawful = new Set(bylawsAhead(body).flatMap(({ rules }) => bylawsFaults(rules, wording.meetingLaw)).map(({ code }) => code));
  const faults = [...bodyFaults(wording), ...[...unlawful].map((code) => ({ field: 'meetingLaw', code }))];
  if (faults.length > 0) return { faults };
  const { kind, meetingLaw, authority, name, remit, studentSeats } = wording;
  await em.execute(
    'update governing_body set kind = ?, meeting_law = ?, authority = ?, name = ?::jsonb, remit = ?::jsonb, student_seats = ? where id = ?',
    [kind, meetingLaw, authority, JSON.stringify(textsOf(name)), JSON.stringify(textsOf(remit)), studentSeats, body.id]);
  await grown(em, body.id, kind !== body.kind || studentSeats !== body.studentSeats);
  await recordBody(house, em, { body, kind: 'body.revised', actorId: viewer.personId });
  return null;
});

/** The body is no more; its record stays for everybody to read. */
export const closeBody = (house: House, viewer: ViewerFacts, at: BodyAt) => changeBody(house, viewer, at, async ({ em, body }) => {
  await em.execute('update governing_body set closed_at = clock_timestamp() where id = ?', [body.id]);
  await grown(em, body.id, false);
  await recordBody(house, em, { body, kind: 'body.closed', actorId: viewer.personId });
  return null;
});
