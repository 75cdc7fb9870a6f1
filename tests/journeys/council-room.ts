import { randomUUID } from 'node:crypto';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { sessionSource } from '../../packages/server/src/modules/people/index.ts';
import type { Member, World } from '../../packages/server/src/modules/people/testing/world.ts';
import { type Answer, type ServedHouse, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { type TestDatabase, cloneDatabase } from '../../packages/server/src/testing/test-database.ts';
import { bodyWith, passes, seatIn } from './meeting-targets.ts';

export const QUESTION = '{ id way state stoppedWhy objections quorumMet myChoice lines { memberId vote } explained { adopted ayes noes abstentions recused needed of denominator threshold } viewerCan { vote object stop announce } }';
export const SITTING = `{
  id state quorum { needed present members met } members { id name presence } currentItemId items { id label outcome urgencyFound }
  motions {
    id number kind state itemId threshold oneOf disposedBy referredTo moverId seconderId moverName seconderName movedAloud text { text } textNow { locale text } urgency { immediate }
    amendments { id number state text { text } question ${QUESTION} } question ${QUESTION} blockers { reason source about } decision { id number }
    viewerCan { second amend withdraw lapse state putQuestion table takeUp refer }
  }
  decisions { id number decidedOn itemId text { text } rationale { text } actions { id } body { id } meeting { id } }
  actionItems { id title ownerName ownerIsViewer due overdue state version note decisionId viewerCan { revise finish drop reopen } }
}`;
const answered = (sitting: string) => `{ __typename ... on SittingDone { repeated sitting ${sitting} } ... on SittingRefused { refusals { reason source about } sitting ${sitting} } ... on SittingFaulty { faults { field code } } }`;

export interface Line { readonly memberId: string; readonly vote: string | null }
export interface Question {
  readonly id: string;
  readonly way: string;
  readonly state: string;
  readonly objections: number;
  readonly quorumMet: boolean;
  readonly myChoice: string | null;
  readonly lines: readonly Line[];
  readonly explained: Readonly<Record<string, unknown>> | null;
}
export interface Amendment { readonly id: string; readonly state: string; readonly question: Question | null }
export interface Motion {
  readonly id: string;
  readonly state: string;
  readonly textNow: readonly { readonly text: string }[];
  readonly amendments: readonly Amendment[];
  readonly question: Question | null;
  readonly blockers: readonly { readonly reason: string }[];
}
export interface Sitting {
  readonly id: string;
  readonly state: string;
  readonly members: readonly { readonly id: string; readonly name: string | null }[];
  readonly items: readonly { readonly id: string; readonly outcome: string; readonly urgencyFound: boolean }[];
  readonly motions: readonly Motion[];
  readonly decisions: readonly { readonly id: string }[];
  readonly actionItems: readonly { readonly id: string; readonly version: number; readonly state: string }[];
}
export interface Acted {
  readonly __typename: string;
  readonly repeated?: boolean;
  readonly sitting?: Sitting;
  readonly refusals?: readonly { readonly reason: string; readonly source: string | null; readonly about: readonly string[] }[];
  readonly faults?: readonly { readonly field: string; readonly code: string }[];
}

const DAY = 86_400_000;
const both = (text: string) => [{ locale: 'en', text }, { locale: 'es', text: `${text} (es)` }];
const TYPES: Readonly<Record<string, string>> = {
  key: 'ID!', id: 'ID!', motionId: 'ID!', amendmentId: 'ID!', questionId: 'ID!', memberId: 'ID', itemId: 'ID', input: 'MotionInput!', text: '[LocalizedTextInput!]!', choice: 'VoteChoice!', way: 'QuestionWay!',
  why: 'String!', to: 'String!', kind: 'AttendanceKind!', outcome: 'ItemOutcome!',
};

const OWN_TYPES: Readonly<Record<string, string>> = {
  'assignAction.input': 'ActionItemInput!', 'addItem.input': 'AgendaItemInput!', 'recordAttendance.memberId': 'ID!', 'putQuestion.amendmentId': 'ID', 'closeItem.itemId': 'ID!',
};

/** A served house with councils that meet in it, for stories about what happens in the room. */
export class CouncilRoom {
  private constructor(readonly test: TestDatabase, readonly served: ServedHouse, readonly world: World, readonly secretary: Member, private readonly selection: string) {}

  /** @param selection what every act answers of the sitting; less of it for who acts a thousand times. */
  static async open(tell: (db: TestDatabase) => Promise<World>, selection = SITTING): Promise<CouncilRoom> {
    const test = await cloneDatabase('pglite', entities);
    const served = await serveHouse({ db: test.database, schema: buildSchema(), rooms, sessions: sessionSource(test.database) });
    const world = await tell(test);
    return new CouncilRoom(test, served, world, world.coordinators[0]!, selection);
  }

  async close(): Promise<void> {
    await this.served.close();
    await this.test.database.close();
  }

  ask(as: Member | null, query: string, variables: object = {}): Promise<Answer> { return this.served.ask(query, variables, { ...as?.headers }); }

  owner(sql: string): Promise<{ rows: Record<string, unknown>[] }> { return this.test.database.executeAsOwner(sql); }

  /** A body whose voting seats these people hold, the first of them its chair. */
  async body(seated: readonly (readonly [string, readonly Member[]])[], { law = 'GREENE', rules = {} }: { readonly law?: string; readonly rules?: object } = {}): Promise<string> {
    const id = await bodyWith(this.test.database, this.world, { CHAIR: seated[0]![1][0]!, SECRETARY: this.secretary });
    for (const [constituency, sitters] of seated) await seatIn(this.test.database, this.world, id, constituency, sitters);
    await this.owner(`update governing_body set meeting_law = '${law}' where id = '${id}'`);
    await this.owner(`update bylaws set rules = rules || '${JSON.stringify(rules)}' where body_id = '${id}'`);
    return id;
  }

  /** A noticed meeting of it whose hour has come, with its first members in the room and called to order. */
  async sits(bodyId: string, present: number, { items = ['Budget'], change }: { readonly items?: readonly string[]; readonly change?: string } = {}): Promise<Sitting> {
    const plan = async (call: string, parameters: string, variables: object) =>
      ((await this.ask(this.secretary, `mutation (${parameters}) { acted: ${call} { ... on MeetingChanged { meeting { id version agenda { id } notices { postedAt } } } } }`, variables)).data!['acted'] as { meeting: { id: string; version: number; agenda: { id: string }[]; notices: { postedAt: string }[] } }).meeting;
    let meeting = await plan('draftMeeting(bodyId: $body, input: $input)', '$body: ID!, $input: MeetingInput!', {
      body: bodyId, input: { kind: 'REGULAR', title: both('Council'), startsAt: new Date(Date.now() + 4 * DAY).toISOString(), place: both('Library'), interpretation: ['es'] },
    });
    const item = (text: string) => ({ title: both(text), description: both('What it is.'), rationale: both('What for.'), intent: 'ACTION' });
    for (const text of items) meeting = await plan('addAgendaItem(id: $id, version: $version, input: $input)', '$id: ID!, $version: Int!, $input: AgendaItemInput!', { ...meeting, input: item(text) });
    const post = async () => { meeting = await plan('postNotice(id: $id, version: $version)', '$id: ID!, $version: Int!', meeting); };
    await post();
    await plan('provePosting(id: $id, version: $version, input: $input)', '$id: ID!, $version: Int!, $input: PostingProofInput!',
      { ...meeting, input: { noticeNumber: 1, where: 'SITE', place: 'Gate', postedAt: meeting.notices[0]!.postedAt } });
    if (change !== undefined) {
      await passes(this.test.database, meeting.id, 48);
      meeting = { ...meeting, version: meeting.version + 1 };
      meeting = await plan('reviseAgendaItem(id: $id, version: $version, itemId: $itemId, input: $input)', '$id: ID!, $version: Int!, $itemId: ID!, $input: AgendaItemInput!', { ...meeting, itemId: meeting.agenda[0]!.id, input: item(change) });
      await post();
    }
    await passes(this.test.database, meeting.id, change === undefined ? 97 : 49);
    const sitting = await this.read(meeting.id);
    await this.arrive(sitting, sitting.members.slice(0, present));
    return this.does('callToOrder', { id: sitting.id });
  }

  async read(id: string, as: Member | null = this.secretary): Promise<Sitting> {
    return ((await this.ask(as, `query ($id: ID!) { meeting(id: $id) { sitting ${this.selection} } }`, { id })).data!['meeting'] as { sitting: Sitting }).sitting;
  }

  /** One act of the room, whatever comes of it. */
  async act(as: Member | null, name: string, variables: Readonly<Record<string, unknown>>): Promise<Acted> {
    const all: Readonly<Record<string, unknown>> = { key: randomUUID(), ...variables };
    const type = (argument: string) => OWN_TYPES[`${name}.${argument}`] ?? TYPES[argument]!;
    const parameters = Object.keys(all).map((argument) => `$${argument}: ${type(argument)}`).join(', ');
    const passed = Object.keys(all).map((argument) => `${argument}: $${argument}`).join(', ');
    const answer = await this.ask(as, `mutation (${parameters}) { acted: ${name}(${passed}) ${answered(this.selection)} }`, all);
    if (!answer.data?.['acted']) throw new Error(`${name}: ${answer.text}`);
    return answer.data['acted'] as Acted;
  }

  /** The same by whoever runs the sitting, and done. */
  async does(name: string, variables: Readonly<Record<string, unknown>>, as: Member = this.secretary): Promise<Sitting> {
    const acted = await this.act(as, name, variables);
    if (acted.__typename !== 'SittingDone') throw new Error(`${name}: ${JSON.stringify({ ...acted, sitting: undefined })}`);
    return acted.sitting!;
  }

  /** Why it was refused. */
  async why(name: string, variables: Readonly<Record<string, unknown>>, as: Member = this.secretary): Promise<string[]> {
    const acted = await this.act(as, name, variables);
    return acted.refusals?.map(({ reason }) => reason) ?? [acted.__typename];
  }

  arrive({ id }: Sitting, members: Sitting['members']): Promise<void> {
    return this.#allDone(members.map((member) => `recordAttendance(key: "${randomUUID()}", id: "${id}", memberId: "${member.id}", kind: ARRIVED)`));
  }

  /** Several acts in one request. */
  async #allDone(acts: readonly string[]): Promise<void> {
    if (acts.length === 0) return;
    const { data, text } = await this.ask(this.secretary, `mutation { ${acts.map((act, nth) => `a${nth}: ${act} { __typename }`).join(' ')} }`);
    if (!data || acts.some((_, nth) => (data[`a${nth}`] as Acted | null)?.__typename !== 'SittingDone')) throw new Error(text);
  }

  /** A motion that is before the body: moved by its first member aloud, seconded by the second, stated. */
  async stated(sitting: Sitting, input: object = {}): Promise<Motion> {
    const [first, second] = sitting.members;
    const moved = await this.does('moveMotion', { id: sitting.id, input: { itemId: sitting.items[0]?.id, text: both('That it be so.'), memberId: first!.id, ...input } });
    const { id } = moved.motions.at(-1)!;
    await this.does('secondMotion', { motionId: id, memberId: second!.id });
    return (await this.does('stateMotion', { motionId: id })).motions.at(-1)!;
  }

  /** The votes of its members in the order of seats, said aloud: A, N, - (abstains), R (recused), . (says nothing). */
  async called(sitting: Sitting, motion: Motion, votes: string): Promise<Question> {
    const question = this.questionOf(await this.does('putQuestion', { motionId: motion.id, way: 'ROLL_CALL' }), motion);
    await this.vote(sitting, question, votes);
    return question;
  }

  vote({ members }: Sitting, { id }: Pick<Question, 'id'>, votes: string): Promise<void> {
    const choices: Readonly<Record<string, string>> = { A: 'AYE', N: 'NO', '-': 'ABSTAIN', R: 'RECUSED' };
    return this.#allDone([...votes].flatMap((said, nth) =>
      (said === '.' ? [] : [`castVote(key: "${randomUUID()}", questionId: "${id}", choice: ${choices[said]}, memberId: "${members[nth]!.id}")`])));
  }

  questionOf(sitting: Sitting, { id }: Pick<Motion, 'id'>): Question { return this.motionOf(sitting, { id }).question!; }

  motionOf({ motions }: Sitting, { id }: Pick<Motion, 'id'>): Motion { return motions.find((motion) => motion.id === id)!; }

  /** As announced. */
  async announced(motion: Motion, question: Question): Promise<Motion> {
    return this.motionOf(await this.does('announceResult', { questionId: question.id }), motion);
  }
}
