/**
 * Who may do and see what, reviewed by hand. authorization-matrix.test.ts generates the rows there must be from the
 * schema: a root field or a field of a personal type that is not here fails, and every line is executed for every
 * viewer on both transports, the refusals included.
 *
 * Targets, unless a line says otherwise: a student of the viewer `parent`'s own home, and ballots of that school.
 */
import { ADMINISTRATOR, ALL, CHANGE, type FieldLines, KEEPERS, MEMBERS, PREPARERS, type RootLine, SIGNED_IN, TEAM, type Who, ballotAct } from './authorization-lines.ts';
import { COUNCIL_FIELDS, COUNCIL_LINES } from './authorization-council.ts';
import { MINUTES_FIELDS, MINUTES_LINES, MINUTES_NOT_PERSONAL } from './authorization-minutes.ts';
import { MESSAGE_FIELDS, MESSAGE_LINES, MESSAGE_TYPES } from './authorization-messages.ts';
import { MOTIONS_NOT_PERSONAL, MOTION_FIELDS, MOTION_LINES } from './authorization-motions.ts';
import { REMEDIES_NOT_PERSONAL, REMEDY_FIELDS, REMEDY_LINES } from './authorization-remedies.ts';

const personAct = (name: string, target: string, yes: readonly Who[], parameters: string, args: string, more: Partial<RootLine> = {}): RootLine => ({
  field: `Mutation.${name}`, yes, no: 'NOT_FOUND', target, document: `mutation (${parameters}) { ${name}(${args}) { id } }`, ...more,
});

