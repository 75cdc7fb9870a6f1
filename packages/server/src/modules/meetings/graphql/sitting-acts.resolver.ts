import { Arg, Ctx, GraphQLISODateTime, ID, Int, Mutation, Resolver } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { signedIn } from '../../people/index.ts';
import { type Attended, attend, recordAttendance } from '../application/attend.ts';
import { callToOrder } from '../application/call-to-order.ts';
import { adjournMeeting, endWithoutQuorum } from '../application/end-sitting.ts';
import { countVisitors, preside, takeRecord } from '../application/run-sitting.ts';
import type { Presence, Way } from '../domain/sitting.ts';
import { isPresent } from '../domain/sitting.ts';
import { SittingResult, sittingResult } from './sitting-answers.type.ts';
import { AttendanceKindEnum, PresenceEnum } from './sitting-enums.type.ts';

const Key = () => Arg('key', () => ID, { description: 'A UUID the device made for this act: sent again, it is answered and not done again.' });
const Id = () => Arg('id', () => ID, { description: 'The meeting.' });
const Member = () => Arg('memberId', () => ID, { description: 'The SittingMember.' });
const Kind = () => Arg('kind', () => AttendanceKindEnum, { description: 'Came or went.' });
const WayArg = () => Arg('way', () => PresenceEnum, { nullable: true, description: 'How who came is there: IN_ROOM, as when left out, or REMOTE.' });
const At = () => Arg('at', () => GraphQLISODateTime, { nullable: true, description: 'When it was, by the device\'s clock; left out: now.' });

const RUNS = 'Those who run the sitting: who prepares the body\'s meetings, who presides and who takes the record; NOT_FOUND for anybody else.';

type Answered = Promise<typeof SittingResult>;

@Resolver()
export class SittingActsResolver {
  @SignedIn()
  @Mutation(() => SittingResult, { description: `Calls a meeting to order: not before its hour, nor without proof that its notice hung in time (EC 35147; Gov. Code 54954.2). Its rules and members are fixed by it. ${RUNS}` })
  async callToOrder(
    @Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string,
    @Arg('presidingId', () => ID, { nullable: true, description: 'The SittingMember who presides; left out: the chair, or the vice-chair.' }) presidingId: string | null | undefined,
    @Arg('recorderId', () => ID, { nullable: true, description: 'The SittingMember who takes the record; left out: the secretary.' }) recorderId: string | null | undefined,
  ): Answered {
    return sittingResult(await callToOrder(ctx.house, await signedIn(ctx), key, id, { presidingId: presidingId ?? null, recorderId: recorderId ?? null }));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Takes down that a member came or went. ${RUNS}` })
  async recordAttendance(
    @Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @Member() memberId: string, @Kind() kind: Attended['kind'], @WayArg() way: Presence | null | undefined, @At() at: Date | null | undefined,
  ): Answered {
    return sittingResult(await recordAttendance(ctx.house, await signedIn(ctx), key, id, memberId, { kind, way: wayOf(way), at: at ?? null }));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: 'Marks that the viewer came or went: in the room by the code at the door, from elsewhere where the notice gives an address for it. Members of the body; NOT_FOUND for anybody else.' })
  async attend(
    @Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @Kind() kind: Attended['kind'], @WayArg() way: Presence | null | undefined,
    @Arg('doorCode', () => String, { nullable: true, description: 'The code at the door; those who run the sitting need none.' }) doorCode: string | null | undefined, @At() at: Date | null | undefined,
  ): Answered {
    return sittingResult(await attend(ctx.house, await signedIn(ctx), key, id, doorCode ?? null, { kind, way: wayOf(way), at: at ?? null }));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Says how many are there who are no members: 0 to 9999. ${RUNS}` })
  async countVisitors(@Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @Arg('visitors', () => Int, { description: 'How many.' }) visitors: number): Answered {
    return sittingResult(await countVisitors(ctx.house, await signedIn(ctx), key, id, visitors));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Another member presides from now on. ${RUNS}` })
  async preside(@Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @Member() memberId: string): Answered {
    return sittingResult(await preside(ctx.house, await signedIn(ctx), key, id, memberId));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Another member takes the record from now on. ${RUNS}` })
  async takeRecord(@Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @Member() memberId: string): Answered {
    return sittingResult(await takeRecord(ctx.house, await signedIn(ctx), key, id, memberId));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Adjourns a meeting whose agenda is done, or which has lost its quorum; else the body adjourns by a motion. ${RUNS}` })
  async adjournMeeting(@Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string): Answered {
    return sittingResult(await adjournMeeting(ctx.house, await signedIn(ctx), key, id));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Ends a meeting to which too few members came, once its hour has come. ${RUNS}` })
  async endWithoutQuorum(@Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string): Answered {
    return sittingResult(await endWithoutQuorum(ctx.house, await signedIn(ctx), key, id));
  }
}

const wayOf = (way: Presence | null | undefined): Way | null => (way && isPresent(way) ? way : null);
