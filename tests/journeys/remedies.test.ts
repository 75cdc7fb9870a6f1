import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remindOfAnswers } from '../../packages/server/src/modules/remedies/application/remind-of-answers.ts';
import { type Member, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { CouncilRoom, type Sitting } from './council-room.ts';

const DAY = 86_400_000;
const daysAfter = (day: string, days: number) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const both = (text: string) => [{ locale: 'en', text }, { locale: 'es', text: `${text} (es)` }];
const aSecret = () => randomBytes(16).toString('base64url');

const DEMAND = '{ id version state ground itemId itemTitle { locale text } demandedOn demandUntil answerBy suitUntil settledOn words name contact answer { text } motionId agendaMeetingId viewerCanAnswer }';
const DEMANDED = `{ __typename ... on DemandChanged { demand ${DEMAND} } ... on DemandStale { demand ${DEMAND} } ... on RemedyRefused { reason source about } ... on RemedyFaulty { faults { field code about } } }`;
interface Demand { readonly id: string; readonly version: number; readonly state: string; readonly demandedOn: string; readonly agendaMeetingId: string | null }
interface Answered { readonly __typename: string; readonly demand?: Demand; readonly reason?: string; readonly source?: string; readonly about?: readonly string[]; readonly faults?: readonly object[] }
interface Agenda { readonly id: string; readonly version: number; readonly agenda: readonly { readonly id: string; readonly intent: string; readonly title: readonly { readonly locale: string; readonly text: string }[]; readonly description: readonly { readonly locale: string; readonly text: string }[] }[] }

/** What a body owes to who is not satisfied, and to whom it asked for advice, over the API. */
describe('a body owes', () => {
  let room: CouncilRoom;
  let teachers: readonly Member[];
  let parent: Member;

  beforeAll(async () => {
    room = await CouncilRoom.open(({ database }) => aSchool(database).withCoordinators(2).withTeachers(3).withParents(2).open());
    teachers = room.world.teachers;
    parent = room.world.parents[0]!;
  });
  afterAll(() => room?.close());

  const council = (law: string) => room.body([['TEACHER', teachers]], { law });
  const mutate = async <T>(as: Member | null, parameters: string, call: string, selection: string, variables: object): Promise<T> => {
    const answer = await room.ask(as, `mutation (${parameters}) { acted: ${call} ${selection} }`, variables);
    if (!answer.data?.['acted']) throw new Error(`${call}: ${answer.text}`);
    return answer.data['acted'] as T;
  };
  const demand = (as: Member | null, meetingId: string, input: object) =>
    mutate<Answered>(as, '$meetingId: ID!, $input: DemandInput!', 'demandReconsideration(meetingId: $meetingId, input: $input)', DEMANDED, { meetingId, input: { ground: 'OTHER', words: 'Nobody was let in.', secret: aSecret(), ...input } });
  const followed = async (as: Member | null, secret: string) => (await room.ask(as, `query ($secret: String!) { demand(secret: $secret) ${DEMAND} }`, { secret })).data!['demand'] as Demand | null;
  const demandsOf = async (as: Member | null, id: string) =>
    (await room.ask(as, `query ($id: ID!) { meeting(id: $id) { demandTerms { open reason source agendaUntil otherUntil } demands ${DEMAND} } }`, { id })).data!['meeting'] as { demandTerms: object; demands: Demand[] };
  const mailOf = async (member: Member) =>
    ((await room.ask(member, '{ viewer { messages(first: 20) { edges { node { kind title body path } } } } }')).data!['viewer'] as { messages: { edges: { node: { kind: string; title: string; body: string; path: string } }[] } }).messages.edges.map(({ node }) => node);

  interface Need { readonly kind: string; readonly targetId: string; readonly dueAt: string; readonly title: readonly { readonly text: string }[] }
  /** Answers that wait on somebody's own page about one thing. */
  const owedTo = async (member: Member, targetId: string) =>
    ((await room.ask(member, '{ viewer { needs { kind targetId dueAt title { text } } } }')).data!['viewer'] as { needs: Need[] }).needs.filter((need) => need.targetId === targetId && /OWED|DEMAND/.test(need.kind));
  const remind = () => remindOfAnswers(room.served.house);
  const dayIn = (days: number) => `(select (now() at time zone time_zone)::date + ${days} from learning_environment e where e.id = environment_id)`;

  async function draft(bodyId: string): Promise<Agenda> {
    const { meeting } = await mutate<{ meeting: Agenda }>(room.secretary, '$bodyId: ID!, $input: MeetingInput!', 'draftMeeting(bodyId: $bodyId, input: $input)',
      '{ ... on MeetingChanged { meeting { id version agenda { id intent title { locale text } description { locale text } } } } }',
      { bodyId, input: { kind: 'REGULAR', title: both('Next'), startsAt: new Date(Date.now() + 9 * DAY).toISOString(), place: both('Library'), interpretation: [] } });
    return meeting;
  }
  const planned = async (id: string, as: Member | null = room.secretary) =>
    (await room.ask(as, 'query ($id: ID!) { meeting(id: $id) { id version agenda { id } settledItems { itemId how settledOn } } }', { id })).data!['meeting'] as { version: number; agenda: { id: string }[]; settledItems: object[] };
  const discard = ({ id }: Agenda) => room.ask(room.secretary, 'query ($id: ID!) { meeting(id: $id) { id version } }', { id }).then(({ data }) =>
    mutate<object>(room.secretary, '$id: ID!, $version: Int!', 'discardMeeting(id: $id, version: $version)', '{ ... on MeetingChanged { meeting { id } } }', data!['meeting'] as object));
  const adjourned = async (bodyId: string): Promise<Sitting> => {
    const sitting = await room.sits(bodyId, 3);
    await room.does('closeItem', { id: sitting.id, itemId: sitting.items[0]!.id, outcome: 'DISCUSSED' });
    return room.does('adjournMeeting', { id: sitting.id });
  };

  describe('another look, where the law knows a demand:', () => {
    it('anybody demands it without an account, once however often it is sent; it comes first on the next agenda, and its words stay with who answers', async () => {
      const body = await council('BROWN');
      const sitting = await adjourned(body);
      const input = { itemId: sitting.items[0]!.id, name: 'Rosa Vecina', contact: 'rosa@example.org', secret: aSecret() };
      expect(await demand(null, sitting.id, { ...input, words: ' ', contact: 'x'.repeat(301) })).toMatchObject({ faults: [{ field: 'words', code: 'REQUIRED' }, { field: 'contact', code: 'TOO_LONG' }] });
      const made = (await demand(null, sitting.id, input)).demand!;
      expect(made).toMatchObject({ state: 'RECEIVED', words: 'Nobody was let in.', name: 'Rosa Vecina', answerBy: daysAfter(made.demandedOn, 30), suitUntil: daysAfter(made.demandedOn, 45), viewerCanAnswer: false });
      expect((await demand(null, sitting.id, input)).demand).toEqual(made);
      expect(await followed(null, input.secret)).toEqual(made);
      expect(await followed(parent, aSecret())).toBeNull();
      for (const who of [null, parent]) expect((await demandsOf(who, sitting.id)).demands).toMatchObject([{ id: made.id, words: null, name: null, contact: null, answerBy: daysAfter(made.demandedOn, 30) }]);
      expect((await demandsOf(room.secretary, sitting.id)).demands).toMatchObject([{ words: 'Nobody was let in.', contact: 'rosa@example.org', viewerCanAnswer: true }]);
      expect((await mailOf(room.secretary))[0]).toMatchObject({ kind: 'DEMAND_RECEIVED', path: `/meetings/${sitting.id}` });

      const next = await draft(body);
      expect(next.agenda[0]).toMatchObject({ intent: 'ACTION', title: [{ text: 'Reconsider: Budget' }, { locale: 'es', text: 'Reconsiderar: Budget (es)' }] });
      expect(await followed(null, input.secret)).toMatchObject({ state: 'ON_AGENDA', agendaMeetingId: next.id });
    });

    it('in writing, by who answers for the body; and not twice', async () => {
      const sitting = await adjourned(await council('GREENE'));
      const secret = aSecret();
      const { id, version } = (await demand(parent, sitting.id, { itemId: sitting.items[0]!.id, secret })).demand!;
      const reply = (as: Member, at: object, answer: object[]) => mutate<Answered>(as, '$id: ID!, $version: Int!, $answer: [LocalizedTextInput!]!', 'answerDemand(id: $id, version: $version, answer: $answer)', DEMANDED, { ...at, answer });
      await expect(reply(parent, { id, version }, both('No.'))).rejects.toThrow('NOT_FOUND');
      expect(await reply(room.secretary, { id, version: 9 }, both('No.'))).toMatchObject({ __typename: 'DemandStale' });
      expect(await reply(room.secretary, { id, version }, [])).toMatchObject({ faults: [{ field: 'answer', code: 'REQUIRED' }] });
      expect((await reply(room.secretary, { id, version }, both('We vote again.'))).demand).toMatchObject({ state: 'ANSWERED', settledOn: expect.any(String), answer: [{ text: 'We vote again.' }, {}], suitUntil: null });
      expect(await reply(room.secretary, { id, version: version + 1 }, both('No.'))).toMatchObject({ reason: 'SETTLED', about: ['ANSWERED'] });
      expect(await mutate(null, '$secret: String!', 'withdrawDemand(secret: $secret)', DEMANDED, { secret })).toMatchObject({ reason: 'SETTLED' });
    });

    it('by a motion to reconsider that says which demand, adopted or voted down', async () => {
      const body = await council('GREENE');
      const first = await adjourned(body);
      const [kept, dropped] = [aSecret(), aSecret()];
      for (const secret of [kept, dropped]) await demand(null, first.id, { itemId: first.items[0]!.id, secret });
      const [{ id: keptId }, { id: droppedId }] = [(await followed(null, kept))!, (await followed(null, dropped))!];
      const sitting = await room.sits(body, 3, { items: [] });
      expect(sitting.items).toHaveLength(2);
      await room.does('offerComment', { id: sitting.id });
      const move = (nth: number, aboutId: string) => room.stated(sitting, { kind: 'RECONSIDER', itemId: sitting.items[nth]!.id, aboutId });
      const vote = async (motion: Awaited<ReturnType<typeof move>>, votes: string) => room.does('announceResult', { questionId: (await room.called(sitting, motion, votes)).id });
      const strange = await move(0, first.id);
      const asked = await room.called(sitting, strange, 'AAA');
      expect(await room.why('announceResult', { questionId: asked.id })).toEqual(['NO_SUCH_SUBJECT']);
      await room.does('stopQuestion', { questionId: asked.id, why: 'It names no demand.' });
      await room.does('withdrawMotion', { motionId: strange.id });
      await vote(await move(0, keptId), 'AAN');
      await vote(await move(1, droppedId), 'ANN');
      expect(await followed(null, kept)).toMatchObject({ state: 'RECONSIDERED', motionId: expect.any(String) });
      expect(await followed(null, dropped)).toMatchObject({ state: 'CONFIRMED', motionId: expect.any(String), settledOn: expect.any(String) });
    });

    it('no longer, once a motion to reconsider was voted down at another meeting: the draft it is on loses it, a notice says so', async () => {
      const body = await council('GREENE');
      const held = await adjourned(body);
      const [waiting, hanging] = [aSecret(), aSecret()];
      const itemOf = { itemId: held.items[0]!.id };
      const { id: hangingId } = (await demand(null, held.id, { ...itemOf, secret: hanging })).demand!;
      const noticed = await draft(body);
      expect(noticed.agenda).toHaveLength(1);
      await mutate(room.secretary, '$id: ID!, $version: Int!', 'postNotice(id: $id, version: $version)', '{ __typename ... on MeetingFaulty { faults { field code } } }', noticed);
      const next = await draft(body);
      const { id: waitingId } = (await demand(null, held.id, { ...itemOf, secret: waiting })).demand!;
      expect((await planned(next.id)).agenda).toHaveLength(1);
      const sitting = await room.sits(body, 3, { items: ['Other'] });
      await room.does('offerComment', { id: sitting.id });
      for (const aboutId of [waitingId, hangingId]) {
        const motion = await room.stated(sitting, { kind: 'RECONSIDER', itemId: sitting.items[0]!.id, aboutId });
        await room.does('announceResult', { questionId: (await room.called(sitting, motion, 'ANN')).id });
      }
      expect(await followed(null, waiting)).toMatchObject({ state: 'CONFIRMED' });
      expect((await planned(next.id)).agenda).toEqual([]);
      expect(await planned(noticed.id, null)).toMatchObject({ agenda: [{}], settledItems: [{ itemId: noticed.agenda[0]!.id, how: 'CONFIRMED', settledOn: expect.any(String) }] });
    });

    it('no longer, once it was taken back or answered in writing: it leaves the draft it is on; a notice stays as it hangs, and says so', async () => {
      const body = await council('BROWN');
      const sitting = await adjourned(body);
      const [first, second, third] = [aSecret(), aSecret(), aSecret()];
      const made = async (secret: string) => (await demand(null, sitting.id, { itemId: sitting.items[0]!.id, secret })).demand!;
      const takeBack = (secret: string) => mutate<Answered>(null, '$secret: String!', 'withdrawDemand(secret: $secret)', DEMANDED, { secret });
      const reply = ({ id, version }: Demand) => mutate<Answered>(room.secretary, '$id: ID!, $version: Int!, $answer: [LocalizedTextInput!]!', 'answerDemand(id: $id, version: $version, answer: $answer)', DEMANDED, { id, version, answer: both('We vote again.') });
      const [, answered] = [await made(first), await made(second)];
      const next = await draft(body);
      expect(next.agenda).toHaveLength(2);
      // What a secretary put under it leaves with it.
      const part = { title: both('Its papers'), description: both('What.'), rationale: both('Why.'), intent: 'DISCUSSION' };
      await mutate(room.secretary, '$id: ID!, $version: Int!, $input: AgendaItemInput!, $place: ItemPlaceInput', 'addAgendaItem(id: $id, version: $version, input: $input, place: $place)', '{ ... on MeetingChanged { meeting { id } } }',
        { ...next, input: part, place: { parentId: next.agenda[0]!.id, position: 1 } });
      expect((await planned(next.id)).agenda).toHaveLength(3);
      expect((await takeBack(first)).demand).toMatchObject({ state: 'WITHDRAWN', agendaMeetingId: null });
      expect((await planned(next.id)).agenda).toMatchObject([{ id: next.agenda[1]!.id }]);
      await reply(answered);
      expect(await planned(next.id)).toMatchObject({ agenda: [], version: next.version + 3, settledItems: [] });

      await made(third);
      const { agenda: [item], version } = await planned(next.id);
      await mutate(room.secretary, '$id: ID!, $version: Int!', 'postNotice(id: $id, version: $version)', '{ ... on MeetingChanged { meeting { id } } }', { id: next.id, version });
      expect(await planned(next.id)).toMatchObject({ settledItems: [] });
      await takeBack(third);
      for (const who of [null, room.secretary]) expect(await planned(next.id, who)).toMatchObject({ agenda: [{ id: item!.id }], settledItems: [{ itemId: item!.id, how: 'WITHDRAWN', settledOn: answered.demandedOn }] });
    });

    it('nor once it was carried over to a draft', async () => {
      const body = await council('GREENE');
      const held = await adjourned(body);
      const secret = aSecret();
      await demand(null, held.id, { itemId: held.items[0]!.id, secret });
      const sitting = await room.sits(body, 3, { items: [] });
      await room.does('closeItem', { id: sitting.id, itemId: sitting.items[0]!.id, outcome: 'CONTINUED' });
      await room.does('adjournMeeting', { id: sitting.id });
      const next = await draft(body);
      expect(next.agenda).toMatchObject([{ title: [{ text: 'Reconsider: Budget' }, {}] }]);
      await mutate<Answered>(null, '$secret: String!', 'withdrawDemand(secret: $secret)', DEMANDED, { secret });
      expect((await planned(next.id)).agenda).toEqual([]);
    });

    it('and reminds whoever answers for the body a week before the day and on it, until it is settled', async () => {
      const sitting = await adjourned(await council('BROWN'));
      const { id, version } = (await demand(null, sitting.id, { itemId: sitting.items[0]!.id })).demand!;
      const dueIn = (days: number) => room.owner(`update reconsideration_demand set demanded_on = demanded_on - 60, answer_by = ${dayIn(days)} where id = '${id}'`);
      const [chair, secretary, elsewhere] = [teachers[0]!, room.secretary, room.world.coordinators[1]!];
      await dueIn(8);
      expect(await remind()).toBe(0);
      for (const days of [7, 0]) {
        await dueIn(days);
        expect([await remind(), await remind()]).toEqual([2, 0]);
      }
      await dueIn(-1);
      expect(await remind()).toBe(0);
      for (const message of (await mailOf(chair)).slice(0, 2)) expect(message).toMatchObject({ kind: 'DEMAND_DUE', title: 'Body has not answered a demand yet', path: `/meetings/${sitting.id}` });
      for (const who of [chair, secretary]) expect(await owedTo(who, sitting.id)).toMatchObject([{ kind: 'ANSWER_DEMAND', title: [{ text: 'Budget' }, {}], dueAt: expect.any(String) }]);
      // Its officers answer for it, not whoever keeps the environment; where it has none, they do.
      for (const who of [elsewhere, parent, teachers[1]!]) expect(await owedTo(who, sitting.id)).toEqual([]);
      await room.owner(`update officer_term set ended_at = now(), end_reason = 'Left' where body_id = (select body_id from meeting where id = '${sitting.id}')`);
      expect([(await owedTo(elsewhere, sitting.id)).length, (await owedTo(chair, sitting.id)).length]).toEqual([1, 0]);
      await mutate<Answered>(elsewhere, '$id: ID!, $version: Int!, $answer: [LocalizedTextInput!]!', 'answerDemand(id: $id, version: $version, answer: $answer)', DEMANDED, { id, version, answer: both('No.') });
      expect(await owedTo(elsewhere, sitting.id)).toEqual([]);
    });

    it('while there is time: not of a private body, not before the meeting, not of what it did not do, and not after the days the law sets', async () => {
      const [brown, greene, own] = await Promise.all([council('BROWN'), council('GREENE'), council('PRIVATE')]);
      const [open, late, free] = [await room.sits(greene, 3), await adjourned(brown), await adjourned(own)];
      const itemOf = (sitting: Sitting) => ({ itemId: sitting.items[0]!.id });
      expect(await demand(null, free.id, itemOf(free))).toMatchObject({ reason: 'NO_REMEDY', source: 'bylaws' });
      expect(await demand(null, open.id, itemOf(open))).toMatchObject({ reason: 'WRONG_STATE', about: ['IN_SESSION'] });
      expect(await demand(null, late.id, itemOf(open))).toMatchObject({ reason: 'NO_SUCH_ITEM' });
      await room.owner(`update sitting set hung_since = hung_since - interval '60 days', noticed_for = noticed_for - interval '60 days', frozen_at = frozen_at - interval '60 days', called_to_order_at = called_to_order_at - interval '60 days', ended_at = ended_at - interval '60 days' where meeting_id = '${late.id}'`);
      expect(await demand(null, late.id, { ...itemOf(late), ground: 'AGENDA' })).toMatchObject({ reason: 'DEMAND_TOO_LATE', source: 'Gov. Code 54960.1', about: [expect.any(String)] });
      const secret = aSecret();
      expect((await demand(null, late.id, { ...itemOf(late), secret })).demand).toMatchObject({ state: 'RECEIVED' });
      expect((await demandsOf(null, late.id)).demandTerms).toMatchObject({ open: true, source: 'Gov. Code 54960.1' });
      expect((await demandsOf(null, free.id)).demandTerms).toMatchObject({ open: false, reason: 'NO_REMEDY' });
      await room.owner(`update reconsideration_demand set demanded_on = demanded_on - 31, answer_by = answer_by - 31 where meeting_id = '${late.id}'`);
      expect(await followed(null, secret)).toMatchObject({ state: 'OVERDUE' });
      expect((await mutate<Answered>(null, '$secret: String!', 'withdrawDemand(secret: $secret)', DEMANDED, { secret })).demand).toMatchObject({ state: 'WITHDRAWN', suitUntil: null });
    });
  });

  describe('an answer to what it was advised (J7):', () => {
    const RECOMMENDATION = `{ id version state decidedOn due agendaMeetingId from { id } to { id } title { locale text } text { text } motions { id } response { kind givenOn motionId text { locale text } }
      suggestion { id words locale name mine translations { locale text } } viewerCan { draft giveAsChair } }`;
    const SUGGESTED = '{ __typename ... on SuggestionChanged { suggestion { id version state words locale name translations { locale text } agendaMeetingId recommendationId } } ... on RemedyRefused { reason about } ... on RemedyFaulty { faults { field code } } }';
    const RESPONDED = `{ __typename ... on RecommendationChanged { recommendation ${RECOMMENDATION} } ... on RemedyRefused { reason source about } ... on RemedyFaulty { faults { field code about } } }`;
    interface Recommendation { readonly id: string; readonly version: number; readonly state: string; readonly decidedOn: string; readonly due: string; readonly motions: readonly { readonly id: string }[]; readonly response: object | null }
    interface Suggested { readonly suggestion?: { readonly id: string; readonly version: number }; readonly reason?: string }
    const WORDS = '학교 앞에 통역사가 있으면 좋겠습니다';
    let [elac, ssc]: string[] = [] as never;

    const read = async (as: Member | null, id: string) => (await room.ask(as, `query ($id: ID!) { recommendation(id: $id) ${RECOMMENDATION} }`, { id })).data!['recommendation'] as Recommendation;
    const respond = (as: Member, at: object, input: object) =>
      mutate<{ readonly recommendation?: Recommendation; readonly reason?: string; readonly faults?: readonly object[] }>(as, '$id: ID!, $version: Int!, $input: ResponseInput!', 'respondToRecommendation(id: $id, version: $version, input: $input)', RESPONDED, { ...at, input: { kind: 'IN_PART', text: both('From May on.'), ...input } });
    const say = (as: Member, bodyId: string, locale: string, text: string) => mutate<Suggested>(as, '$bodyId: ID!, $input: LocalizedTextInput!', 'suggest(bodyId: $bodyId, input: $input)', SUGGESTED, { bodyId, input: { locale, text } });
    const ofBody = async (as: Member | null, id: string) =>
      (await room.ask(as, `query ($id: ID!) { body(id: $id) { viewerMaySuggest suggestions { id state name } recommendations { id state } environment { recommendations(owed: true) { edges { node { id } } } } } }`, { id })).data!['body'] as
        { viewerMaySuggest: boolean; suggestions: object[]; recommendations: { id: string }[]; environment: { recommendations: { edges: { node: { id: string } }[] } } };

    beforeAll(async () => {
      [elac, ssc] = [await council('GREENE'), await council('GREENE')];
      await room.owner(`update governing_body set authority = 'ADVISORY' where id = '${elac}'`);
    });

    it('what a parent says in their own language comes before the advisory body, the original kept beside its translation', async () => {
      expect(await ofBody(parent, elac!)).toMatchObject({ viewerMaySuggest: true, suggestions: [] });
      expect(await say(parent, ssc!, 'ko', WORDS)).toMatchObject({ reason: 'NOT_ADVISORY' });
      const { id, version } = (await say(parent, elac!, 'ko', WORDS)).suggestion!;
      const next = await draft(elac!);
      expect(next.agenda[0]).toMatchObject({ intent: 'ACTION', title: [{ text: `Suggestion: ${WORDS}` }, { text: `Sugerencia: ${WORDS}` }], description: [{ locale: 'ko', text: WORDS }] });
      const translate = (as: Member, at: object, locale: string, text: string) =>
        mutate<Suggested>(as, '$id: ID!, $version: Int!, $input: LocalizedTextInput!', 'translateSuggestion(id: $id, version: $version, input: $input)', SUGGESTED, { ...at, input: { locale, text } });
      await expect(translate(parent, { id, version }, 'en', 'An interpreter.')).rejects.toThrow('NOT_FOUND');
      expect(await translate(room.secretary, { id, version }, 'ko', '아니요.')).toMatchObject({ reason: 'ORIGINAL_LANGUAGE' });
      expect(await translate(room.secretary, { id, version }, 'en', 'An interpreter at the gate.')).toMatchObject({ suggestion: { words: WORDS, state: 'ON_AGENDA', translations: [{ locale: 'en' }], agendaMeetingId: next.id } });
      const planned = await room.ask(room.secretary, 'query ($id: ID!) { meeting(id: $id) { agenda { title { text } description { locale text } } } }', { id: next.id });
      expect(planned.data).toMatchObject({ meeting: { agenda: [{ title: [{ text: 'Suggestion: An interpreter at the gate' }, { text: `Sugerencia: ${WORDS}` }], description: [{ locale: 'en', text: 'An interpreter at the gate.' }, { locale: 'ko', text: WORDS }] }] } });
      expect((await ofBody(parent, elac!)).suggestions).toMatchObject([{ id, name: parent.name }]);
      for (const who of [null, room.world.parents[1]!]) expect((await ofBody(who, elac!)).suggestions).toEqual([]);
      await translate(room.secretary, { id, version: version + 1 }, 'es', 'Un intérprete en la entrada.');
      await discard(next);
    });

    it('once the advisory body adopts it, it comes on the deciding body\'s agenda by itself, and is overdue for everybody to see', async () => {
      // The draft it was on first was discarded.
      const sitting = await room.sits(elac!, 3, { items: [] });
      await room.does('offerComment', { id: sitting.id });
      const elsewhere = await room.stated(sitting, { kind: 'RECOMMEND', aboutId: elac });
      const asked = await room.called(sitting, elsewhere, 'AAA');
      expect(await room.why('announceResult', { questionId: asked.id })).toEqual(['NO_SUCH_SUBJECT']);
      await room.does('stopQuestion', { questionId: asked.id, why: 'To whom?' });
      await room.does('withdrawMotion', { motionId: elsewhere.id });
      const motion = await room.stated(sitting, { kind: 'RECOMMEND', aboutId: ssc });
      await room.announced(motion, await room.called(sitting, motion, 'AAN'));
      const { recommendations, environment } = await ofBody(null, ssc!);
      const made = recommendations[0]!;
      expect(environment.recommendations.edges).toEqual([{ node: { id: made.id } }]);
      const seen = await read(null, made.id);
      expect(seen).toMatchObject({
        state: 'OWED', due: daysAfter(seen.decidedOn, 30), from: { id: elac }, to: { id: ssc }, title: [{ text: 'Suggestion: An interpreter at the gate' }, {}], text: [{ text: 'That it be so.' }, {}], response: null,
        suggestion: { words: WORDS, locale: 'ko', name: null, mine: false, translations: [{ text: 'An interpreter at the gate.' }, {}] }, viewerCan: { draft: false, giveAsChair: false },
      });
      expect((await mailOf(room.secretary))[0]).toMatchObject({ kind: 'RECOMMENDATION_RECEIVED', path: `/recommendations/${made.id}` });
      const next = await draft(ssc!);
      expect(next.agenda[0]).toMatchObject({ intent: 'ACTION', title: [{ text: 'Recommendation of Body: Suggestion: An interpreter at the gate' }, { text: 'Recomendación de Body: Sugerencia: Un intérprete en la entrada' }] });
      expect(await read(null, made.id)).toMatchObject({ state: 'ON_AGENDA', agendaMeetingId: next.id });
      const dueIn = (days: number) => room.owner(`update recommendation set decided_on = decided_on - 60, due = ${dayIn(days)} where id = '${made.id}'`);
      for (const [days, told] of [[8, 0], [7, 2], [0, 2], [-1, 0]] as const) {
        await dueIn(days);
        expect([days, await remind(), await remind()]).toEqual([days, told, 0]);
      }
      expect((await mailOf(teachers[0]!))[0]).toMatchObject({ kind: 'RESPONSE_OWED', title: 'Body waits for your answer', path: `/recommendations/${made.id}` });
      expect(await owedTo(room.secretary, made.id)).toMatchObject([{ kind: 'RESPONSE_OWED', title: [{ text: 'Suggestion: An interpreter at the gate' }, {}] }]);
      expect(await owedTo(parent, made.id)).toEqual([]);
      expect(await read(null, made.id)).toMatchObject({ state: 'OVERDUE' });
      await discard(next);
    });

    it('in every required language before it counts, by a motion of its own or its chair\'s word; the parent is told in their language', async () => {
      const { id } = (await ofBody(null, ssc!)).recommendations[0]!;
      const at = { id, version: (await read(null, id)).version };
      await expect(respond(parent, at, {})).rejects.toThrow('NOT_FOUND');
      expect(await respond(room.secretary, at, { text: both('Yes.').slice(0, 1) })).toMatchObject({ faults: [{ field: 'text', code: 'MISSING_LOCALES', about: ['es'] }] });
      expect(await respond(room.secretary, at, {})).toMatchObject({ reason: 'MOTION_OR_CHAIR' });
      expect((await respond(room.secretary, at, { text: both('Yes.').slice(0, 1), give: false })).recommendation).toMatchObject({ state: 'OVERDUE', response: { kind: 'IN_PART', givenOn: null } });
      expect(await read(null, id)).toMatchObject({ response: null });

      const sitting = await room.sits(ssc!, 3, { items: [] });
      await room.does('offerComment', { id: sitting.id });
      const motion = await room.stated(sitting);
      const drafted = { id, version: at.version + 1 };
      expect(await respond(room.secretary, drafted, { motionId: motion.id })).toMatchObject({ reason: 'NO_SUCH_MOTION' });
      await room.announced(motion, await room.called(sitting, motion, 'AAA'));
      expect((await read(room.secretary, id)).motions).toEqual([{ id: motion.id }]);
      await room.owner(`update person set locale = 'es' where id = '${parent.id}'`);
      expect((await respond(room.secretary, drafted, { motionId: motion.id })).recommendation).toMatchObject({ state: 'ANSWERED' });
      expect(await owedTo(room.secretary, id)).toEqual([]);
      expect(await respond(teachers[0]!, { id, version: drafted.version + 1 }, { kind: 'DECLINED' })).toMatchObject({ reason: 'SETTLED' });
      expect(await read(null, id)).toMatchObject({ state: 'ANSWERED', response: { kind: 'IN_PART', givenOn: expect.any(String), motionId: motion.id, text: [{ text: 'From May on.' }, { locale: 'es' }] } });
      expect(await mailOf(parent)).toMatchObject([{ kind: 'RESPONSE_GIVEN', path: `/recommendations/${id}`, title: 'Una respuesta a Body', body: 'Sugerencia: Un intérprete en la entrada: la recomendación fue respondida.' }]);
      expect((await ofBody(null, ssc!)).environment.recommendations.edges).toEqual([]);
      for (let nth = 0; nth < 5; nth += 1) await say(parent, elac!, 'en', `More of it ${nth}`);
      expect(await say(parent, elac!, 'en', 'And more')).toMatchObject({ reason: 'TOO_MANY', about: ['5'] });
    });

    it('and when its chair answers before it came up, it leaves the draft', async () => {
      const [advisers, deciders] = [await council('GREENE'), await council('GREENE')];
      await room.owner(`update governing_body set authority = 'ADVISORY' where id = '${advisers}'`);
      const sitting = await room.sits(advisers, 3);
      await room.does('offerComment', { id: sitting.id });
      const motion = await room.stated(sitting, { kind: 'RECOMMEND', aboutId: deciders });
      await room.announced(motion, await room.called(sitting, motion, 'AAA'));
      const { id } = (await ofBody(null, deciders)).recommendations[0]!;
      const next = await draft(deciders);
      expect(next.agenda).toHaveLength(1);
      expect((await respond(teachers[0]!, { id, version: 1 }, { give: false })).recommendation).toMatchObject({ state: 'ON_AGENDA' });
      expect((await planned(next.id)).agenda).toHaveLength(1);
      expect((await respond(teachers[0]!, { id, version: 2 }, {})).recommendation).toMatchObject({ state: 'ANSWERED', agendaMeetingId: null });
      expect((await planned(next.id)).agenda).toEqual([]);
    });
  });
});