export const ROOT_LINES: readonly RootLine[] = [
  ...COUNCIL_LINES,
  ...MOTION_LINES,
  ...MINUTES_LINES,
  ...REMEDY_LINES,
  ...MESSAGE_LINES,
  { field: 'Query.viewer', yes: SIGNED_IN, no: 'NULL', open: true, target: 'nothing', document: '{ viewer { id } }' },
  { field: 'Query.environments', yes: ALL, target: 'nothing', document: '{ environments { edges { node { id } } } }' },
  { field: 'Query.environment', yes: ALL, target: 'environment', document: 'query ($id: ID!) { environment(id: $id) { id } }' },
  { field: 'Query.ballot', about: 'announced', yes: ALL, target: 'openBallot', document: 'query ($id: ID!) { ballot(id: $id) { id } }' },
  { field: 'Query.ballot', about: 'a draft', yes: KEEPERS, no: 'NULL', open: true, target: 'draft', document: 'query ($id: ID!) { ballot(id: $id) { id } }' },
  { field: 'Query.person', yes: ['parent', ...KEEPERS], no: 'NULL', target: 'child', document: 'query ($id: ID!) { person(id: $id) { id } }' },
  { field: 'Query.rosterImport', yes: KEEPERS, no: 'NULL', target: 'rosterImport', document: 'query ($id: ID!) { rosterImport(id: $id) { id } }' },

  { field: 'Mutation.signIn', yes: [], refused: ALL, target: 'unknownSlip', document: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }' },
  { field: 'Mutation.setUpSchool', yes: [], refused: ALL, target: 'unknownSetUp', document: 'mutation ($input: SetUpSchoolInput!) { setUpSchool(input: $input) { __typename } }' },
  { field: 'Mutation.signOut', yes: ALL, target: 'throwawaySession', document: 'mutation { signOut }' },
  { field: 'Mutation.revokeSession', about: 'their own', yes: SIGNED_IN, target: 'ownOtherSession', document: 'mutation ($id: ID!) { revokeSession(id: $id) { id } }' },
  { field: 'Mutation.revokeSession', about: 'of somebody else', yes: [], no: 'NOT_FOUND', target: 'strangersSession', document: 'mutation ($id: ID!) { revokeSession(id: $id) { id } }' },
  { field: 'Mutation.setPreferences', yes: SIGNED_IN, target: 'preferences', document: 'mutation ($input: PreferencesInput!) { setPreferences(input: $input) { id } }' },

  { field: 'Mutation.updateEnvironment', yes: ADMINISTRATOR, no: 'NOT_FOUND', target: 'environmentSettings', document: 'mutation ($input: UpdateEnvironmentInput!) { updateEnvironment(input: $input) { id } }' },
  personAct('addPerson', 'newcomer', KEEPERS, '$input: AddPersonInput!', 'input: $input'),
  personAct('addPerson', 'newAdministrator', ADMINISTRATOR, '$input: AddPersonInput!', 'input: $input', { about: 'who gets a role' }),
  personAct('updatePerson', 'personChange', KEEPERS, '$input: UpdatePersonInput!', 'input: $input'),
  personAct('updatePerson', 'officerChange', ADMINISTRATOR, '$input: UpdatePersonInput!', 'input: $input', { about: 'who holds a role' }),
  personAct('markPersonLeft', 'freshPerson', KEEPERS, '$id: ID!', 'id: $id'),
  personAct('addMembership', 'membership', KEEPERS, '$personId: ID!, $constituency: Constituency!', 'personId: $personId, constituency: $constituency'),
  personAct('removeMembership', 'membership', KEEPERS, '$personId: ID!, $constituency: Constituency!', 'personId: $personId, constituency: $constituency'),
  personAct('grantRole', 'role', ADMINISTRATOR, '$personId: ID!, $role: Role!', 'personId: $personId, role: $role'),
  personAct('revokeRole', 'role', ADMINISTRATOR, '$personId: ID!, $role: Role!', 'personId: $personId, role: $role'),
  { field: 'Mutation.makeAccessSlips', yes: KEEPERS, no: 'NOT_FOUND', target: 'slipForPerson', document: 'mutation ($input: MakeAccessSlipsInput!) { makeAccessSlips(input: $input) { made } }' },
  { field: 'Mutation.makeAccessSlips', about: 'for who holds a role', yes: ADMINISTRATOR, no: 'NOT_FOUND', target: 'slipForOfficer', document: 'mutation ($input: MakeAccessSlipsInput!) { makeAccessSlips(input: $input) { made } }' },
  { field: 'Mutation.revokeAccessSlip', yes: KEEPERS, no: 'NOT_FOUND', target: 'freshSlip', document: 'mutation ($id: ID!) { revokeAccessSlip(id: $id) { id } }' },

  { field: 'Mutation.chooseRosterOrg', yes: KEEPERS, no: 'NOT_FOUND', target: 'freshImportOrg', past: ['UNKNOWN_ORG', 'HAS_FAULTS', 'WRONG_STATE'], document: 'mutation ($id: ID!, $org: String!) { chooseRosterOrg(id: $id, orgSourcedId: $org) { id } }' },
  { field: 'Mutation.commitRosterImport', yes: KEEPERS, no: 'NOT_FOUND', target: 'freshImportInput', past: ['HAS_FAULTS', 'ORG_NOT_CHOSEN'], document: 'mutation ($input: CommitRosterImportInput!) { commitRosterImport(input: $input) { id } }' },
  { field: 'Mutation.discardRosterImport', yes: KEEPERS, no: 'NOT_FOUND', target: 'freshImport', document: 'mutation ($id: ID!) { discardRosterImport(id: $id) { id } }' },

  { field: 'Mutation.draftBallot', yes: PREPARERS, no: 'NOT_FOUND', target: 'wording', document: `mutation ($input: BallotInput!) { draftBallot(input: $input) ${CHANGE} }` },
  { field: 'Mutation.reviseBallot', yes: PREPARERS, no: 'NOT_FOUND', target: 'freshDraftAndWording', document: `mutation ($id: ID!, $version: Int!, $input: BallotInput!) { reviseBallot(id: $id, version: $version, input: $input) ${CHANGE} }` },
  ballotAct('withdrawBallot', 'freshDraft', PREPARERS),
  ballotAct('scheduleBallot', 'freshDraft', PREPARERS),
  ballotAct('openBallot', 'freshScheduled', PREPARERS),
  ballotAct('closeBallot', 'freshOpen', PREPARERS, ', reason: "Everybody has voted."'),
  { ...ballotAct('certifyBallot', 'talliedBallot', KEEPERS), refused: ['parent', 'student', 'staff'] },
  // The roll of this one holds the parents.
  { field: 'Mutation.castBallot', yes: ['parent'], refused: ['student', 'staff', ...KEEPERS], no: 'NOT_FOUND', target: 'vote', document: `mutation ($input: CastBallotInput!) { castBallot(input: $input) ${CHANGE} }` },

  { field: 'Mutation.givePrintedBallot', yes: KEEPERS, no: 'NOT_FOUND', target: 'secretVoter', document: `mutation ($id: ID!, $personId: ID!) { givePrintedBallot(id: $id, personId: $personId) ${CHANGE} }` },
  { field: 'Mutation.takeBackPrintedBallot', yes: KEEPERS, no: 'NOT_FOUND', target: 'secretVoter', document: `mutation ($id: ID!, $personId: ID!) { takeBackPrintedBallot(id: $id, personId: $personId) ${CHANGE} }` },
  { field: 'Mutation.enterPrintedBallots', yes: KEEPERS, no: 'NOT_FOUND', target: 'awaitedReading', document: `mutation ($id: ID!) { enterPrintedBallots(id: $id, constituency: PARENT, piles: []) ${CHANGE} }` },

  // Its team are other staff, so the clerk and the coordinators too; the administrator prepares and takes no part.
  { field: 'Query.proposal', yes: TEAM, no: 'NULL', open: true, target: 'proposal', document: 'query ($id: ID!) { proposal(id: $id) { id } }' },
  { field: 'Query.proposal', about: 'a public record', yes: ALL, target: 'publicProposal', document: 'query ($id: ID!) { proposal(id: $id) { id } }' },
  { field: 'Query.proposal', about: 'a draft', yes: PREPARERS, no: 'NULL', open: true, target: 'draftProposal', document: 'query ($id: ID!) { proposal(id: $id) { id } }' },
  { field: 'Mutation.draftProposal', yes: PREPARERS, no: 'NOT_FOUND', target: 'proposalWording', document: `mutation ($input: ProposalInput!) { draftProposal(input: $input) ${CHANGE} }` },
  { field: 'Mutation.reviseProposal', yes: PREPARERS, no: 'NOT_FOUND', target: 'freshProposalAndWording', document: `mutation ($id: ID!, $version: Int!, $input: ProposalInput!) { reviseProposal(id: $id, version: $version, input: $input) ${CHANGE} }` },
  ballotAct('openProposal', 'freshProposal', PREPARERS),
  ballotAct('withdrawProposal', 'freshProposal', PREPARERS),
  ballotAct('adoptProposal', 'agreedProposal', PREPARERS),
  ballotAct('endProposal', 'openedProposal', PREPARERS, ', note: "No time."'),
  ballotAct('ballotInsteadOfProposal', 'openedProposal', PREPARERS, ', note: "No agreement."'),
  { field: 'Mutation.openNextRound', yes: PREPARERS, no: 'NOT_FOUND', target: 'nextRound', document: `mutation ($id: ID!, $version: Int!, $input: NextRoundInput!) { openNextRound(id: $id, version: $version, input: $input) ${CHANGE} }` },
  { field: 'Mutation.hearResponse', yes: PREPARERS, no: 'NOT_FOUND', target: 'concern', document: `mutation ($id: ID!) { hearResponse(id: $id, note: "Heard.") ${CHANGE} }` },
  { field: 'Mutation.respondToProposal', yes: ['staff', 'clerk', 'coordinator'], refused: ['administrator'], no: 'NOT_FOUND', target: 'answer', document: `mutation ($input: RespondInput!) { respondToProposal(input: $input) ${CHANGE} }` },
  { field: 'Mutation.commentOnProposal', yes: ['staff', 'clerk', 'coordinator'], refused: ['administrator'], no: 'NOT_FOUND', target: 'comment', document: `mutation ($input: RoundCommentInput!) { commentOnProposal(input: $input) ${CHANGE} }` },

  { field: 'Subscription.proposalChanged', yes: TEAM, no: 'NOT_FOUND', open: true, target: 'proposal', document: 'subscription ($id: ID!) { proposalChanged(id: $id) { resume } }' },
  { field: 'Subscription.proposalChanged', about: 'a public record', yes: ALL, target: 'publicProposal', document: 'subscription ($id: ID!) { proposalChanged(id: $id) { resume } }' },
  { field: 'Subscription.proposalsChanged', yes: SIGNED_IN.filter((who) => who !== 'foreignParent'), no: 'NOT_FOUND', target: 'environment', document: 'subscription ($id: ID!) { proposalsChanged(environmentId: $id) { resume } }' },
  { field: 'Query.election', about: 'noticed', yes: ALL, target: 'election', document: 'query ($id: ID!) { election(id: $id) { id } }' },
  { field: 'Query.election', about: 'in preparation', yes: KEEPERS, no: 'NULL', open: true, target: 'unnoticed', document: 'query ($id: ID!) { election(id: $id) { id } }' },
  { field: 'Mutation.scheduleElection', yes: PREPARERS, no: 'NOT_FOUND', target: 'electionWording', document: `mutation ($input: ElectionInput!) { scheduleElection(input: $input) ${CHANGE} }` },
  { field: 'Mutation.reviseElection', yes: PREPARERS, no: 'NOT_FOUND', target: 'freshElectionAndWording', document: `mutation ($id: ID!, $version: Int!, $input: ElectionInput!) { reviseElection(id: $id, version: $version, input: $input) ${CHANGE} }` },
  ballotAct('noticeElection', 'freshElection', PREPARERS),
  ballotAct('withdrawElection', 'freshElection', PREPARERS, ', reason: "Moved to spring."'),
  // Its time has not come, which only those who may open it are told.
  { ...ballotAct('openElection', 'nominatingElection', []), refused: PREPARERS },
  { ...ballotAct('certifyElection', 'talliedElection', KEEPERS), refused: ['parent', 'student', 'staff'] },
  // Seats of the parents.
  { field: 'Mutation.nominate', yes: ['parent'], refused: ['student', 'staff', ...KEEPERS], no: 'NOT_FOUND', target: 'freshNominating', document: `mutation ($id: ID!) { nominate(electionId: $id) ${CHANGE} }` },
  { field: 'Mutation.answerNomination', yes: ['parent'], refused: KEEPERS, no: 'NOT_FOUND', target: 'proposedNomination', document: `mutation ($id: ID!) { answerNomination(id: $id, accept: true) ${CHANGE} }` },
  { field: 'Mutation.withdrawNomination', yes: ['parent'], refused: ['student', 'staff', ...KEEPERS], no: 'NOT_FOUND', target: 'acceptedNomination', document: `mutation ($id: ID!) { withdrawNomination(id: $id) ${CHANGE} }` },
  { field: 'Mutation.writeStatement', yes: ['parent', ...KEEPERS], refused: ['student', 'staff'], no: 'NOT_FOUND', target: 'statement', document: `mutation ($input: StatementInput!) { writeStatement(input: $input) ${CHANGE} }` },
  { field: 'Mutation.fileChallenge', yes: ['parent'], refused: ['student', 'staff', ...KEEPERS], no: 'NOT_FOUND', target: 'certifiedElection', document: `mutation ($id: ID!) { fileChallenge(id: $id, grounds: "No notice at the gate.") ${CHANGE} }` },
  { field: 'Mutation.decideChallenge', yes: KEEPERS, no: 'NOT_FOUND', target: 'freshChallenge', document: `mutation ($id: ID!) { decideChallenge(id: $id, decision: DISMISSED, reason: "It hung there.") ${CHANGE} }` },
  { field: 'Mutation.declareVacancy', yes: PREPARERS, no: 'NOT_FOUND', target: 'freshSeat', document: `mutation ($id: ID!, $version: Int!, $holdingId: ID!) { declareVacancy(id: $id, version: $version, holdingId: $holdingId, reason: "Moved away.") ${CHANGE} }` },

  { field: 'Subscription.electionChanged', about: 'noticed', yes: ALL, target: 'election', document: 'subscription ($id: ID!) { electionChanged(id: $id) { election { id } } }' },
  { field: 'Subscription.electionChanged', about: 'in preparation', yes: KEEPERS, no: 'NOT_FOUND', open: true, target: 'unnoticed', document: 'subscription ($id: ID!) { electionChanged(id: $id) { electionId } }' },
  { field: 'Subscription.electionsChanged', yes: ALL, target: 'environment', document: 'subscription ($id: ID!) { electionsChanged(environmentId: $id) { resume } }' },
  { field: 'Subscription.ballotChanged', about: 'announced', yes: ALL, target: 'openBallot', document: 'subscription ($id: ID!) { ballotChanged(id: $id) { ballot { id } } }' },
  { field: 'Subscription.ballotChanged', about: 'a draft', yes: KEEPERS, no: 'NOT_FOUND', open: true, target: 'draft', document: 'subscription ($id: ID!) { ballotChanged(id: $id) { ballotId } }' },
  { field: 'Subscription.ballotsChanged', yes: ALL, target: 'environment', document: 'subscription ($id: ID!) { ballotsChanged(environmentId: $id) { resume } }' },
  { field: 'Subscription.rosterImportProgressed', yes: KEEPERS, no: 'NOT_FOUND', target: 'rosterImport', document: 'subscription ($id: ID!) { rosterImportProgressed(id: $id) { id } }' },
];

