import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { type PersonRecord, peopleLoaders, personById, personFacts } from '../application/person-reader.ts';
import { noteRead } from '../application/record-reads.ts';
import { asDate, asDateOrNull } from '../application/sql.ts';
import { signedIn, viewerOrPublic } from '../application/viewer.ts';
import { CONSTITUENCIES, type Constituency, ROLES, type Role } from '../domain/constituency.ts';
import { seesPerson, seesRecord, seesSlips } from '../domain/policy.ts';
import type { PersonFacts, Standing, ViewerFacts } from '../domain/viewer.ts';
import { ConstituencyEnum, RoleEnum } from './enums.type.ts';
import { AccessSlipType, PersonType } from './person.type.ts';

type Policy = (viewer: ViewerFacts | null, person: PersonFacts) => boolean;

const allowed = async (ctx: RequestContext, person: PersonRecord, policy: Policy): Promise<boolean> =>
  policy(await viewerOrPublic(ctx), await personFacts(ctx, person));

/** How to reach somebody; that the staff looked up a student's is written down. */
async function ofContact(ctx: RequestContext, person: PersonRecord, value: string | null): Promise<string | null> {
  const shown = await ofRecord(ctx, person, value);
  if (shown !== null) await noteRead(ctx, person);
  return shown;
}

/** The value where the viewer may see the person's record, else nothing. */
async function ofRecord<T>(ctx: RequestContext, person: PersonRecord, value: T): Promise<T | null> {
  return value === null || await allowed(ctx, person, seesRecord) ? value : null;
}

const standings = (ctx: RequestContext, person: PersonRecord): Promise<readonly Standing[]> =>
  peopleLoaders(ctx, person.schoolId).standings.load(person.id);

@Resolver(() => PersonType)
export class PersonResolver {
  @SignedIn()
  @Query(() => PersonType, { nullable: true, description: 'A person the viewer may see; missing and forbidden answer alike (null).' })
  async person(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext): Promise<PersonRecord | null> {
    const viewer = await signedIn(ctx);
    const person = await personById(ctx, viewer.schoolId, id);
    if (person === null || !await allowed(ctx, person, seesPerson)) return null;
    await noteRead(ctx, person);
    return person;
  }

  @FieldResolver(() => String, { description: 'Empty once the person has been forgotten.' })
  givenName(@Root() person: PersonRecord): string {
    return person.givenName ?? '';
  }

  @FieldResolver(() => String, { description: 'Empty once the person has been forgotten.' })
  familyName(@Root() person: PersonRecord): string {
    return person.familyName ?? '';
  }

  @FieldResolver(() => String, { description: 'Given name and family name.' })
  displayName(@Root() person: PersonRecord): string {
    return [person.givenName, person.familyName].filter(Boolean).join(' ');
  }

  @FieldResolver(() => String, { description: 'BCP 47 tag of the language the family reads; "und" where the record is not the viewer\'s to see.' })
  async locale(@Root() person: PersonRecord, @Ctx() ctx: RequestContext): Promise<string> {
    return await ofRecord(ctx, person, person.locale) ?? 'und';
  }

  @FieldResolver(() => String, { nullable: true, description: 'Of a student, as the roster writes it, for example "07". Part of the record.' })
  grade(@Root() person: PersonRecord, @Ctx() ctx: RequestContext): Promise<string | null> {
    return ofRecord(ctx, person, person.grade);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Part of the record.' })
  email(@Root() person: PersonRecord, @Ctx() ctx: RequestContext): Promise<string | null> {
    return ofContact(ctx, person, person.email);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Part of the record.' })
  phone(@Root() person: PersonRecord, @Ctx() ctx: RequestContext): Promise<string | null> {
    return ofContact(ctx, person, person.phone);
  }

  @FieldResolver(() => Boolean, { description: 'Of a student: learns English beside another first language. Part of the record.' })
  async englishLearner(@Root() person: PersonRecord, @Ctx() ctx: RequestContext): Promise<boolean> {
    return person.englishLearner && await allowed(ctx, person, seesRecord);
  }

  @FieldResolver(() => [ConstituencyEnum], { description: 'In any environment of the school. Part of the record.' })
  async constituencies(@Root() person: PersonRecord, @Ctx() ctx: RequestContext): Promise<Constituency[]> {
    if (!await allowed(ctx, person, seesRecord)) return [];
    const all = (await standings(ctx, person)).flatMap((each) => each.constituencies);
    return CONSTITUENCIES.filter((each) => all.includes(each));
  }

  @FieldResolver(() => [RoleEnum], { description: 'In any environment of the school; public, like every office.' })
  async roles(@Root() person: PersonRecord, @Ctx() ctx: RequestContext): Promise<Role[]> {
    const all = (await standings(ctx, person)).flatMap((each) => each.roles);
    return ROLES.filter((each) => all.includes(each));
  }

  @FieldResolver(() => [PersonType], { description: 'Of a student, those the viewer may see: a family sees its own home, not the other one.' })
  async guardians(@Root() person: PersonRecord, @Ctx() ctx: RequestContext): Promise<PersonRecord[]> {
    return this.#relatives(ctx, person, await peopleLoaders(ctx, person.schoolId).guardianIds.load(person.id));
  }

  @FieldResolver(() => [PersonType], { description: 'Whose guardian the person is, those the viewer may see.' })
  async students(@Root() person: PersonRecord, @Ctx() ctx: RequestContext): Promise<PersonRecord[]> {
    return this.#relatives(ctx, person, await peopleLoaders(ctx, person.schoolId).studentIds.load(person.id));
  }

  @FieldResolver(() => ID, { nullable: true, description: 'Opaque id shared by people whose letters go in one envelope. Seen with the person.' })
  async householdId(@Root() person: PersonRecord, @Ctx() ctx: RequestContext): Promise<string | null> {
    return person.householdId !== null && await allowed(ctx, person, seesPerson) ? person.householdId : null;
  }

  @FieldResolver(() => [AccessSlipType], { description: 'The newest first; for the person and for those who make slips, else empty.' })
  async slips(@Root() person: PersonRecord, @Ctx() ctx: RequestContext): Promise<AccessSlipType[]> {
    if (!await allowed(ctx, person, seesSlips)) return [];
    const slips = await peopleLoaders(ctx, person.schoolId).slips.load(person.id);
    return slips.map((slip) => ({
      id: slip.id, usable: slip.usable, madeAt: asDate(slip.madeAt), expiresAt: asDate(slip.expiresAt),
      revokedAt: asDateOrNull(slip.revokedAt), lastUsedAt: asDateOrNull(slip.lastUsedAt),
    }));
  }

  async #relatives(ctx: RequestContext, person: PersonRecord, ids: readonly string[]): Promise<PersonRecord[]> {
    if (ids.length === 0 || !await allowed(ctx, person, seesPerson)) return [];
    const found = await Promise.all(ids.map((id) => personById(ctx, person.schoolId, id)));
    const seen = await Promise.all(found.map((each) => each !== null && allowed(ctx, each, seesPerson)));
    return found.filter((each, at): each is PersonRecord => each !== null && seen[at] === true);
  }
}
