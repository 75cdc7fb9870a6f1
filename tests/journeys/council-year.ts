import { randomUUID } from 'node:crypto';
import type { Member } from '../../packages/server/src/modules/people/testing/world.ts';
import type { CouncilRoom, Motion, Sitting } from './council-room.ts';

/** What happened in a year, to be found again in its record. */
export interface Year {
  readonly body: string;
  readonly items: number;
  readonly motions: number;
  readonly decisions: number;
  readonly speeches: number;
  readonly departures: number;
  /** How many motions ended in each way; `undefined` of those that did not. */
  readonly disposedBy: Readonly<Record<string, number>>;
}

/** As much of a sitting as the year needs to go on. */
export const BRIEFLY = '{ id state members { id name } items { id outcome } motions { id state disposedBy amendments { id question { id } } question { id } } decisions { id } }';

const both = (text: string) => [{ locale: 'en', text }, { locale: 'es', text: `${text} (es)` }];

/** The same numbers in every run, from 0 to 1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A council of twelve lives through a year: each meeting is held over the API, with motions of every kind, people who come late
 * and leave early, and the minutes of the meeting before approved. What is over is moved back a month at a time.
 */
export async function liveThrough(room: CouncilRoom, { meetings, items }: { readonly meetings: number; readonly items: number }): Promise<Year> {
  const { world } = room;
  const body = await room.body([
    ['ADMINISTRATOR', [world.teachers[0]!]], ['TEACHER', world.teachers.slice(1)], ['OTHER_STAFF', world.staff], ['PARENT', world.parents], ['STUDENT', world.students],
  ]);
  const told = { items: 0, motions: 0, decisions: 0, speeches: 0, departures: 0, disposedBy: {} as Record<string, number> };
  const chance = seeded(2026);
  let before: string | null = null;
  for (let nth = 0; nth < meetings; nth += 1) {
    const sitting: Sitting = await new Evening(room, chance, told).hold(body, before, nth, items);
    before = sitting.id;
    await room.owner(LONG_AGO.map((change) => change.replaceAll('$id', `'${sitting.id}'`).replaceAll('$by', `interval '${(meetings - nth) * 30} days'`)).join(';\n'));
  }
  return { body, ...told };
}

/** Everything of a meeting that has an hour; the database's clock is nobody's to turn. */
const LONG_AGO = [
  'update meeting set starts_at = starts_at - $by, ends_at = ends_at - $by where id = $id',
  'update notice set starts_at = starts_at - $by, ends_at = ends_at - $by, posted_at = posted_at - $by where meeting_id = $id',
  'update posting_proof set posted_at = posted_at - $by where meeting_id = $id',
  'update sitting set frozen_at = frozen_at - $by, noticed_for = noticed_for - $by, hung_since = hung_since - $by, called_to_order_at = called_to_order_at - $by, ended_at = ended_at - $by where meeting_id = $id',
  'update attendance set at = at - $by where meeting_id = $id',
  'update comment_offer set at = at - $by where meeting_id = $id',
  'update agenda_item set added_at = added_at - $by, taken_up_at = taken_up_at - $by, closed_at = closed_at - $by, urgency_found_at = urgency_found_at - $by where meeting_id = $id',
  'update motion set moved_at = moved_at - $by, seconded_at = seconded_at - $by, stated_at = stated_at - $by, decided_at = decided_at - $by where meeting_id = $id',
  'update amendment set moved_at = moved_at - $by, seconded_at = seconded_at - $by, decided_at = decided_at - $by where meeting_id = $id',
  'update question set opened_at = opened_at - $by, closed_at = closed_at - $by where meeting_id = $id',
];

type Told = { -readonly [K in keyof Omit<Year, 'body'>]: Year[K] } & { disposedBy: Record<string, number> };

/** One meeting of the year. */
class Evening {
  constructor(private readonly room: CouncilRoom, private readonly chance: () => number, private readonly told: Told) {}

