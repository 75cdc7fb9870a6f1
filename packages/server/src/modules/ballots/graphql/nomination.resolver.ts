import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import { type SeenConstituency, type SeenNomination, nominationsSeen, visibleElection } from '../application/elections/election-reader.ts';
import type { ElectionRecord } from '../application/elections/election-record.ts';
import { visibleBallot } from '../application/ballot-reader.ts';
import type { BallotOutline, BallotRecord } from '../application/ballot-record.ts';
import { lookerAt } from '../application/looker.ts';
import { decideAnswer, decideState, decideStepBack } from '../domain/elections/nominating.ts';
import { BallotType } from './ballot.type.ts';
import { ElectionType } from './election.type.ts';
import { ElectionConstituencyType, NominationPermissionsType, NominationType, StatementTextType } from './election-parts.type.ts';

@Resolver(() => ElectionConstituencyType)
export class ElectionConstituencyResolver {
  @FieldResolver(() => [LocalizedTextType], { description: 'What one such seat is called.' })
  seatName(@Root() { seatName }: SeenConstituency): LocalizedTextType[] { return localized(seatName); }

  @FieldResolver(() => [NominationType], { description: 'Candidates first, in their order; then what else the viewer may see.' })
  nominations(@Root() { election, constituency }: SeenConstituency, @Ctx() ctx: RequestContext): Promise<SeenNomination[]> {
    return nominationsSeen(ctx, election, constituency);
  }

  @FieldResolver(() => BallotType, { nullable: true, description: 'Where its members vote, and where the count is read; null before, and where there is no vote.' })
  ballot(@Root() { ballotId }: SeenConstituency, @Ctx() ctx: RequestContext): Promise<BallotRecord | null> {
    return ballotId === null ? Promise.resolve(null) : visibleBallot(ctx, ballotId);
  }
}

@Resolver(() => NominationType)
export class NominationResolver {
  @FieldResolver(() => [StatementTextType], { description: 'What the candidate says, by language; empty where nothing is said.' })
  statement(@Root() { statement, statementLocale }: SeenNomination): StatementTextType[] {
    return Object.keys(statement).sort().map((locale) =>
      ({ locale, text: statement[locale]!.text, original: locale === statementLocale, translated: statement[locale]!.by === 'COMMITTEE' }));
  }

  @FieldResolver(() => Boolean, { description: 'The viewer is the nominee. Never in a subscription.' })
  mine(@Root() { viewer, personId }: SeenNomination): boolean { return viewer?.personId === personId; }

  @FieldResolver(() => Boolean, { description: 'The school employs this parent (EC 65000); said to the committee alone.' })
  employed(@Root() { viewer, election, employed }: SeenNomination): boolean { return employed && lookerAt(viewer, election).committee; }

  @FieldResolver(() => NominationPermissionsType, { description: 'What the viewer may do with it now; nothing in a subscription.' })
  viewerCan(@Root() nomination: SeenNomination): NominationPermissionsType {
    const { viewer, election } = nomination;
    if (viewer === null) return { answer: false, state: false, translate: false, withdraw: false };
    const writes = decideState(election, nomination, { personId: viewer.personId, committee: lookerAt(viewer, election).committee });
    return {
      answer: decideAnswer(election, nomination, viewer.personId, true).ok,
      state: writes.ok && writes.by === 'CANDIDATE',
      translate: writes.ok && writes.by === 'COMMITTEE' && Object.keys(nomination.statement).length > 0,
      withdraw: decideStepBack(election, nomination, viewer.personId).ok,
    };
  }
}

@Resolver(() => BallotType)
export class BallotElectionResolver {
  @FieldResolver(() => ElectionType, { nullable: true, description: 'The election whose seats it fills; null for every other question.' })
  election(@Root() { electionId }: BallotOutline, @Ctx() ctx: RequestContext): Promise<ElectionRecord | null> {
    return electionId === null ? Promise.resolve(null) : visibleElection(ctx, electionId);
  }
}
