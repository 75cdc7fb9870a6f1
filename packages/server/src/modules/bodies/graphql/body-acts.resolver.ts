import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { signedIn } from '../../people/index.ts';
import { adoptBylaws } from '../application/adopt-bylaws.ts';
import { appointOfficer } from '../application/appoint-officer.ts';
import { rereadBody } from '../application/body-reader.ts';
import type { BodyRecord } from '../application/body-record.ts';
import { certifyRoster } from '../application/certify-roster.ts';
import { createBody } from '../application/create-body.ts';
import { declareVacancy } from '../application/declare-vacancy.ts';
import { followBody, rereadFollowed } from '../application/following.ts';
import { addSeatsTo, retireSeat } from '../application/plan-seats.ts';
import { closeBody, reviseBody } from '../application/revise-body.ts';
import { rollOverBody } from '../application/roll-over.ts';
import { seatPerson } from '../application/seat-person.ts';
import { takeBackOfficeChange } from '../application/take-back-office-change.ts';
import { vacateOffice } from '../application/vacate-office.ts';
import { BodyResult, bodyResult } from './body-answers.type.ts';
import { GoverningBodyType } from './body.type.ts';
import { AppointmentInput, BodyInput, BylawsInput, LeavingInput, SeatInput, SittingInput, rulesOf } from './body-inputs.type.ts';

const Id = () => Arg('id', () => ID, { description: 'The body.' });
const Version = () => Arg('version', () => Int, { description: 'The version the person saw; another answers BodyStale.' });

const WHO = 'Coordinators and administrators; NOT_FOUND for anybody else.';

const FOLLOWERS = 'For the environment\'s own people; NOT_FOUND for anybody else.';

type Answered = Promise<typeof BodyResult>;

@Resolver()
export class BodyActsResolver {
  @SignedIn()
  @Mutation(() => BodyResult, { description: `A new body, with bylaws and vacant seats to begin with, as its kind usually has them. ${WHO}` })
  async createBody(
    @Ctx() ctx: RequestContext, @Arg('environmentId', () => ID, { description: 'Where it meets.' }) environmentId: string,
    @Arg('input', () => BodyInput, { description: 'The body.' }) input: BodyInput,
  ): Answered {
    return bodyResult(await createBody(ctx.house, await signedIn(ctx), environmentId, input));
  }

  @SignedIn()
  @Mutation(() => BodyResult, { description: `New words, kind or law of a body. ${WHO}` })
  async reviseBody(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('input', () => BodyInput, { description: 'The body, in place of the old.' }) input: BodyInput,
  ): Answered {
    return bodyResult(await reviseBody(ctx.house, await signedIn(ctx), { id, version }, input));
  }

  @SignedIn()
  @Mutation(() => BodyResult, { description: `Ends a body; its record stays public. ${WHO}` })
  async closeBody(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number): Answered {
    return bodyResult(await closeBody(ctx.house, await signedIn(ctx), { id, version }));
  }

  @SignedIn()
  @Mutation(() => BodyResult, { description: `Puts another version of the bylaws on record, as the body adopted it. ${WHO}` })
  async adoptBylaws(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number,
    @Arg('input', () => BylawsInput, { description: 'The whole version.' }) input: BylawsInput,
    @Arg('adoptedOn', () => String, { description: 'Day of the vote, `yyyy-mm-dd`.' }) adoptedOn: string,
    @Arg('effectiveFrom', () => String, { description: 'First day in force, not before.' }) effectiveFrom: string,
    @Arg('note', () => String, { nullable: true, description: 'At most 500 characters.' }) note: string | null,
  ): Answered {
    return bodyResult(await adoptBylaws(ctx.house, await signedIn(ctx), { id, version }, { rules: rulesOf(input), adoptedOn, effectiveFrom, note }));
  }

  @SignedIn()
  @Mutation(() => BodyResult, { description: `Adds seats, vacant. ${WHO}` })
  async addSeats(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('input', () => SeatInput, { description: 'Which.' }) input: SeatInput,
  ): Answered {
    return bodyResult(await addSeatsTo(ctx.house, await signedIn(ctx), { id, version }, input));
  }

