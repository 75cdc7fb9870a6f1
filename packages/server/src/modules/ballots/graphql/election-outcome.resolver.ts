import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { PersonType } from '../../people/graphql/person.type.ts';
import { type PersonRecord, type ViewerFacts, personById } from '../../people/index.ts';
import type { ChallengeRecord, ElectionCertificationRecord } from '../application/elections/election-record.ts';
import type { ChallengeDecision } from '../domain/elections/challenging.ts';
import type { Looker } from '../domain/policy.ts';
import { ChallengeDecisionEnum } from './election-enums.type.ts';
import { ChallengeType } from './election-outcome.type.ts';
import { ElectionCertificationType } from './election-parts.type.ts';

/** A challenge with who looks at it. */
export interface SeenChallenge extends ChallengeRecord { readonly viewer: ViewerFacts | null; readonly looker: Looker }

const isDecided = ({ decidedBy }: ChallengeRecord): boolean => decidedBy !== null;

@Resolver(() => ChallengeType)
export class ChallengeResolver {
  @FieldResolver(() => Boolean, { description: 'Two people of the committee have decided the same.' })
  decided(@Root() challenge: SeenChallenge): boolean { return isDecided(challenge); }

  @FieldResolver(() => ChallengeDecisionEnum, { nullable: true, description: 'Once decided; before, what one of the committee proposes, for the committee alone.' })
  decision(@Root() challenge: SeenChallenge): ChallengeDecision | null {
    return isDecided(challenge) || challenge.looker.committee ? challenge.decision : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why, as `decision`.' })
  reason(@Root() challenge: SeenChallenge): string | null {
    return isDecided(challenge) || challenge.looker.committee ? challenge.reason : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'For who filed it and for the committee.' })
  grounds(@Root() { looker, viewer, filedBy, grounds }: SeenChallenge): string | null {
    return looker.committee || viewer?.personId === filedBy ? grounds : null;
  }

  @FieldResolver(() => Boolean, { description: 'The viewer may decide it: of the committee, and not the challenger. Never in a subscription.' })
  viewerDecides(@Root() challenge: SeenChallenge): boolean {
    return challenge.looker.committee && !isDecided(challenge) && challenge.viewer?.personId !== challenge.filedBy;
  }
}

@Resolver(() => ElectionCertificationType)
export class ElectionCertificationResolver {
  @FieldResolver(() => PersonType, { description: 'Who.' })
  async person(@Root() { schoolId, personId }: ElectionCertificationRecord & { readonly schoolId: string }, @Ctx() ctx: RequestContext): Promise<PersonRecord> {
    const person = await personById(ctx, schoolId, personId);
    if (person === null) throw coded('NOT_FOUND');
    return person;
  }
}