/** Fields of one type, reached one way, and who sees what is in them. */
const CHILD = 'query ($child: ID!) { person(id: $child) { … } }';
const OFFICIAL = 'query ($certified: ID!) { ballot(id: $certified) { certifications { person { … } } } }';
const OFFICIAL_LIVE = 'subscription ($certified: ID!) { ballotChanged(id: $certified) { ballot { certifications { person { … } } } } }';
const IMPORT = (inside: string) => `query ($rosterImport: ID!) { rosterImport(id: $rosterImport) { ${inside} } }`;
const IMPORT_LIVE = (inside: string) => ({
  path: `subscription ($rosterImport: ID!) { rosterImportProgressed(id: $rosterImport) { ${inside} } }`, seenBy: KEEPERS,
});
const imported = (type: string, fields: string, inside: string): FieldLines =>
  ({ type, fields, seenBy: KEEPERS, path: IMPORT(inside), socket: IMPORT_LIVE(inside), says: 'anything' });

const ROUND = (inside: string) => `query ($proposal: ID!) { proposal(id: $proposal) { rounds { ${inside} } } }`;
/** The one way there is into proposals from a subscription: as the public of the environment of something watched. */
const ROUNDS_LIVE = (inside: string) => `subscription ($certified: ID!) { ballotChanged(id: $certified) { ballot { environment { proposals(first: 5, states: [OPEN]) { edges { node { ${inside} } } } } } } }`;
const inRounds = (type: string, fields: string, inside: string, says?: 'anything'): FieldLines =>
  ({ type, fields, seenBy: TEAM, path: ROUND(inside), ...(says ? { says } : {}) });
