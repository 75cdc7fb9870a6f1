/** The door of the messages room: all that other rooms may call. */
import type { Room } from '../../platform/room.ts';
import { carriersOf } from './application/carriers-of.ts';
import { runPost } from './application/run-post.ts';
import { DevelopmentLettersResolver, MessageActsResolver, ViewerMessagesResolver } from './graphql/message.resolver.ts';
import { MessageSubscriptions } from './graphql/message.subscription.ts';

export { type About, type Sending, sendMessage } from './application/send-message.ts';
export { MESSAGE_KINDS, type MessageKind, type NoticeChange, type Said, type WordsOf } from './domain/message.ts';

export const messages: Room = {
  name: 'messages',
  entities: [],
  resolvers: [ViewerMessagesResolver, MessageActsResolver, DevelopmentLettersResolver, MessageSubscriptions],
  start: (house) => runPost(house, carriersOf(house)),
};
