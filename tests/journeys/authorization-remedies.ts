import { ALL, CHANGE, type FieldLines, MEMBERS, PREPARERS, type RootLine, type Who } from './authorization-lines.ts';

/** The lines of the authorization matrix about demands, recommendations and suggestions. */
export const REMEDY_LINES: readonly RootLine[] = [
  { field: 'Query.demand', yes: ALL, target: 'demandSecret', document: 'query ($secret: String!) { demand(secret: $secret) { id } }' },
  { field: 'Query.demand', about: 'without its secret', yes: [], no: 'NULL', open: true, target: 'noSecret', document: 'query ($secret: String!) { demand(secret: $secret) { id } }' },
  { field: 'Query.recommendation', yes: ALL, target: 'aRecommendation', document: 'query ($id: ID!) { recommendation(id: $id) { id } }' },
  { field: 'Mutation.demandReconsideration', yes: ALL, target: 'demanding', document: `mutation ($meetingId: ID!, $input: DemandInput!) { demandReconsideration(meetingId: $meetingId, input: $input) ${CHANGE} }` },
  { field: 'Mutation.withdrawDemand', yes: ALL, target: 'freshDemand', document: `mutation ($secret: String!) { withdrawDemand(secret: $secret) ${CHANGE} }` },
  { field: 'Mutation.withdrawDemand', about: 'without its secret', yes: [], no: 'NOT_FOUND', open: true, target: 'noSecret', document: `mutation ($secret: String!) { withdrawDemand(secret: $secret) ${CHANGE} }` },
  { field: 'Mutation.answerDemand', yes: PREPARERS, no: 'NOT_FOUND', target: 'freshDemand', document: `mutation ($id: ID!, $version: Int!, $answer: [LocalizedTextInput!]!) { answerDemand(id: $id, version: $version, answer: $answer) ${CHANGE} }` },
  { field: 'Mutation.respondToRecommendation', yes: PREPARERS, no: 'NOT_FOUND', target: 'owedAnswer', document: `mutation ($id: ID!, $version: Int!, $input: ResponseInput!) { respondToRecommendation(id: $id, version: $version, input: $input) ${CHANGE} }` },
  { field: 'Mutation.suggest', yes: MEMBERS, no: 'NOT_FOUND', target: 'suggesting', document: `mutation ($bodyId: ID!, $input: LocalizedTextInput!) { suggest(bodyId: $bodyId, input: $input) ${CHANGE} }` },
  { field: 'Mutation.translateSuggestion', yes: PREPARERS, no: 'NOT_FOUND', target: 'translating', document: `mutation ($id: ID!, $version: Int!, $input: LocalizedTextInput!) { translateSuggestion(id: $id, version: $version, input: $input) ${CHANGE} }` },
];

const demanded = (about: string, fields: string, seenBy: readonly Who[], live: readonly Who[]): FieldLines => ({
  type: 'ReconsiderationDemand', about, fields, seenBy, path: 'query ($demandedMeeting: ID!) { meeting(id: $demandedMeeting) { demands { … } } }',
  socket: { path: 'subscription ($demandedMeeting: ID!) { meetingChanged(id: $demandedMeeting) { meeting { demands { … } } } }', seenBy: live },
});
/** Of a recommendation that was answered; live there is one way to it, by the environment of something watched. */
const recommended = (type: string, about: string, fields: string, seenBy: readonly Who[], live: readonly Who[], inside: string): FieldLines => ({
  type, about, fields, seenBy, path: `query ($recommendation: ID!) { recommendation(id: $recommendation) { ${inside} } }`,
  socket: { path: `subscription ($certified: ID!) { ballotChanged(id: $certified) { ballot { environment { bodies { recommendations { ${inside} } } } } } }`, seenBy: live },
});

export const REMEDY_FIELDS: readonly FieldLines[] = [
  demanded('for everybody', 'id meetingId itemId itemTitle ground actedOn demandedOn demandUntil answerBy suitUntil settledOn receivedAt motionId agendaMeetingId version state body answer viewerCanAnswer', ALL, ALL),
  demanded('for who answers', 'words name contact', PREPARERS, []),
  recommended('Recommendation', 'answered', 'id from to title text decidedOn due meetingId motionId agendaMeetingId version state requiredLocales response suggestion motions viewerCan', ALL, ALL, '…'),
  recommended('FormalResponse', 'given', 'kind text givenOn motionId', ALL, ALL, 'response { … }'),
  recommended('Suggestion', 'that was recommended', 'id body locale words translations suggestedOn agendaMeetingId recommendationId version state requiredLocales mine viewerCanTranslate', ALL, ALL, 'suggestion { … }'),
  recommended('Suggestion', 'its author', 'name', ['parent', ...PREPARERS], [], 'suggestion { … }'),
  { type: 'Recommendation', about: 'with a draft of an answer', fields: 'response', seenBy: PREPARERS, path: 'query ($draftedRecommendation: ID!) { recommendation(id: $draftedRecommendation) { … } }' },
];

/** Object types of this room that hold nothing about a person. */
export const REMEDIES_NOT_PERSONAL: readonly string[] = [
  'AnsweringMotion', 'DemandChanged', 'DemandStale', 'DemandTerms', 'RecommendationChanged', 'RecommendationConnection', 'RecommendationEdge', 'RecommendationPermissions', 'RecommendationStale',
  'RemedyFaulty', 'RemedyRefused', 'SettledItem', 'SuggestionChanged', 'SuggestionStale',
];
