import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { type Actor } from '../application/acting.ts';
import { addPerson } from '../application/add-person.ts';
import { addMembership, removeMembership } from '../application/change-membership.ts';
import { grantRole, revokeRole } from '../application/change-role.ts';
import { type EnvironmentRecord, forgetEnvironments, environmentById } from '../application/environment-reader.ts';
import { makeAccessSlips } from '../application/make-access-slips.ts';
import { markPersonLeft } from '../application/mark-person-left.ts';
import { type PersonRecord, forgetPeople, personById } from '../application/person-reader.ts';
import { revokeAccessSlip } from '../application/revoke-access-slip.ts';
import { asDate, asDateOrNull } from '../application/sql.ts';
import { updateEnvironment } from '../application/update-environment.ts';
import { updatePerson } from '../application/update-person.ts';
import { type Constituency, type Role } from '../domain/constituency.ts';
import { actorOf } from './actor-of.ts';
import { LearningEnvironmentType } from './environment.type.ts';
import { ConstituencyEnum, RoleEnum } from './enums.type.ts';
import { AddPersonInput, MakeAccessSlipsInput, UpdateEnvironmentInput, UpdatePersonInput } from './people-acts.type.ts';
import { AccessSlipType, AccessSlipsMadeType, PersonType } from './person.type.ts';

@Resolver()
export class PeopleActsResolver {
  @SignedIn()
  @Mutation(() => LearningEnvironmentType, { description: 'Changes settings; administrators only. Errors: NOT_FOUND, BAD_INPUT.' })
  async updateEnvironment(@Arg('input', () => UpdateEnvironmentInput) input: UpdateEnvironmentInput, @Ctx() ctx: RequestContext): Promise<EnvironmentRecord> {
    const vision = input.vision && Object.fromEntries(input.vision.map(({ locale, text }) => [locale, text]));
    await updateEnvironment(ctx.house, actorOf(ctx), input.id, { ...input, vision });
    forgetEnvironments(ctx);
    const environment = await environmentById(ctx, input.id);
    if (environment === null) throw coded('NOT_FOUND');
    return environment;
  }

  @SignedIn()
  @Mutation(() => PersonType, { description: 'Adds someone no roster brings. Errors: NOT_FOUND, BAD_INPUT (DERIVED, STUDENT_HOLDS_NO_ROLE).' })
  async addPerson(@Arg('input', () => AddPersonInput) input: AddPersonInput, @Ctx() ctx: RequestContext): Promise<PersonRecord> {
    const actor = actorOf(ctx);
    return reread(ctx, actor, await addPerson(ctx.house, actor, input));
  }

  @SignedIn()
  @Mutation(() => PersonType, { description: 'Changes a record. Errors: NOT_FOUND, BAD_INPUT (STUDENTS_ONLY).' })
  updatePerson(@Arg('input', () => UpdatePersonInput) { id, ...changes }: UpdatePersonInput, @Ctx() ctx: RequestContext): Promise<PersonRecord> {
    return acted(ctx, id, (actor) => updatePerson(ctx.house, actor, id, changes));
  }

  @SignedIn()
  @Mutation(() => PersonType, { description: 'Marks a person as gone and ends their sessions and slips; records keep the id. Errors: NOT_FOUND, BAD_INPUT (LAST_ADMINISTRATOR).' })
  markPersonLeft(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext): Promise<PersonRecord> {
    return acted(ctx, id, (actor) => markPersonLeft(ctx.house, actor, id));
  }

  @SignedIn()
  @Mutation(() => PersonType, { description: "Puts a person into a constituency of the viewer's environment. Errors: NOT_FOUND, BAD_INPUT (PERSON_LEFT, DERIVED, STUDENT_HOLDS_NO_ROLE)." })
  addMembership(
    @Arg('personId', () => ID) personId: string,
    @Arg('constituency', () => ConstituencyEnum) constituency: Constituency,
    @Ctx() ctx: RequestContext,
  ): Promise<PersonRecord> {
    return acted(ctx, personId, (actor) => addMembership(ctx.house, actor, personId, constituency));
  }

  @SignedIn()
  @Mutation(() => PersonType, { description: "Takes a person out of a constituency of the viewer's environment; rolls already frozen stay as they are. Errors: NOT_FOUND, BAD_INPUT (DERIVED)." })
  removeMembership(
    @Arg('personId', () => ID) personId: string,
    @Arg('constituency', () => ConstituencyEnum) constituency: Constituency,
    @Ctx() ctx: RequestContext,
  ): Promise<PersonRecord> {
    return acted(ctx, personId, (actor) => removeMembership(ctx.house, actor, personId, constituency));
  }

  @SignedIn()
  @Mutation(() => PersonType, { description: "Gives a role in the viewer's environment; administrators only. Slips that others than administrators made for the person end, with their sessions. Errors: NOT_FOUND, BAD_INPUT (PERSON_LEFT, STUDENT_HOLDS_NO_ROLE)." })
  grantRole(
    @Arg('personId', () => ID) personId: string, @Arg('role', () => RoleEnum) role: Role, @Ctx() ctx: RequestContext,
  ): Promise<PersonRecord> {
    return acted(ctx, personId, (actor) => grantRole(ctx.house, actor, personId, role));
  }

  @SignedIn()
  @Mutation(() => PersonType, { description: "Takes a role away in the viewer's environment; administrators only. Errors: NOT_FOUND, BAD_INPUT (LAST_ADMINISTRATOR)." })
  revokeRole(
    @Arg('personId', () => ID) personId: string, @Arg('role', () => RoleEnum) role: Role, @Ctx() ctx: RequestContext,
  ): Promise<PersonRecord> {
    return acted(ctx, personId, (actor) => revokeRole(ctx.house, actor, personId, role));
  }

  @SignedIn()
  @Mutation(() => AccessSlipsMadeType, { description: 'Keeps the hashes of slips made in the browser, all or none; for holders of a role only by an administrator. Errors: NOT_FOUND, BAD_INPUT (PAST, TOO_LATE, REPEATED).' })
  async makeAccessSlips(@Arg('input', () => MakeAccessSlipsInput) input: MakeAccessSlipsInput, @Ctx() ctx: RequestContext): Promise<AccessSlipsMadeType> {
    const made = await makeAccessSlips(ctx.house, actorOf(ctx), input);
    forgetPeople(ctx);
    return made;
  }

  @SignedIn()
  @Mutation(() => AccessSlipType, { description: "Ends a slip and the sessions it began: one's own, or of a person one keeps. Errors: NOT_FOUND." })
  async revokeAccessSlip(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext): Promise<AccessSlipType> {
    const slip = await revokeAccessSlip(ctx.house, actorOf(ctx), id);
    forgetPeople(ctx);
    return {
      id: slip.id, usable: slip.usable, madeAt: asDate(slip.madeAt), expiresAt: asDate(slip.expiresAt),
      revokedAt: asDateOrNull(slip.revokedAt), lastUsedAt: asDateOrNull(slip.lastUsedAt),
    };
  }
}

async function acted(ctx: RequestContext, personId: string, act: (actor: Actor) => Promise<void>): Promise<PersonRecord> {
  const actor = actorOf(ctx);
  await act(actor);
  return reread(ctx, actor, personId);
}

/** As it is after the act: what the request's loaders had read before is forgotten. */
async function reread(ctx: RequestContext, actor: Actor, personId: string): Promise<PersonRecord> {
  forgetPeople(ctx);
  const person = await personById(ctx, actor.schoolId, personId);
  if (person === null) throw coded('NOT_FOUND');
  return person;
}
