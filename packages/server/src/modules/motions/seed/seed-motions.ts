import { randomUUID } from 'node:crypto';
import { school } from '../../../platform/database/database.ts';
import type { Demonstration, House } from '../../../platform/room.ts';
import {
  type SittingAnswer, type SittingMemberRecord, adjournMeeting, callToOrder, closeItem, countVisitors, dueMeeting, offerComment, recordAttendance, sittingsById, takeUpItem,
} from '../../meetings/index.ts';
import { type ViewerFacts, viewerFacts } from '../../people/index.ts';
import { announceResult } from '../application/announce-result.ts';
import { assignAction } from '../application/assign-action.ts';
import { castVote } from '../application/cast-vote.ts';
import type { ActAt } from '../application/change-motion.ts';
import { stateMotion } from '../application/dispose-motion.ts';
import { motionsOfSittings, openQuestion } from '../application/motion-record.ts';
import { moveMotion, secondMotion } from '../application/move-motion.ts';
import { putQuestion } from '../application/put-question.ts';
import { ACTIONS, HELD, HELD_AGENDA, MOTIONS, SITE, WAITING, WAITING_AGENDA } from './demonstration-sitting.ts';

/** A meeting of the committee that was held, with what it decided; and one that waits to be called to order. */
export async function seedMotions(house: House, { schoolId, environmentId, people }: Demonstration): Promise<void> {
  const secretary = await viewerFacts(house, { schoolId, personId: people['clerk'] ?? '' });
  const em = house.db.under(school(schoolId));
  const [committee] = await em.execute<{ id: string; council: string | null; soon: string; later: string }[]>(
    `select g.id, (current_date + 14)::text as soon, (current_date + 30)::text as later,
       (select c.id from governing_body c where c.environment_id = g.environment_id and c.kind = 'SSC' limit 1) as council
     from governing_body g where g.environment_id = ? and g.kind = 'ELAC' limit 1`, [environmentId]);
  if (secretary === null || committee === undefined) return;
  const id = await dueMeeting(house, secretary, committee.id, HELD, HELD_AGENDA, SITE);
  const held = new HeldMeeting(house, secretary, id);
  await held.begin();
  for (const motion of MOTIONS) await held.decides(motion, committee.council);
  const decision = await held.firstDecision();
  for (const [owner, due] of [['coordinator', committee.soon], ['clerk', committee.later]] as const) {
    done(await assignAction(house, secretary, held.at(), { decisionId: decision, itemId: null, title: ACTIONS[owner], ownerId: people[owner] ?? secretary.personId, memberId: null, due, keepNames: false }));
  }
  done(await adjournMeeting(house, secretary, randomUUID(), id));
  await dueMeeting(house, secretary, committee.id, WAITING, WAITING_AGENDA, SITE);
}

/** One sitting, held by its secretary alone, who enters what members say aloud. */
class HeldMeeting {
  constructor(private readonly house: House, private readonly secretary: ViewerFacts, private readonly id: string) {}

  at(id = this.id): ActAt { return { key: randomUUID(), id }; }

  async begin(): Promise<void> {
    for (const { id } of await this.#members()) done(await recordAttendance(this.house, this.secretary, randomUUID(), this.id, id, { kind: 'ARRIVED', way: null, at: null }));
    done(await callToOrder(this.house, this.secretary, randomUUID(), this.id, { presidingId: null, recorderId: null }));
    done(await countVisitors(this.house, this.secretary, randomUUID(), this.id, 4));
    done(await offerComment(this.house, this.secretary, randomUUID(), this.id, null));
  }

  async decides({ item, text, votes, answerIn }: (typeof MOTIONS)[number], council: string | null): Promise<void> {
    const { house, secretary } = this;
    const [first, second, ...others] = (await this.#members()).filter((member) => member.votes);
    const itemId = (await this.#sitting()).items[item]!.id;
    done(await takeUpItem(house, secretary, randomUUID(), this.id, itemId));
    done(await moveMotion(house, secretary, this.at(), {
      itemId, text, immediate: null, afterPosting: null, keepNames: false,
      ...(answerIn === undefined ? { kind: 'MAIN', aboutId: null, reviewOn: null } : { kind: 'RECOMMEND', aboutId: council, reviewOn: await this.#dayIn(answerIn) }), threshold: null, memberId: second!.id,
    }));
    const motionId = (await this.#motions()).motions.at(-1)!.id;
    done(await secondMotion(house, secretary, this.at(motionId), others[0]!.id));
    done(await stateMotion(house, secretary, this.at(motionId)));
    done(await putQuestion(house, secretary, this.at(motionId), null, votes === null ? 'CONSENT' : 'ROLL_CALL'));
    const question = openQuestion((await this.#motions()).motions.at(-1)!)!.id;
    for (const [n, member] of [first!, second!, ...others].entries()) {
      const choice = votes?.[n];
      if (choice) done(await castVote(house, secretary, this.at(question), choice, member.id));
    }
    done(await announceResult(house, secretary, this.at(question)));
    const { outcome } = (await this.#sitting()).items[item]!;
    if (outcome === 'OPEN') done(await closeItem(house, secretary, randomUUID(), this.id, itemId, 'ACTED'));
  }

  async firstDecision(): Promise<string> { return (await this.#motions()).decisions[0]!.id; }

  async #members(): Promise<readonly SittingMemberRecord[]> { return (await this.#sitting()).members; }

  async #sitting() { return (await sittingsById(this.#em(), [this.id]))[0]!; }

  async #motions() { return (await motionsOfSittings(this.#em(), [this.id]))[0]!; }

  async #dayIn(days: number): Promise<string> {
    const [row] = await this.#em().execute<{ day: string }[]>(
      `select ((now() at time zone e.time_zone)::date + ?::int)::text as day from meeting m join learning_environment e on e.id = m.environment_id where m.id = ?`, [days, this.id]);
    return row!.day;
  }

  #em() { return this.house.db.under(school(this.secretary.schoolId)); }
}

function done(answer: SittingAnswer): void {
  if (answer.answer !== 'DONE') throw new Error(`the demonstration's sitting was refused: ${JSON.stringify({ ...answer, sitting: undefined })}`);
}