  async hold(body: string, before: string | null, nth: number, items: number): Promise<Sitting> {
    const { room, told } = this;
    const titles = Array.from({ length: items }, (_, at) => `Item ${nth + 1}.${at + 1}`);
    let sitting = await room.sits(body, 9, { items: titles });
    const [, , , , , , , , , tenth] = sitting.members;
    await room.does('offerComment', { id: sitting.id });
    await this.#speaks(sitting.id);
    await room.arrive(sitting, [tenth!]);
    const present = 10;
    const up = before === null ? sitting.items : sitting.items.slice(1);
    if (before !== null) await this.#decided(sitting, { kind: 'APPROVE_MINUTES', aboutId: before, itemId: sitting.items[0]!.id, text: both('That the minutes be approved.') }, 'A'.repeat(present));
    const ways = [() => this.#voted(sitting, up[0]!.id, present), () => this.#amended(sitting, up[1]!.id), () => this.#consented(sitting, up[2]!.id), () => this.#lapsed(sitting, up[3]!.id), () => this.#recused(sitting, up[3]!.id), () => this.#tabled(sitting, up.at(-1)!.id, nth)];
    for (const way of ways) await way();
    if (nth === 1) sitting = await this.#urgent(sitting, present);
    await room.does('recordAttendance', { id: sitting.id, memberId: tenth!.id, kind: 'LEFT' });
    told.departures += 1;
    // Words that name a student, given to a student.
    await room.does('assignAction', { id: sitting.id, input: { keepNames: true, title: `=Ask ${room.world.students[0]!.name} for the list`, memberId: sitting.members.at(-1)!.id, due: null } });
    sitting = await this.#closed(sitting);
    await this.#circulated(sitting);
    const done = await room.read(sitting.id);
    told.items += done.items.length;
    told.motions += done.motions.length;
    told.decisions += done.decisions.length;
    for (const motion of done.motions as readonly (Motion & { readonly disposedBy: string | null })[]) told.disposedBy[String(motion.disposedBy ?? undefined)] = (told.disposedBy[String(motion.disposedBy ?? undefined)] ?? 0) + 1;
    return done;
  }

  /** Ayes, noes and abstentions as chance has it, of the first ones in the order of seats. */
  #votes(of: number): string { return Array.from({ length: of }, () => (this.chance() < 0.7 ? 'A' : this.chance() < 0.7 ? 'N' : '-')).join(''); }

  async #decided(sitting: Sitting, input: object, votes: string): Promise<Motion> {
    const motion = await this.room.stated(sitting, input);
    return this.room.announced(motion, await this.room.called(sitting, motion, votes));
  }

