import { GROUP, GROUPS, NO_END, type PopoloObject, groupId, inAll, plain, popolo, seconds } from '../domain/popolo.ts';
import { dayAt } from '../domain/wall-day.ts';
import { type HoldingRecord, type Roster, type TermRecord, seatLabel } from './record-roster.ts';

/** The body, its environment as its parent, and each of its groups of voters. */
export function organizations(roster: Roster, publicUrl: string): PopoloObject[] {
  const { body, environment, sources } = roster;
  const id = bodyRef(roster);
  const groups = [...new Set(roster.posts.map(({ constituency }) => constituency))];
  return [
    popolo({ id: environment.id, name: environment.name, classification: 'learning environment', sources: [{ url: `${publicUrl}/e/${environment.slug}`, note: environment.schoolName }] }),
    popolo({
      id, name: plain(body.name), classification: body.kind.toLowerCase(), parent_id: environment.id, description: plain(body.remit),
      dissolution_date: body.closedAt && dayAt(body.closedAt, environment.timeZone), sources: sources.links(body.id) ?? [{ url: `${publicUrl}/bodies/${body.id}` }],
    }, {
      names: inAll(body.name), descriptions: inAll(body.remit), meeting_law: body.meetingLaw, authority: body.authority, student_seats: body.studentSeats,
      bylaws: body.bylaws.toReversed().map(({ number, adoptedOn, effectiveFrom, rules, note }) => popolo({ number, adopted_on: adoptedOn, effective_from: effectiveFrom, rules, note })),
    }),
    ...groups.map((constituency) => popolo({ id: groupId(id, constituency), name: GROUPS[constituency], classification: GROUP, parent_id: id })),
  ];
}

export function posts(roster: Roster): PopoloObject[] {
  const organization = bodyRef(roster);
  return roster.posts.map((post) => popolo(
    { id: roster.sources.id(post.id), label: seatLabel(post), role: GROUPS[post.constituency], organization_id: organization, end_date: post.retiredOn },
    { names: inAll(post.name) ?? post.name, constituency: post.constituency, number: post.number, way: post.way, chosen_by: post.chosenBy, votes: post.votes }));
}

/** Everybody who held a seat or an office, or took part; never a student's name, and nobody's address. */
export function persons({ persons: all }: Roster): PopoloObject[] {
  return [...all.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, name, givenName, familyName, student }) =>
    popolo({ id, name: name || null, given_name: givenName, family_name: familyName }, { student: student || null }));
}

/** Seats held, with their post; and offices, with their role. */
export function memberships(roster: Roster): PopoloObject[] {
  const organization = bodyRef(roster);
  const seats = new Map(roster.posts.map((post) => [post.id, post]));
  const held = roster.holdings.map((holding) => popolo({
    ...termOf(roster, holding), label: seatLabel(seats.get(holding.seatId)!), role: 'member', organization_id: organization, post_id: roster.sources.id(holding.seatId),
    on_behalf_of_id: groupId(organization, constituencyOf(roster, holding)),
  }, { basis: holding.basis }));
  const offices = roster.offices.map((office) => popolo({ ...termOf(roster, office), role: office.office.toLowerCase().replace('_', ' '), organization_id: organization }));
  return [...held, ...offices].filter((each) => 'person_id' in each).toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

export const bodyRef = ({ body, sources }: Roster): string => sources.id(body.id)!;

const order = (membership: PopoloObject): string => `${String(membership['start_date'])} ${String(membership['id'])}`;

const termOf = ({ persons: all, sources }: Roster, { id, personId, starts, ends, endedAt }: TermRecord): PopoloObject => ({
  id: sources.id(id), person_id: all.get(personId)?.id, start_date: starts, end_date: endedAt !== null ? seconds(endedAt) : ends === NO_END ? null : ends,
});

const constituencyOf = ({ posts: all }: Roster, { seatId }: HoldingRecord): string => all.find(({ id }) => id === seatId)!.constituency;
