import { Arg, Ctx, FieldResolver, GraphQLISODateTime, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { pageSize } from '../../../platform/graphql/paging.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { ViewerType } from '../../people/graphql/viewer.type.ts';
import { type ViewerFacts, signedIn } from '../../people/index.ts';
import { type ChannelChoice, channelChoices, chooseChannel } from '../application/choose-channel.ts';
import { type DevelopmentLetter, developmentLetters } from '../application/development-letters.ts';
import { mailboxPage, ownMessage, unreadCount } from '../application/mailbox.ts';
import { type MarkedTogether, markAllMessages, markMessage, unmarkMessages } from '../application/mark-messages.ts';
import type { MessageRecord } from '../application/message-record.ts';
import type { Channel } from '../domain/message.ts';
import { render } from '../domain/rendering.ts';
import { DevelopmentLetterType, MessageChannelChoiceType, MessageChannelEnum, MessageConnection, MessageType, MessagesMarkedType, type ShownMessage } from './message.type.ts';

const shown = ({ id, kind, path, aboutId, arrivesAt, readAt, words, timeZone }: MessageRecord, { locale }: ViewerFacts): ShownMessage =>
  ({ id, kind, path, aboutId, arrivesAt, readAt, ...render(kind, words, { locale, timeZone }) });

@Resolver(() => ViewerType)
export class ViewerMessagesResolver {
  @FieldResolver(() => MessageConnection, { description: 'Their mailbox, the latest message first.' })
  async messages(
    @Root() viewer: ViewerFacts, @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => CursorScalar, { nullable: true, description: '`endCursor` of the page before.' }) after: string | null,
    @Arg('unread', () => Boolean, { defaultValue: false, description: 'Only what was not read yet.' }) unread: boolean,
  ): Promise<MessageConnection> {
    const { edges, pageInfo } = await mailboxPage(ctx.house, viewer, { unread, first, after });
    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: shown(node, viewer) })), pageInfo };
  }

  @FieldResolver(() => Int, { description: 'How many messages wait unread.' })
  unreadMessages(@Root() viewer: ViewerFacts, @Ctx() ctx: RequestContext): Promise<number> {
    return unreadCount(ctx.house, viewer);
  }

  @FieldResolver(() => [MessageChannelChoiceType], { description: 'Channels beyond the mailbox that this server sends by; none where it sends by none.' })
  messageChannels(@Root() viewer: ViewerFacts, @Ctx() ctx: RequestContext): Promise<ChannelChoice[]> {
    return channelChoices(ctx.house, viewer);
  }
}

@Resolver()
export class MessageActsResolver {
  @SignedIn()
  @Mutation(() => MessageType, { description: 'Marks one of the viewer\'s messages as read, or as not read again. Errors: NOT_FOUND.' })
  async markMessage(
    @Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The message.' }) id: string,
    @Arg('read', () => Boolean, { defaultValue: true, description: 'False takes it back.' }) read: boolean,
  ): Promise<ShownMessage> {
    const viewer = await signedIn(ctx);
    await markMessage(ctx.house, viewer, id, read);
    const message = await ownMessage(ctx.house, viewer, id);
    if (message === null) throw coded('NOT_FOUND');
    return shown(message, viewer);
  }

  @SignedIn()
  @Mutation(() => MessagesMarkedType, { description: 'Marks everything in the viewer\'s mailbox as read.' })
  async markAllMessages(@Ctx() ctx: RequestContext): Promise<MarkedTogether> {
    return markAllMessages(ctx.house, await signedIn(ctx));
  }

  @SignedIn()
  @Mutation(() => MessagesMarkedType, { description: 'Takes back what `markAllMessages` did.' })
  async unmarkMessages(@Ctx() ctx: RequestContext, @Arg('readAt', () => GraphQLISODateTime, { description: 'Its `readAt`.' }) readAt: Date): Promise<MarkedTogether> {
    return { count: await unmarkMessages(ctx.house, await signedIn(ctx), readAt), readAt };
  }

  @SignedIn()
  @Mutation(() => ViewerType, { description: 'Whether the viewer\'s messages go by a channel, beside the mailbox. Errors: BAD_INPUT (NO_CARRIER where this server does not send by it).' })
  async chooseMessageChannel(
    @Ctx() ctx: RequestContext, @Arg('channel', () => MessageChannelEnum, { description: 'Which.' }) channel: Channel,
    @Arg('wanted', () => Boolean, { description: 'Send there.' }) wanted: boolean,
  ): Promise<ViewerFacts> {
    const viewer = await signedIn(ctx);
    await chooseChannel(ctx.house, viewer, channel, wanted);
    return viewer;
  }
}

@Resolver()
export class DevelopmentLettersResolver {
  @SignedIn()
  @Query(() => [DevelopmentLetterType], { description: 'In a demonstration, what would have been sent to people, the latest first; for administrators. NOT_FOUND for anybody else, and where messages are sent.' })
  async developmentLetters(
    @Ctx() ctx: RequestContext, @Arg('first', () => Int, { defaultValue: 50, description: '1 to 100.' }) first: number,
  ): Promise<DevelopmentLetter[]> {
    return developmentLetters(ctx.house, await signedIn(ctx), pageSize(first));
  }
}
