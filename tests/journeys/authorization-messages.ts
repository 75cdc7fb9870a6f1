import { type FieldLines, MEMBERS, type RootLine, SIGNED_IN } from './authorization-lines.ts';

/** The lines of the authorization matrix about mailboxes and following. The server it is tried on is no demonstration. */
export const MESSAGE_LINES: readonly RootLine[] = [
  { field: 'Mutation.markMessage', about: 'their own', yes: SIGNED_IN, target: 'ownMessage', document: 'mutation ($id: ID!) { markMessage(id: $id) { id } }' },
  { field: 'Mutation.markMessage', about: 'of somebody else', yes: [], no: 'NOT_FOUND', target: 'strangersMessage', document: 'mutation ($id: ID!) { markMessage(id: $id) { id } }' },
  { field: 'Mutation.markAllMessages', yes: SIGNED_IN, target: 'ownMessage', document: 'mutation { markAllMessages { count } }' },
  { field: 'Mutation.unmarkMessages', yes: SIGNED_IN, target: 'ownMessage', document: 'mutation { unmarkMessages(readAt: "2026-01-01T00:00:00Z") { count } }' },
  { field: 'Mutation.chooseMessageChannel', yes: SIGNED_IN, past: ['NO_CARRIER'], target: 'nothing', document: 'mutation { chooseMessageChannel(channel: EMAIL, wanted: true) { id } }' },
  { field: 'Query.developmentLetters', yes: [], no: 'NOT_FOUND', target: 'nothing', document: '{ developmentLetters { id } }' },
  { field: 'Subscription.messageArrived', about: 'in their own mailbox', yes: SIGNED_IN, target: 'ownMailbox', document: 'subscription ($personId: ID!) { messageArrived(personId: $personId) { resume } }' },
  { field: 'Subscription.messageArrived', about: 'in somebody else\'s', yes: [], no: 'NOT_FOUND', target: 'strangersMailbox', document: 'subscription ($personId: ID!) { messageArrived(personId: $personId) { resume } }' },
  { field: 'Mutation.followBody', yes: MEMBERS, no: 'NOT_FOUND', target: 'body', document: 'mutation ($id: ID!) { followBody(id: $id) { id } }' },
  { field: 'Mutation.unfollowBody', yes: MEMBERS, no: 'NOT_FOUND', target: 'body', document: 'mutation ($id: ID!) { unfollowBody(id: $id) { id } }' },
];

const MAILBOX = (inside: string) => `{ viewer { messages { ${inside} } } }`;
export const MESSAGE_FIELDS: readonly FieldLines[] = [
  { type: 'Viewer', about: 'their mailbox', fields: 'messages unreadMessages messageChannels', seenBy: SIGNED_IN, path: '{ viewer { … } }', says: 'anything' },
  { type: 'MessageConnection', fields: 'edges pageInfo', seenBy: SIGNED_IN, path: MAILBOX('…') },
  { type: 'MessageEdge', fields: 'cursor node', seenBy: SIGNED_IN, path: MAILBOX('edges { … }') },
  { type: 'Message', fields: 'id kind title body locale path aboutId arrivedAt', seenBy: SIGNED_IN, path: MAILBOX('edges { node { … } }') },
  { type: 'Message', fields: 'readAt', seenBy: SIGNED_IN, path: MAILBOX('edges { node { … } }'), says: 'anything' },
  // Where messages are sent there are none; in a demonstration a journey reads them.
  { type: 'MessageChannelChoice', fields: 'channel address wanted failed', seenBy: [], path: '{ viewer { messageChannels { … } } }' },
  { type: 'DevelopmentLetter', fields: 'id channel name to locale title body url carriedAt', seenBy: [], path: '{ developmentLetters { … } }' },
];

/** Types of it that hold nothing about a person. */
export const MESSAGE_TYPES = ['MailboxChange', 'MessagesMarked'] as const;