const STUDENT_VOICE = 'query ($publicProposal: ID!) { proposal(id: $publicProposal) { participants { … } } }';
const STUDENT_VOICE_LIVE = ROUNDS_LIVE('participants { … }');
const LEADER_LIVE = ROUNDS_LIVE('facilitator { … }');
/** Fields inside an election, over HTTP and in a subscription, where everybody is the public. */
const elected = (type: string, about: string, fields: string, seenBy: readonly Who[], target: string, inside: string, live: readonly Who[] = []): FieldLines => ({
  type, about, fields, seenBy, path: `query ($${target}: ID!) { election(id: $${target}) { ${inside} } }`,
  socket: { path: `subscription ($${target}: ID!) { electionChanged(id: $${target}) { election { ${inside} } } }`, seenBy: live },
});
const STANDING = 'constituencies { nominations { … } }';

const PRINTED = (inside: string) => `query ($awaitedReading: ID!) { ballot(id: $awaitedReading) { printed { ${inside} } } }`;

export const FIELD_LINES: readonly FieldLines[] = [
  ...COUNCIL_FIELDS,
  ...MOTION_FIELDS,
  ...MINUTES_FIELDS,
  ...REMEDY_FIELDS,
  ...MESSAGE_FIELDS,
  elected('Nomination', 'of an adult who stands', 'id constituency state name number statement mine employed viewerCan', ALL, 'election', STANDING, ALL),
  elected('Nomination', 'of a student', 'name statement', MEMBERS, 'studentElection', STANDING),
  elected('Nomination', 'that waits for its nominee', 'id name', ['parent', ...KEEPERS], 'waitingElection', STANDING),
  elected('StatementText', 'of an adult', 'locale text original translated', ALL, 'election', 'constituencies { nominations { statement { … } } }', ALL),
  elected('StatementText', 'of a student', 'text', MEMBERS, 'studentElection', 'constituencies { nominations { statement { … } } }'),
  elected('Challenge', 'that there is one', 'id constituency filedAt decided viewerDecides', ALL, 'challenged', 'challenges { … }', ALL),
  elected('Challenge', 'on what grounds', 'grounds', ['parent', ...KEEPERS], 'challenged', 'challenges { … }'),
  elected('Challenge', 'what one of the committee proposes', 'decision reason', KEEPERS, 'challenged', 'challenges { … }'),
  elected('Challenge', 'what two of them decided', 'decision reason decidedAt', ALL, 'decided', 'challenges { … }', ALL),
  elected('Seat', 'of an adult', 'id body seatName constituency number way chosenBy votes vacant basis vacancy acclaimed name starts ends viewerVacates', ALL, 'seated', 'seats { … }', ALL),
  elected('Seat', 'of a student', 'name', MEMBERS, 'studentSeated', 'seats { … }'),
  elected('ElectionCertification', 'public, like every act of office', 'role certifiedAt person', ALL, 'signedElection', 'certifications { … }', ALL),
  { type: 'Person', fields: 'id givenName familyName displayName active householdId guardians', seenBy: ['parent', ...KEEPERS], path: CHILD },
  { type: 'Person', about: 'record', fields: 'locale grade email phone englishLearner constituencies', seenBy: ['parent', ...KEEPERS], path: CHILD },
  { type: 'Person', about: 'slips', fields: 'slips', seenBy: KEEPERS, path: CHILD },
  { type: 'Person', about: 'of the viewer `parent`', fields: 'students', seenBy: ['parent', ...KEEPERS], path: 'query ($parent: ID!) { person(id: $parent) { … } }' },
  {
    type: 'Person', about: 'who certified a result, in their office', fields: 'id givenName familyName displayName active roles', seenBy: ALL,
    path: OFFICIAL, socket: { path: OFFICIAL_LIVE, seenBy: ALL },
  },
  {
    type: 'Person', about: 'who certified a result, in private', fields: 'locale email phone constituencies slips', seenBy: KEEPERS,
    path: OFFICIAL, socket: { path: OFFICIAL_LIVE, seenBy: [] },
  },
  { type: 'PersonConnection', fields: 'edges pageInfo totalCount', seenBy: KEEPERS, path: 'query ($environment: ID!) { environment(id: $environment) { people { … } } }' },
  { type: 'PersonEdge', fields: 'cursor node', seenBy: KEEPERS, path: 'query ($environment: ID!) { environment(id: $environment) { people { edges { … } } } }' },
  { type: 'AccessSlip', fields: 'id madeAt expiresAt revokedAt lastUsedAt usable', seenBy: KEEPERS, path: 'query ($child: ID!) { person(id: $child) { slips { … } } }' },
  { type: 'Viewer', fields: 'id person environment environments locale sessions', seenBy: SIGNED_IN, path: '{ viewer { … } }' },
  { type: 'Viewer', fields: 'roles constituencies needs calendarLink', seenBy: SIGNED_IN, path: '{ viewer { … } }', says: 'anything' },
  { type: 'Session', fields: 'id current transport startedAt lastSeenAt expiresAt device', seenBy: SIGNED_IN, path: '{ viewer { sessions { … } } }' },
  // A vote waits for the parent, an answer for the staff, results to certify for the others, a council that sits for its student.
  { type: 'Need', fields: 'id kind title targetId', seenBy: ['parent', 'student', 'staff', ...KEEPERS], path: '{ viewer { needs { … } } }' },
  // Statements to translate wait for the committee until voting opens, agendas for the secretary, who is of the staff.
  { type: 'Need', about: 'what has a deadline', fields: 'dueAt', seenBy: ['parent', 'student', 'staff', ...KEEPERS], path: '{ viewer { needs { … } } }' },
  { type: 'Participation', fields: 'constituency voted onPaper', seenBy: ['parent'], path: 'query ($openBallot: ID!) { ballot(id: $openBallot) { participation { … } } }' },
  { type: 'PrintedBallots', fields: 'people awaited constituencies', seenBy: KEEPERS, path: PRINTED('…'), says: 'anything' },
  { type: 'PrintedInConstituency', fields: 'constituency given agreed viewerEntered entries', seenBy: KEEPERS, path: PRINTED('constituencies { … }'), says: 'anything' },
  { type: 'PaperEntry', fields: 'person enteredAt papers piles', seenBy: KEEPERS, path: PRINTED('constituencies { entries { … } }'), says: 'anything' },
  { type: 'Checkpoint', fields: 'constituency size note', seenBy: KEEPERS, path: 'query ($awaitedReading: ID!) { ballot(id: $awaitedReading) { checkpoints { … } } }', says: 'anything' },
  {
    type: 'Certification', fields: 'certifiedAt person role', seenBy: ALL, path: 'query ($certified: ID!) { ballot(id: $certified) { certifications { … } } }',
    socket: { path: 'subscription ($certified: ID!) { ballotChanged(id: $certified) { ballot { certifications { … } } } }', seenBy: ALL },
  },
  inRounds('RoundVoice', 'name constituency seat', 'responses { by { … } }'),
  { type: 'RoundVoice', about: 'the viewer themself, of whom a subscription knows nothing', fields: 'you', seenBy: TEAM, path: ROUND('responses { by { … } }'), says: 'anything', socket: { path: LEADER_LIVE, seenBy: ALL } },
  inRounds('RoundAnswer', 'fist consent reason at', 'responses { answer { … } }', 'anything'),
  inRounds('RoundResponse', 'id by answer mustBeHeard heard', 'responses { … }'),
  inRounds('RoundResponse', 'earlier', 'responses { … }', 'anything'),
  inRounds('RoundHearing', 'note at by', 'responses { heard { … } }'),
  inRounds('RoundComment', 'id kind body at by', 'comments { … }'),
  { type: 'ProposalParticipation', fields: 'answered', seenBy: ['staff', 'clerk', 'coordinator'], path: 'query ($proposal: ID!) { proposal(id: $proposal) { participation { … } } }', says: 'anything' },
  // Students of a public record are seats to everybody who does not take part.
  { type: 'RoundVoice', about: 'a student of a public record', fields: 'name', seenBy: PREPARERS, path: STUDENT_VOICE, socket: { path: STUDENT_VOICE_LIVE, seenBy: [] } },
  { type: 'RoundVoice', about: 'a student of a public record, as a seat', fields: 'constituency seat', seenBy: ALL, path: STUDENT_VOICE, socket: { path: STUDENT_VOICE_LIVE, seenBy: ALL } },
  { type: 'RoundVoice', about: 'who leads a public record', fields: 'name', seenBy: ALL, path: 'query ($publicProposal: ID!) { proposal(id: $publicProposal) { facilitator { … } } }', socket: { path: LEADER_LIVE, seenBy: ALL } },
  imported('RosterImport', 'id state fileName startedAt finishedAt done total version delta orgs counts faultCount warningCount faults rows', '…'),
  imported('RosterOrg', 'sourcedId name people chosen', 'orgs { … }'),
  imported('RosterCount', 'effect subject count', 'counts { … }'),
  imported('RosterFaultConnection', 'edges pageInfo', 'faults { … }'),
  imported('RosterFaultEdge', 'cursor node', 'faults { edges { … } }'),
  imported('RosterFault', 'level code file line column value', 'faults { edges { node { … } } }'),
  imported('RosterRowConnection', 'edges pageInfo', 'rows { … }'),
  imported('RosterRowEdge', 'cursor node', 'rows { edges { … } }'),
  imported('RosterRow', 'file line effect sourcedId name constituencies changes', 'rows { edges { node { … } } }'),
  { type: 'RosterImportConnection', fields: 'edges pageInfo', seenBy: KEEPERS, path: 'query ($environment: ID!) { environment(id: $environment) { rosterImports { … } } }' },
  { type: 'RosterImportEdge', fields: 'cursor node', seenBy: KEEPERS, path: 'query ($environment: ID!) { environment(id: $environment) { rosterImports { edges { … } } } }' },
];