  #voted(sitting: Sitting, itemId: string, present: number): Promise<Motion> {
    return this.#decided(sitting, { itemId, text: both('=HYPERLINK("http://example.org", "That, as moved, it be so")') }, this.#votes(present));
  }

  async #amended(sitting: Sitting, itemId: string): Promise<void> {
    const { room } = this;
    const [, , third, fourth] = sitting.members;
    const motion = await room.stated(sitting, { itemId, text: both('That ten tutors be paid.') });
    const moved = room.motionOf(await room.does('moveAmendment', { motionId: motion.id, text: both('That twelve tutors be paid.'), memberId: third!.id }), motion).amendments[0]!;
    await room.does('secondAmendment', { motionId: motion.id, amendmentId: moved.id, memberId: fourth!.id });
    const put = room.motionOf(await room.does('putQuestion', { motionId: motion.id, amendmentId: moved.id, way: 'ROLL_CALL' }), motion).amendments[0]!.question!;
    await room.vote(sitting, put, 'AAAAAAANN-');
    await room.does('announceResult', { questionId: put.id });
    await room.announced(motion, await room.called(sitting, motion, this.#votes(10)));
  }

  async #consented(sitting: Sitting, itemId: string): Promise<void> {
    const motion = await this.room.stated(sitting, { itemId, text: both('That the calendar be kept.') });
    const { id } = this.room.questionOf(await this.room.does('putQuestion', { motionId: motion.id, way: 'CONSENT' }), motion);
    await this.room.does('announceResult', { questionId: id });
  }

  async #lapsed({ id, members }: Sitting, itemId: string): Promise<void> {
    const moved = await this.room.does('moveMotion', { id, input: { itemId, text: both('That nobody second this.'), memberId: members[4]!.id } });
    await this.room.does('lapseMotion', { motionId: moved.motions.at(-1)!.id });
  }

  #recused(sitting: Sitting, itemId: string): Promise<Motion> {
    return this.#decided(sitting, { itemId, text: both('That the vendor be paid.'), threshold: 'MAJORITY_OF_MEMBERS' }, `RR${'A'.repeat(7)}N`);
  }

  /** Laid on the table; in every other meeting taken up again, and referred. */
  async #tabled(sitting: Sitting, itemId: string, nth: number): Promise<void> {
    const { id: motionId } = await this.room.stated(sitting, { itemId, text: both('That the garden be dug.') });
    await this.room.does('tableMotion', { motionId });
    if (nth % 2 === 0) return;
    await this.room.does('takeUpMotion', { motionId });
    await this.room.does('referMotion', { motionId, to: 'The garden committee' });
  }

  /** Something that arose after posting, and is acted on. */
  async #urgent(sitting: Sitting, present: number): Promise<Sitting> {
    const { room } = this;
    const input = { title: both('Broken heater'), description: both('It is cold.'), rationale: both('To learn.'), intent: 'ACTION' };
    const { id: itemId } = (await room.does('addItem', { id: sitting.id, input })).items.at(-1)!;
    await room.does('offerComment', { id: sitting.id });
    await this.#decided(sitting, { kind: 'URGENCY', itemId, text: both('That it is urgent.'), immediate: 'It is cold today.', afterPosting: 'It broke last night.' }, 'A'.repeat(present));
    await this.#decided(sitting, { itemId, text: both('That the heater be mended.') }, 'A'.repeat(present));
    return room.read(sitting.id);
  }

  async #speaks(id: string): Promise<void> {
    const { told } = this;
    for (const language of ['es', 'hy']) {
      const acted = await this.#does(`askToSpeak(key: "${randomUUID()}", id: "${id}", input: { visitor: true, name: "Rosa", nameWithheld: true, language: "${language}", translated: true })`);
      const speaker = acted.find(({ state }) => state === 'WAITING')!.id;
      for (const act of ['callSpeaker', 'finishSpeaker']) await this.#does(`${act}(key: "${randomUUID()}", id: "${id}", speakerId: "${speaker}")`);
      told.speeches += 1;
    }
  }

  async #does(call: string, as: Member = this.room.secretary): Promise<{ id: string; state: string }[]> {
    const answer = await this.room.ask(as, `mutation { acted: ${call} { __typename ... on SittingDone { sitting { speakers { id state } } } ... on SittingRefused { refusals { reason } } ... on SittingFaulty { faults { field code } } } }`);
    const acted = answer.data?.['acted'] as { __typename: string; sitting: { speakers: { id: string; state: string }[] } } | undefined;
    if (acted?.__typename !== 'SittingDone') throw new Error(answer.text);
    return acted.sitting.speakers;
  }

  async #closed({ id }: Sitting): Promise<Sitting> {
    const open = (await this.room.read(id)).items.filter(({ outcome }) => outcome === 'OPEN');
    const closing = open.map((item, nth) => `c${nth}: closeItem(key: "${randomUUID()}", id: "${id}", itemId: "${item.id}", outcome: DISCUSSED) { __typename }`);
    const { text } = await this.room.ask(this.room.secretary, `mutation { ${closing.join(' ')} }`);
    if (text.split('SittingDone').length !== open.length + 1) throw new Error(text);
    return this.room.does('adjournMeeting', { id });
  }

  async #circulated({ id }: Sitting): Promise<void> {
    const { data } = await this.room.ask(this.room.secretary, 'query ($id: ID!) { minutes(id: $id) { version gaps { part about } studentNamesFound { blockId language start end } } }', { id });
    const { version, studentNamesFound } = data!['minutes'] as { version: number; studentNamesFound: object[] };
    const answer = await this.room.ask(this.room.secretary, 'mutation ($id: ID!, $version: Int!, $names: [NameDecisionInput!]!) { circulateMinutes(id: $id, version: $version, names: $names) { __typename ... on MinutesRefused { refusals { reason about } } } }', { id, version, names: studentNamesFound.map((found) => ({ ...found, keep: true })) });
    if (!answer.text.includes('MinutesChanged')) throw new Error(answer.text);
  }
}