  @SignedIn()
  @Mutation(() => BodyResult, { description: `Gives a vacant seat up; its history stays. ${WHO}` })
  async retireSeat(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('seatId', () => ID, { description: '`seatId` of the seat.' }) seatId: string,
  ): Answered {
    return bodyResult(await retireSeat(ctx.house, await signedIn(ctx), { id, version }, seatId));
  }

  @SignedIn()
  @Mutation(() => BodyResult, { description: `Puts somebody into a vacant seat: appointed, by another post, or elected on paper before. ${WHO}` })
  async seatPerson(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('input', () => SittingInput, { description: 'Who, where, until when.' }) input: SittingInput,
  ): Answered {
    return bodyResult(await seatPerson(ctx.house, await signedIn(ctx), { id, version }, input));
  }

  @SignedIn()
  @Mutation(() => BodyResult, { description: `Declares a held seat vacant. ${WHO}` })
  async declareVacancy(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('holdingId', () => ID, { description: '`id` of the seat, as it is held.' }) holdingId: string,
    @Arg('reason', () => String, { description: 'Why; 1 to 500 characters, kept with the seat.' }) reason: string,
  ): Answered {
    return bodyResult(await declareVacancy(ctx.house, await signedIn(ctx), { id, version }, holdingId, reason));
  }

  @SignedIn()
  @Mutation(() => BodyResult, { description: `Gives somebody an office. Whoever holds it steps down, for a later day on the day before; whoever was to come for one is not. ${WHO}` })
  async appointOfficer(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('input', () => AppointmentInput, { description: 'Who, what, until when.' }) input: AppointmentInput,
  ): Answered {
    return bodyResult(await appointOfficer(ctx.house, await signedIn(ctx), { id, version }, input));
  }

  @SignedIn()
  @Mutation(() => BodyResult, { description: `An officer resigns or is relieved, with nobody to follow by that. ${WHO}` })
  async vacateOffice(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('input', () => LeavingInput, { description: 'Who, how, and from when on.' }) input: LeavingInput,
  ): Answered {
    return bodyResult(await vacateOffice(ctx.house, await signedIn(ctx), { id, version }, input));
  }

  @SignedIn()
  @Mutation(() => BodyResult, { description: `Takes back what was to come of an office: that somebody takes it, or leaves it, on a later day. ${WHO}` })
  async takeBackOfficeChange(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('officerId', () => ID, { description: '`id` of the Officer.' }) officerId: string,
  ): Answered {
    return bodyResult(await takeBackOfficeChange(ctx.house, await signedIn(ctx), { id, version }, officerId));
  }

  @SignedIn()
  @Mutation(() => BodyResult, { description: `Certifies that its seats are lawfully composed and all held. ${WHO}` })
  async certifyRoster(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number): Answered {
    return bodyResult(await certifyRoster(ctx.house, await signedIn(ctx), { id, version }));
  }

  @SignedIn()
  @Mutation(() => BodyResult, { description: `Begins the body's new year: seats and offices past their term fall vacant. ${WHO}` })
  async rollOverBody(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number): Answered {
    return bodyResult(await rollOverBody(ctx.house, await signedIn(ctx), { id, version }));
  }

  @SignedIn()
  @Mutation(() => GoverningBodyType, { description: `Tells the viewer of the body's meetings from now on. ${FOLLOWERS}` })
  followBody(@Ctx() ctx: RequestContext, @Id() id: string): Promise<BodyRecord> { return following(ctx, id, true); }

  @SignedIn()
  @Mutation(() => GoverningBodyType, { description: `Tells the viewer no more of them, unless they sit in it. ${FOLLOWERS}` })
  unfollowBody(@Ctx() ctx: RequestContext, @Id() id: string): Promise<BodyRecord> { return following(ctx, id, false); }
}

async function following(ctx: RequestContext, id: string, follow: boolean): Promise<BodyRecord> {
  const viewer = await signedIn(ctx);
  await followBody(ctx.house, viewer, id, follow);
  rereadFollowed(ctx, viewer, id.toLowerCase());
  const body = await rereadBody(ctx, id.toLowerCase());
  if (body === null) throw coded('NOT_FOUND');
  return body;
}