/** Object types that hold nothing about a person; a type of the schema in neither list fails. */
export const NOT_PERSONAL: ReadonlySet<string> = new Set([
  ...MINUTES_NOT_PERSONAL,
  ...REMEDIES_NOT_PERSONAL,
  ...MESSAGE_TYPES,
  'AccessSlipsMade', 'BodyChange', 'BodyChanged', 'BodyFault', 'BodyFaulty', 'BodyPermissions', 'BodyQuorum', 'BodyRefused', 'BodyStale', 'Bylaws', 'BylawsRules', 'GoverningBody',
  'CompositionLine', 'Election', 'ElectionChange', 'ElectionChanged', 'ElectionConnection', 'ElectionConstituency', 'ElectionDates',
  'ElectionEdge', 'ElectionFault', 'ElectionFaulty', 'ElectionHeld', 'ElectionPermissions', 'ElectionRefused', 'ElectionSaved', 'ElectionStale',
  'NominationPermissions', 'Ballot', 'BallotCast', 'BallotChange', 'BallotChanged', 'BallotConnection', 'BallotConstituency', 'BallotEdge',
  'BallotFaulty', 'BallotOption', 'BallotPermissions', 'BallotRefused', 'BallotResult', 'BallotSaved', 'BallotStale', 'ConstituencyResult',
  'ConstituencySize', 'ConstituencyTurnout', 'EnvironmentPermissions', 'FieldFault', 'LearningEnvironment', 'LearningEnvironmentConnection',
  'LearningEnvironmentEdge', 'LocalizedText', 'Majority', 'MajorityExplanation', 'OptionTally', 'PageInfo', 'PaperPile', 'PluralityExplanation', 'Quorum',
  'Proposal', 'ProposalChange', 'ProposalChanged', 'ProposalConnection', 'ProposalEdge', 'ProposalFaulty', 'ProposalPermissions', 'ProposalRefused',
  'ProposalRound', 'ProposalStale', 'QuorumExplanation', 'RoundQuorum', 'RoundRule', 'School', 'SignInRefused', 'Turnout',
  'BudgetCount', 'BudgetDecision', 'CountStage', 'ExclusionMargin', 'LeadMargin', 'LotDrawn', 'MajorityMargin', 'ProjectMargin', 'QuorumMargin',
  'RankedCount', 'SeatMargin',
  'AgendaItem', 'ItemStanding', 'Meeting', 'MeetingChange', 'MeetingChanged', 'MeetingConnection', 'MeetingEdge', 'MeetingFault', 'MeetingFaulty',
  'MeetingPermissions', 'MeetingRefused', 'MeetingStale', 'NoticeItem', 'AttendancePlans',
  'AttendanceEntry', 'QuorumSnapshot', 'SittingChange', 'SittingDone', 'SittingFaulty', 'SittingItem', 'SittingPermissions', 'SittingQuorum', 'SittingRefusal', 'SittingRefused',
  ...MOTIONS_NOT_PERSONAL,
  'ImportedRecord', 'RecordLink',
  // Answers only whoever has just proved to be that person; what is in it are a Viewer and their own token.
  'SignedIn',
  // Answers the viewer's own act alone, with their own link.
  'CalendarLinkMade',
]);
