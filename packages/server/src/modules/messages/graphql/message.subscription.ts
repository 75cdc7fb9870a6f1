import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { ResumeAnswerEnum } from '../../../platform/graphql/resume.type.ts';
import { type Delivery, Shared, VIA_HUB } from '../../../platform/graphql/shared.ts';
import { signedIn } from '../../people/index.ts';
import { mailboxTopic } from '../application/send-message.ts';

@ObjectType('MailboxChange', { description: 'Something of a mailbox changed. Carries nothing of it: query `Viewer.messages`, under the viewer\'s own eyes.' })
export class MailboxChangeType {
  @Field(() => CursorScalar, { description: 'As in BallotChange.' })
  cursor!: string;

  @Field(() => ResumeAnswerEnum, { description: 'Live, replayed, or a request to read everything afresh.' })
  resume!: Delivery['resume'];

  @Field(() => ID, { nullable: true, description: 'The message that arrived; null when some were marked, and at first.' })
  messageId!: string | null;
}

@Resolver(() => MailboxChangeType)
export class MessageSubscriptions {
  @SignedIn()
  @Shared<{ personId: string }>({
    topics: ({ personId }) => [mailboxTopic(personId.toLowerCase())],
    authorize: async ({ personId }, ctx) => {
      const viewer = await signedIn(ctx);
      if (viewer.personId !== personId.toLowerCase()) throw coded('NOT_FOUND');
      return viewer;
    },
  })
  @Subscription(() => MailboxChangeType, { ...VIA_HUB, description: 'The viewer\'s own mailbox: a message arrived, or some were marked. NOT_FOUND for anybody else\'s.' })
  messageArrived(@Root() { cursor, resume, subjectId }: Delivery, @Arg('personId', () => ID, { description: 'The viewer.' }) _personId: string): MailboxChangeType {
    return { cursor, resume, messageId: subjectId };
  }
}
