/** The door of the remedies room: all that other rooms may call. */
import type { Room } from '../../platform/room.ts';
import { addAgendaSource } from '../meetings/index.ts';
import { addMotionEffect } from '../motions/index.ts';
import { addNeedSource } from '../people/index.ts';
import { demandedItems } from './application/demanded-items.ts';
import { recommendedItems, suggestedItems } from './application/owed-items.ts';
import { owedNeeds } from './application/owed-needs.ts';
import { recommended } from './application/recommend.ts';
import { runReminders } from './application/remind-of-answers.ts';
import { confirmed, reconsidered } from './application/settle-demand.ts';
import { BodyDemandsResolver, DemandActsResolver, DemandResolver, MeetingDemandsResolver } from './graphql/demand.resolver.ts';
import {
  AnsweringMotionResolver, BodyRemediesResolver, EnvironmentRecommendationsResolver, FormalResponseResolver, RecommendationActsResolver, RecommendationResolver, SuggestionResolver,
} from './graphql/recommendation.resolver.ts';
import { seedRemedies } from './seed/seed-remedies.ts';

for (const source of [demandedItems, recommendedItems, suggestedItems]) addAgendaSource(source);
addNeedSource(owedNeeds);
addMotionEffect('RECONSIDER', reconsidered, { votedDown: confirmed });
addMotionEffect('RECOMMEND', recommended);

export const remedies: Room = {
  name: 'remedies',
  entities: [],
  resolvers: [
    DemandResolver, MeetingDemandsResolver, BodyDemandsResolver, DemandActsResolver,
    RecommendationResolver, FormalResponseResolver, AnsweringMotionResolver, SuggestionResolver, BodyRemediesResolver, EnvironmentRecommendationsResolver, RecommendationActsResolver,
  ],
  seed: seedRemedies,
  start: runReminders,
};
