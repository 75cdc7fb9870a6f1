import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CursorScalar, NodeType, PageInfoType } from '../../../platform/graphql/relay.type.ts';
import type { ChannelChoice } from '../application/choose-channel.ts';
import type { DevelopmentLetter } from '../application/development-letters.ts';
import type { MarkedTogether } from '../application/mark-messages.ts';
import type { MessageRecord } from '../application/message-record.ts';
import { CHANNELS, type Channel, MESSAGE_KINDS, type MessageKind } from '../domain/message.ts';
import type { Rendered } from '../domain/rendering.ts';

const enumOf = <T extends string>(names: readonly T[]) => Object.fromEntries(names.map((name) => [name, name])) as Record<T, T>;

export const MessageKindEnum = enumOf(MESSAGE_KINDS);
registerEnumType(MessageKindEnum, {
  name: 'MessageKind',
  description: 'What a message tells.',
  valuesConfig: {
    MEETING_NOTICED: { description: 'The notice of a meeting was posted.' },
    MEETING_CHANGED: { description: 'Another version of it was.' },
    MEETING_CANCELLED: { description: 'A noticed meeting is not held.' },
    MINUTES_CIRCULATED: { description: 'Draft minutes may be read and corrected.' },
    MINUTES_APPROVED: { description: 'Minutes are approved and public.' },
    ACTION_ASSIGNED: { description: 'The person was given something to do.' },
    ACTION_DUE: { description: 'It is due soon.' },
    RECOMMENDATION_RECEIVED: { description: 'A body recommends something to the person.' },
    RESPONSE_OWED: { description: 'An answer to a recommendation is owed.' },
    RESPONSE_GIVEN: { description: 'A recommendation was answered.' },
    DEMAND_RECEIVED: { description: 'Somebody demands that a body cure what it did unlawfully.' },
    DEMAND_DUE: { description: 'The day by which a body is to answer a demand comes near.' },
    BODY_ROSTER: { description: 'Who sits in a body changed.' },
  },
});

export const MessageChannelEnum = enumOf(CHANNELS);
registerEnumType(MessageChannelEnum, {
  name: 'MessageChannel',
  description: 'A way beyond the mailbox, which everybody has.',
  valuesConfig: { EMAIL: { description: 'Unless the person would rather not.' }, SMS: { description: 'A text message; only for who asked for it.' } },
});

export type ShownMessage = Pick<MessageRecord, 'id' | 'kind' | 'path' | 'aboutId' | 'arrivesAt' | 'readAt'> & Rendered;

@ObjectType('Message', { implements: NodeType, description: 'What the house tells one person; nobody else can read it. Kept for 400 days.' })
export class MessageType implements Pick<ShownMessage, 'id' | 'kind' | 'path' | 'aboutId' | 'readAt' | 'title' | 'body' | 'locale'> {
  id!: string;

  @Field(() => MessageKindEnum, { description: 'What it tells.' })
  kind!: MessageKind;

  @Field(() => String, { description: 'In the person\'s language, as all of it: made when it is read.' })
  title!: string;

  @Field(() => String, { description: 'A sentence or two.' })
  body!: string;

  @Field(() => String, { description: 'BCP 47 tag of the language of title and body: the person\'s own where there is a template in it, else English.' })
  locale!: string;

  @Field(() => String, { description: 'Address of the page that says more, from the slash on.' })
  path!: string;

  @Field(() => ID, { description: 'Of what it is about: a meeting for meetings\' kinds, and so on.' })
  aboutId!: string;

  @Field(() => GraphQLISODateTime, { name: 'arrivedAt', description: 'When it came into the mailbox.' })
  arrivesAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the person read it or said so; null: unread.' })
  readAt!: Date | null;
}

@ObjectType('MessageEdge', { simpleResolvers: true, description: 'A message in a mailbox.' })
export class MessageEdge {
  @Field(() => CursorScalar, { description: 'Its position.' })
  cursor!: string;

  @Field(() => MessageType, { description: 'The message.' })
  node!: ShownMessage;
}

@ObjectType('MessageConnection', { simpleResolvers: true, description: 'A page of a mailbox.' })
export class MessageConnection {
  @Field(() => [MessageEdge], { description: 'The latest first.' })
  edges!: readonly MessageEdge[];

  @Field(() => PageInfoType, { description: 'Where the page lies.' })
  pageInfo!: PageInfoType;
}

@ObjectType('MessagesMarked', { simpleResolvers: true, description: 'What was marked as read, or taken back, together.' })
export class MessagesMarkedType implements MarkedTogether {
  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => GraphQLISODateTime, { description: 'The moment by which it can be taken back.' })
  readAt!: Date;
}

@ObjectType('MessageChannelChoice', { simpleResolvers: true, description: 'A channel, as the viewer may choose it.' })
export class MessageChannelChoiceType implements ChannelChoice {
  @Field(() => MessageChannelEnum, { description: 'Which.' })
  channel!: Channel;

  @Field(() => String, { nullable: true, description: 'Where messages would go; null: the school knows no address of the viewer there.' })
  address!: string | null;

  @Field(() => Boolean, { description: 'Messages go there.' })
  wanted!: boolean;

  @Field(() => Boolean, { description: 'The last one could not be delivered.' })
  failed!: boolean;
}

@ObjectType('DevelopmentLetter', { simpleResolvers: true, description: 'What a demonstration would have sent to somebody, and kept instead.' })
export class DevelopmentLetterType implements DevelopmentLetter {
  @Field(() => ID, { description: 'Stable and opaque.' })
  id!: string;

  @Field(() => MessageChannelEnum, { description: 'By which channel.' })
  channel!: Channel;

  @Field(() => String, { description: 'To whom.' })
  name!: string;

  @Field(() => String, { description: 'Where to.' })
  to!: string;

  @Field(() => String, { description: 'BCP 47 tag of its language.' })
  locale!: string;

  @Field(() => String, { description: 'Its subject.' })
  title!: string;

  @Field(() => String, { description: 'Its text.' })
  body!: string;

  @Field(() => String, { description: 'The page it leads to.' })
  url!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was handed over.' })
  carriedAt!: Date;
}
