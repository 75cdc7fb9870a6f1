import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import { personById } from '../../people/index.ts';
import {
  type CommentRecord, type HearingRecord, type ProposalRecord, type ResponseRecord, type RoundRecord, roundFacts, standingResponses,
} from '../application/rounds/proposal-record.ts';
import { explainRound, mustBeHeard } from '../domain/rounds/standing.ts';
import {
  ProposalRoundType, RoundAnswerType, RoundCommentType, RoundHearingType, RoundResponseType, RoundRuleType, RoundVoiceType,
} from './round-parts.type.ts';
import type { Voice } from './round-voice.ts';

interface Told { readonly voice: (personId: string) => Voice }

/** A round of this proposal, as this viewer hears its people. */
export interface RoundOf extends RoundRecord, Told { readonly proposal: ProposalRecord }
interface ResponseOf extends ResponseRecord, Told { readonly round: RoundOf }
type CommentOf = CommentRecord & Told;
type HearingOf = HearingRecord & Told;

@Resolver(() => ProposalRoundType)
export class ProposalRoundResolver {
  @FieldResolver(() => [LocalizedTextType], { description: 'The title as it stood in this round.' })
  title(@Root() { title }: RoundOf): LocalizedTextType[] {
    return localized(title);
  }

  @FieldResolver(() => [LocalizedTextType], { description: 'The proposal as it stood in this round.' })
  body(@Root() { body }: RoundOf): LocalizedTextType[] {
    return localized(body);
  }

  @FieldResolver(() => RoundVoiceType, { nullable: true, description: 'Who closed it; null while it is open.' })
  closedBy(@Root() { closedById, voice }: RoundOf): Voice | null {
    return closedById === null ? null : voice(closedById);
  }

  @FieldResolver(() => [RoundRuleType], { description: 'The rules one by one, by the answers that count so far.' })
  rules(@Root() round: RoundOf): RoundRuleType[] {
    return explainRound(roundFacts(round.proposal, round));
  }

  @FieldResolver(() => [RoundResponseType], { description: 'What each person says, in the order in which they said it last.' })
  responses(@Root() round: RoundOf): ResponseOf[] {
    return standingResponses(round).map((response) => ({ ...response, round, voice: round.voice }));
  }

  @FieldResolver(() => [RoundCommentType], { description: 'In the order in which they were made.' })
  comments(@Root() { comments, voice }: RoundOf): CommentOf[] {
    return comments.map((comment) => ({ ...comment, voice }));
  }
}

@Resolver(() => RoundResponseType)
export class RoundResponseResolver {
  @FieldResolver(() => RoundVoiceType, { description: 'Who.' })
  by(@Root() { round, participantId, voice }: ResponseOf): Voice {
    return voice(round.proposal.participants.find(({ id }) => id === participantId)!.personId);
  }

  @FieldResolver(() => RoundAnswerType, { description: 'The answer that counts.' })
  answer(@Root() response: ResponseOf): RoundAnswerType {
    return response;
  }

  @FieldResolver(() => [RoundAnswerType], { description: 'Those it replaced, the first one first.' })
  earlier(@Root() { round, participantId, revision }: ResponseOf): readonly RoundAnswerType[] {
    return round.responses.filter((each) => each.participantId === participantId && each.revision < revision);
  }

  @FieldResolver(() => Boolean, { description: 'A value below 3, or an objection: it must be heard before the round may close.' })
  mustBeHeard(@Root() response: ResponseOf): boolean {
    return mustBeHeard(response);
  }

  @FieldResolver(() => RoundHearingType, { nullable: true, description: 'That it was heard; null when it was not, or need not be.' })
  heard(@Root() { hearing, voice }: ResponseOf): HearingOf | null {
    return hearing === null ? null : { ...hearing, voice };
  }
}

@Resolver(() => RoundHearingType)
export class RoundHearingResolver {
  @FieldResolver(() => RoundVoiceType, { description: 'Who heard it.' })
  by(@Root() { byId, voice }: HearingOf): Voice {
    return voice(byId);
  }
}

@Resolver(() => RoundCommentType)
export class RoundCommentResolver {
  @FieldResolver(() => RoundVoiceType, { description: 'Who.' })
  by(@Root() { personId, voice }: CommentOf): Voice {
    return voice(personId);
  }
}

@Resolver(() => RoundVoiceType)
export class RoundVoiceResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Their name; null for a student where the viewer stands outside, and for a person who has been forgotten.' })
  async name(@Root() { schoolId, personId, constituency, inside }: Voice, @Ctx() ctx: RequestContext): Promise<string | null> {
    if (!inside && constituency === 'STUDENT') return null;
    const person = await personById(ctx, schoolId, personId);
    return [person?.givenName, person?.familyName].filter(Boolean).join(' ') || null;
  }

  @FieldResolver(() => Boolean, { description: 'The viewer themself. False in subscriptions, which have no viewer.' })
  you(@Root() { personId }: Voice, @Ctx() ctx: RequestContext): boolean {
    return ctx.sharedSchoolId === undefined && ctx.session?.personId === personId;
  }
}
