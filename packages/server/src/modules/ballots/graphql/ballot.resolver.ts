import { type Count, publish } from '@plenary/count';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { Public } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { Page } from '../../../platform/graphql/paging.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { LearningEnvironmentType } from '../../people/graphql/environment.type.ts';
import { LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import { PersonType } from '../../people/graphql/person.type.ts';
import { type EnvironmentRecord, type PersonRecord, environmentById, personById, viewerOf, viewerOrPublic } from '../../people/index.ts';
import { ballotsOf, ofWhole, participationIn, visibleBallot } from '../application/ballot-reader.ts';
import type { BallotOutline, BallotRecord, CertificationRecord } from '../application/ballot-record.ts';
import { optionsSeen } from '../application/elections/options-seen.ts';
import { lookerAt } from '../application/looker.ts';
import type { Constituency, OptionFacts } from '../domain/ballot.ts';
import type { BallotState } from '../domain/ballot-states.ts';
import { missingLocales } from '../domain/languages.ts';
import { mayReword, maySeeResult, permissions } from '../domain/policy.ts';
import { type PublishedPrinted, publishPrinted } from '../domain/printed/publishing.ts';
import { publishTurnout } from '../domain/turnout.ts';
import { asksForWhole } from './asks-for-whole.ts';
import { BallotStateEnum } from './ballot-enums.type.ts';
import { BallotConstituencyType, BallotOptionType, BallotPermissionsType, ParticipationType, TurnoutType } from './ballot-parts.type.ts';
import { BallotResultType, resultType } from './ballot-result.type.ts';
import { BallotConnection, BallotType, CertificationType } from './ballot.type.ts';

/** A certification with the school whose person it names. */
type Signed = CertificationRecord & { readonly schoolId: string };

type Resolved<T> = T | Promise<T>;

@Resolver(() => BallotType)
export class BallotResolver {
  @Public()
  @Query(() => BallotType, { nullable: true, description: 'A ballot the viewer may see; drafts only for the election committee; missing and forbidden answer alike (null).' })
  ballot(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The ballot.' }) id: string): Promise<BallotRecord | null> {
    return visibleBallot(ctx, id);
  }

  @FieldResolver(() => LearningEnvironmentType, { description: 'Where it is put.' })
  async environment(@Root() ballot: BallotOutline, @Ctx() ctx: RequestContext): Promise<EnvironmentRecord> {
    const environment = await environmentById(ctx, ballot.environmentId);
    if (environment === null) throw coded('NOT_FOUND');
    return environment;
  }

  @FieldResolver(() => [LocalizedTextType], { description: 'What is asked, in each language it has been written in.' })
  question(@Root() ballot: BallotOutline): LocalizedTextType[] {
    return localized(ballot.question);
  }

  @FieldResolver(() => [LocalizedTextType], { description: 'What it is about; may be empty.' })
  description(@Root() ballot: BallotOutline, @Ctx() ctx: RequestContext): Resolved<LocalizedTextType[]> {
    return ofWhole(ctx, ballot, ({ description }) => localized(description));
  }

  @FieldResolver(() => [BallotOptionType], { description: 'The answers, in one order for every language.' })
  options(@Root() ballot: BallotOutline, @Ctx() ctx: RequestContext): Resolved<readonly OptionFacts[]> {
    return ofWhole(ctx, ballot, (whole) => optionsSeen(ctx, whole));
  }

  @FieldResolver(() => [BallotConstituencyType], { description: 'Who is asked, and each group\'s part of the rule.' })
  constituencies(@Root() ballot: BallotOutline, @Ctx() ctx: RequestContext): Resolved<readonly BallotConstituencyType[]> {
    return ofWhole(ctx, ballot, ({ constituencies }) => constituencies);
  }

  @FieldResolver(() => [String], { description: 'Required languages in which something is still missing; empty when complete.' })
  missingLocales(@Root() ballot: BallotOutline, @Ctx() ctx: RequestContext): Resolved<string[]> {
    return ofWhole(ctx, ballot, (whole) => missingLocales(whole, whole.requiredLocales));
  }

  @FieldResolver(() => TurnoutType, { description: 'How many took part so far.' })
  turnout(@Root() ballot: BallotOutline, @Ctx() ctx: RequestContext): Resolved<TurnoutType> {
    return ofWhole(ctx, ballot, turnoutOf);
  }

  @FieldResolver(() => BallotResultType, { nullable: true, description: 'Null until tallied; before certification only for the election committee.' })
  result(@Root() ballot: BallotOutline, @Ctx() ctx: RequestContext): Resolved<BallotResultType | null> {
    // By its state as read together with the result.
    return ofWhole(ctx, ballot, async (whole) => {
      if (whole.result === null || !maySeeResult(lookerAt(await viewerOrPublic(ctx), whole), whole.state)) return null;
      return resultType(publish(whole.result), printedOf(whole, whole.result), await optionsSeen(ctx, whole));
    });
  }

  @FieldResolver(() => [CertificationType], { description: 'Who stands for the result so far; two different people certify it.' })
  certifications(@Root() ballot: BallotOutline, @Ctx() ctx: RequestContext): Resolved<Signed[]> {
    return ofWhole(ctx, ballot, ({ certifications, schoolId }) => certifications.map((each) => ({ ...each, schoolId })));
  }

  @FieldResolver(() => ParticipationType, { nullable: true, description: 'The viewer\'s own line on the roll; null for whoever is not on it. Not available in subscriptions.' })
  participation(@Root() ballot: BallotOutline, @Ctx() ctx: RequestContext): Promise<ParticipationType | null> {
    return participationIn(ctx, ballot);
  }

  @FieldResolver(() => BallotPermissionsType, { description: 'What the viewer may do with it now. Not available in subscriptions.' })
  viewerCan(@Root() ballot: BallotOutline, @Ctx() ctx: RequestContext): Resolved<BallotPermissionsType> {
    return ofWhole(ctx, ballot, async (whole) => {
      const [viewer, participation] = await Promise.all([viewerOf(ctx), participationIn(ctx, whole)]);
      const looker = lookerAt(viewer, whole);
      const reword = mayReword(looker, whole);
      const can = permissions(looker, whole.state, {
        signed: whole.certifications.some(({ personId }) => personId === viewer?.personId),
        mayVote: participation !== null && !participation.onPaper && (whole.secrecy === 'SECRET' || !participation.voted),
      });
      return reword ? can : { ...can, edit: false, withdraw: false };
    });
  }
}

/** How many of the counted votes came on paper, as far as that may be told. */
const printedOf = ({ constituencies }: BallotRecord, { pools }: Count<Constituency>): PublishedPrinted =>
  publishPrinted(pools.map(({ constituency, papers }) => {
    const own = constituencies.find((each) => each.constituency === constituency);
    return { constituency, given: own?.onPaper ?? 0, printed: own?.printed ?? 0, ballots: papers };
  }));

function turnoutOf({ constituencies }: BallotRecord): TurnoutType {
  const counted = constituencies.flatMap(({ countedAt }) => (countedAt === null ? [] : [countedAt.getTime()]));
  return {
    asOf: counted.length === 0 ? null : new Date(Math.max(...counted)),
    ...publishTurnout(constituencies.map(({ constituency, rollSize, voted }) => ({ constituency, roll: rollSize ?? 0, voted }))),
  };
}

@Resolver(() => BallotOptionType)
export class BallotOptionResolver {
  @FieldResolver(() => [LocalizedTextType], { description: 'What it says; empty for YES, NO and ABSTAIN, which each page says in its own words.' })
  label(@Root() { label }: OptionFacts): LocalizedTextType[] {
    return localized(label);
  }
}

@Resolver(() => CertificationType)
export class CertificationResolver {
  @FieldResolver(() => PersonType, { description: 'Who.' })
  async person(@Root() { schoolId, personId }: Signed, @Ctx() ctx: RequestContext): Promise<PersonRecord> {
    const person = await personById(ctx, schoolId, personId);
    if (person === null) throw coded('NOT_FOUND');
    return person;
  }
}

@Resolver(() => LearningEnvironmentType)
export class EnvironmentBallotsResolver {
  @FieldResolver(() => BallotConnection, { description: 'Its ballots, newest first; drafts and withdrawn ones only for the election committee.' })
  ballots(
    @Root() environment: EnvironmentRecord,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => CursorScalar, { nullable: true, description: '`endCursor` of the page before.' }) after: string | null,
    @Arg('states', () => [BallotStateEnum], { nullable: true, description: 'Only these; left out: all that the viewer may see.' }) states: BallotState[] | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<BallotOutline>> {
    return ballotsOf(ctx, environment, { first, after, states, whole: asksForWhole(info) });
  }
}
