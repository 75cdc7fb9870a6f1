import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Member, World } from '../../packages/server/src/modules/people/testing/world.ts';
import type { Answer, ServedHouse } from '../../packages/server/src/testing/served-house.ts';
import type { TestDatabase } from '../../packages/server/src/testing/test-database.ts';
import { bodyWith, passes, seatIn } from './meeting-targets.ts';

const DAY = 86_400_000;
export const both = (en: string, es: string) => [{ locale: 'en', text: en }, { locale: 'es', text: es }];

export interface Sat { readonly id: string; readonly items: readonly { readonly id: string; readonly title: readonly { text: string }[] }[]; readonly members: readonly { readonly id: string; readonly name: string | null }[] }

/** A body whose meetings are held over the API, as its secretary would. */
export class HeldMeetings {
  private constructor(private readonly test: TestDatabase, private readonly served: ServedHouse, readonly body: string, private readonly by: Member) {}

  /** @param sitters hold voting seats, in this order; who they are decides of which constituency. */
  static async open(
    test: TestDatabase, served: ServedHouse, world: Pick<World, 'schoolId' | 'environmentId'>, officers: Readonly<Record<string, Member>>,
    sitters: Readonly<Record<string, readonly Member[]>>, by: Member,
  ): Promise<HeldMeetings> {
    const body = await bodyWith(test.database, world, officers);
    for (const [constituency, members] of Object.entries(sitters)) await seatIn(test.database, world, body, constituency, members);
    return new HeldMeetings(test, served, body, by);
  }

  ask(as: Member | null, query: string, variables: object = {}): Promise<Answer> { return this.served.ask(query, variables, { ...as?.headers }); }

  /** An act, its answer whole; it must not be an error. */
  async act<T = { readonly __typename: string }>(as: Member, parameters: string, call: string, variables: object, selection = '{ __typename }'): Promise<T> {
    const answer = await this.ask(as, `mutation (${parameters}) { acted: ${call} ${selection} }`, variables);
    expect(answer.errors, answer.text).toBeUndefined();
    return answer.data!['acted'] as T;
  }

  async draft(title = 'Council'): Promise<{ id: string; version: number }> {
    const { meeting } = await this.act<{ meeting: { id: string; version: number } }>(this.by, '$bodyId: ID!, $input: MeetingInput!', 'draftMeeting(bodyId: $bodyId, input: $input)', {
      bodyId: this.body,
      input: { kind: 'REGULAR', title: both(title, title), startsAt: new Date(Date.now() + 9 * DAY).toISOString(), place: both('Library', 'Biblioteca'), onlineUrl: 'https://example.org/meet', interpretation: ['es'] },
    }, '{ ... on MeetingChanged { meeting { id version } } }');
    return meeting;
  }

  async add({ id, version }: { id: string; version: number }, title: string, intent = 'ACTION'): Promise<{ id: string; version: number }> {
    const { meeting } = await this.act<{ meeting: { id: string; version: number } }>(this.by, '$id: ID!, $version: Int!, $input: AgendaItemInput!', 'addAgendaItem(id: $id, version: $version, input: $input)', {
      id, version, input: { title: both(title, `${title} (es)`), description: both('What it is.', 'Qué es.'), rationale: both('What for.', 'Para qué.'), intent, minutesPlanned: 10 },
    }, '{ ... on MeetingChanged { meeting { id version } } }');
    return meeting;
  }

  /** Noticed in time, its hour come, and called to order. */
  async called(meeting: { id: string; version: number }): Promise<Sat> {
    const { id } = meeting;
    const posted = await this.act<{ meeting: { version: number; notices: { postedAt: string }[] } }>(this.by, '$id: ID!, $version: Int!', 'postNotice(id: $id, version: $version)', meeting, '{ ... on MeetingChanged { meeting { version notices { postedAt } } } }');
    await this.act(this.by, '$id: ID!, $version: Int!, $input: PostingProofInput!', 'provePosting(id: $id, version: $version, input: $input)',
      { id, version: posted.meeting.version, input: { noticeNumber: 1, where: 'SITE', place: 'Gate', postedAt: posted.meeting.notices[0]!.postedAt } });
    await passes(this.test.database, id, 9 * 24);
    await this.sat(this.by, id, 'callToOrder(key: $key, id: $id)');
    return this.sitting(id);
  }

  /** A meeting about these, called to order. */
  async held(...titles: readonly string[]): Promise<Sat> {
    let meeting = await this.draft();
    for (const title of titles) meeting = await this.add(meeting, title);
    return this.called(meeting);
  }

  async sitting(id: string): Promise<Sat> {
    const answer = await this.ask(this.by, 'query ($id: ID!) { meeting(id: $id) { sitting { id items { id title { text } } members { id name } } } }', { id });
    return (answer.data!['meeting'] as { sitting: Sat }).sitting;
  }

  /** An act of the room that is done. */
  async sat(as: Member, id: string, call: string, parameters = '', variables: object = {}, selection = 'sitting { id }'): Promise<unknown> {
    const acted = await this.act<{ __typename: string; sitting?: unknown }>(as, `$key: ID!, $id: ID!${parameters}`, call, { key: randomUUID(), id, ...variables },
      `{ __typename ... on SittingDone { ${selection} } ... on SittingRefused { refusals { reason about } } ... on SittingFaulty { faults { field code } } }`);
    expect(acted, call).toMatchObject({ __typename: 'SittingDone' });
    return acted.sitting;
  }
}
