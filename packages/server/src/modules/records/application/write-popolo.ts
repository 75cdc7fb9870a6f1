import type { Statements } from '../../../platform/database/database.ts';
import type { Period } from '../domain/period.ts';
import { FORMAT, OWN, type PopoloObject, SECTIONS, type Section } from '../domain/popolo.ts';
import { type HeldMeeting, heldMeetings, meetingsOver } from './held-meetings.ts';
import { event, motionsIn, speeches, voteEvents } from './popolo-meeting.ts';
import { bodyRef, memberships, organizations, persons, posts } from './popolo-roster.ts';
import type { Roster } from './record-roster.ts';

type OfMeeting = (held: HeldMeeting) => readonly PopoloObject[];

/**
 * A body's public record as one Popolo document, in pieces: its meetings are read a few at a time, once for each list that
 * grows with them, so that a hundred years take no more memory than one.
 */
export async function* writePopolo(em: Statements, roster: Roster, period: Period, publicUrl: string): AsyncGenerator<string> {
  const over = await meetingsOver(em, roster.body.id, period);
  const whole: Partial<Record<Section, readonly PopoloObject[]>> = { organizations: organizations(roster, publicUrl), posts: posts(roster), persons: persons(roster), memberships: memberships(roster) };
  const growing: Partial<Record<Section, OfMeeting>> = {
    events: (held) => [event(roster, held, publicUrl)], motions: (held) => motionsIn(roster, held, publicUrl), vote_events: (held) => voteEvents(roster, held), speeches: (held) => speeches(roster, held),
  };
  yield `{"${OWN}format":${JSON.stringify(FORMAT)},"${OWN}body":${JSON.stringify(bodyRef(roster))}`;
  for (const section of SECTIONS) {
    yield `,\n"${section}":[`;
    let before = '\n';
    const written = (objects: readonly PopoloObject[]) => objects.map((each) => { const text = before + JSON.stringify(each); before = ',\n'; return text; }).join('');
    const ofMeeting = growing[section];
    if (ofMeeting === undefined) yield written(whole[section]!);
    else for await (const held of heldMeetings(em, over)) yield written(ofMeeting(held));
    yield ']';
  }
  yield '}\n';
}
