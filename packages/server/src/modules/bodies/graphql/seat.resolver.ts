import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { LearningEnvironmentType } from '../../people/graphql/environment.type.ts';
import { LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import type { EnvironmentRecord } from '../../people/index.ts';
import { bodyLookerOf } from '../application/body-reader.ts';
import type { SeatRecord } from '../application/body-record.ts';
import { seatsOfEnvironment } from '../application/seats.ts';
import { isNamedTo } from '../domain/policy.ts';
import { SeatType } from './seat.type.ts';

@Resolver(() => SeatType)
export class SeatResolver {
  @FieldResolver(() => [LocalizedTextType], { description: 'The body, by name.' })
  body(@Root() { body }: SeatRecord): LocalizedTextType[] { return localized(body); }

  @FieldResolver(() => [LocalizedTextType], { description: 'What such a seat is called.' })
  seatName(@Root() { seatName }: SeatRecord): LocalizedTextType[] { return localized(seatName); }

  @FieldResolver(() => Boolean, { description: 'Nobody holds it.' })
  vacant(@Root() { personId }: SeatRecord): boolean { return personId === null; }

  @FieldResolver(() => Boolean, { description: 'Without a vote, because the bylaws say so.' })
  acclaimed(@Root() { basis }: SeatRecord): boolean { return basis === 'ACCLAIMED'; }

  @FieldResolver(() => String, { nullable: true, description: 'Who holds it; null for a vacant seat, and of a student for who is not a member.' })
  async name(@Root() seat: SeatRecord, @Ctx() ctx: RequestContext): Promise<string | null> {
    return seat.personId !== null && isNamedTo(await bodyLookerOf(ctx, seat), seat.constituency) ? seat.name : null;
  }

  @FieldResolver(() => Boolean, { description: 'The viewer may declare it vacant. Never in a subscription.' })
  async viewerVacates(@Root() seat: SeatRecord, @Ctx() ctx: RequestContext): Promise<boolean> {
    return seat.personId !== null && (await bodyLookerOf(ctx, seat)).keeps;
  }
}

@Resolver(() => LearningEnvironmentType)
export class EnvironmentSeatsResolver {
  @FieldResolver(() => [SeatType], { description: 'Seats of its bodies that are held or vacant now, or will be.' })
  seats(@Root() { id, schoolId }: EnvironmentRecord, @Ctx() ctx: RequestContext): Promise<SeatRecord[]> {
    return seatsOfEnvironment(ctx.house.db.under(school(schoolId)), id);
  }
}
