import { ALL, CHANGE, type FieldLines, MEMBERS, PREPARERS, type RootLine, SIGNED_IN, type Who } from './authorization-lines.ts';

/** The lines of the authorization matrix about motions, in a sitting of which the viewer `parent` is a member and which preparers run. */
const on = (subject: string) => (name: string, target: string, yes: readonly Who[], parameters = '', args = ''): RootLine => ({
  field: `Mutation.${name}`, yes, no: 'NOT_FOUND', target,
  document: `mutation ($key: ID!, $${subject}: ID!${parameters}) { ${name}(key: $key, ${subject}: $${subject}${args}) ${CHANGE} }`,
});
const [onSitting, onMotion, onQuestion] = [on('id'), on('motionId'), on('questionId')];
const onAction = (name: string, target: string, yes: readonly Who[], parameters = '', args = ''): RootLine => ({
  field: `Mutation.${name}`, yes, no: 'NOT_FOUND', target, document: `mutation ($actionId: ID!, $version: Int!${parameters}) { ${name}(actionId: $actionId, version: $version${args}) ${CHANGE} }`,
});

const PART: readonly Who[] = ['parent', ...PREPARERS];
const [FOR, OF_IT] = [', $memberId: ID!', ', memberId: $memberId'];
const [AMENDMENT, OF_AMENDMENT] = [', $amendmentId: ID!', ', amendmentId: $amendmentId'];

export const MOTION_LINES: readonly RootLine[] = [
  onSitting('moveMotion', 'roomAndMotion', PART, ', $input: MotionInput!', ', input: $input'),
  onMotion('secondMotion', 'movedMotion', PART, FOR, OF_IT),
  onMotion('lapseMotion', 'movedMotion', PREPARERS),
  onMotion('stateMotion', 'secondedMotion', PREPARERS),
  onMotion('withdrawMotion', 'ownMotion', PART),
  onMotion('tableMotion', 'openMotion', PREPARERS),
  onMotion('takeUpMotion', 'tabledMotion', PREPARERS),
  onMotion('referMotion', 'openMotion', PREPARERS, '', ', to: "A committee"'),
  onMotion('moveAmendment', 'openMotion', PART, FOR, `${OF_IT}, text: [{ locale: "en", text: "Or so." }]`),
  onMotion('secondAmendment', 'movedAmendment', PART, AMENDMENT + FOR, OF_AMENDMENT + OF_IT),
  onMotion('withdrawAmendment', 'ownAmendment', PART, AMENDMENT, OF_AMENDMENT),
  onMotion('lapseAmendment', 'movedAmendment', PREPARERS, AMENDMENT, OF_AMENDMENT),
  onMotion('putQuestion', 'openMotion', PREPARERS, '', ', way: ROLL_CALL'),
  onQuestion('castVote', 'openQuestion', PART, FOR, `${OF_IT}, choice: AYE`),
  onQuestion('object', 'askedConsent', PART, FOR, OF_IT),
  onQuestion('stopQuestion', 'openQuestion', PREPARERS, '', ', why: "Lunch"'),
  onQuestion('announceResult', 'openQuestion', PREPARERS),
  onSitting('assignAction', 'roomAndAction', PREPARERS, ', $input: ActionItemInput!', ', input: $input'),
  onAction('reviseAction', 'openActionAndWords', PREPARERS, ', $input: ActionItemRevisionInput!', ', input: $input'),
  onAction('finishAction', 'openAction', PART),
  onAction('dropAction', 'openAction', PREPARERS),
  onAction('reopenAction', 'doneAction', PART),
  { field: 'Subscription.actionsChanged', yes: SIGNED_IN.filter((who) => who !== 'foreignParent'), no: 'NOT_FOUND', target: 'environment', document: 'subscription ($id: ID!) { actionsChanged(environmentId: $id) { resume } }' },
];

const sat = (type: string, about: string, fields: string, seenBy: readonly Who[], live: readonly Who[], inside: string, target = 'sitting'): FieldLines => ({
  type, about, fields, seenBy, path: `query ($${target}: ID!) { meeting(id: $${target}) { sitting { ${inside} } } }`,
  socket: { path: `subscription ($${target}: ID!) { sittingChanged(id: $${target}) { sitting { ${inside} } } }`, seenBy: live },
});

const MOTION = 'id number kind state itemId aboutId text textNow moverId moverName movedAloud seconderId seconderName threshold movedAt secondedAt statedAt decidedAt disposedBy referredTo reviewOn urgency '
  + 'amendments question blockers viewerCan decision';

export const MOTION_FIELDS: readonly FieldLines[] = [
  sat('Sitting', 'in which adults moved', 'motions decisions actionItems viewerCanAssign', ALL, ALL, '…'),
  { type: 'Viewer', about: 'what follows from meetings', fields: 'actionItems preparedActionItems', seenBy: SIGNED_IN, path: '{ viewer { … } }', says: 'anything' },
  sat('Motion', 'of adults', MOTION, ALL, ALL, 'motions { … }'),
  { ...sat('Motion', 'whose law names several thresholds', 'oneOf', ALL, ALL, 'motions { … }'), says: 'anything' },
  sat('Motion', 'of a student', 'moverName', MEMBERS, [], 'motions { … }', 'studentsSitting'),
  sat('Amendment', 'of adults', 'id number state text moverId moverName seconderId seconderName question viewerCan', ALL, ALL, 'motions { amendments { … } }'),
  sat('Amendment', 'of a student', 'moverName', MEMBERS, [], 'motions { amendments { … } }', 'studentsSitting'),
  sat('Question', 'announced', 'id way state openedAt closedAt lines objections explained quorumMet viewerCan', ALL, ALL, 'motions { question { … } }'),
  sat('Question', 'stopped', 'stoppedWhy', ALL, ALL, 'motions { amendments { question { … } } }'),
  sat('Question', 'on which the viewer voted', 'myChoice', ['parent'], [], 'motions { question { … } }'),
  sat('RollCallLine', 'of whoever, by their id in the sitting', 'memberId vote', ALL, ALL, 'motions { question { lines { … } } }'),
  sat('ActionItem', 'of an adult', 'id title ownerName ownerMember body ownerIsViewer due overdue state decisionId itemId meetingId doneAt note version viewerCan', ALL, ALL, 'actionItems { … }'),
  sat('ActionItem', 'for who may give it to somebody else', 'ownerId', PREPARERS, [], 'actionItems { … }'),
  sat('ActionItem', 'of a student', 'ownerName', MEMBERS, [], 'actionItems { … }', 'studentsSitting'),
];

/** Object types of this room that hold nothing about a person. */
export const MOTIONS_NOT_PERSONAL: readonly string[] = [
  'ActionChange', 'ActionChanged', 'ActionFaulty', 'ActionItemConnection', 'ActionItemEdge', 'ActionItemPermissions', 'ActionRefused', 'ActionStale', 'AmendmentPermissions', 'Decision', 'DecisionConnection',
  'DecisionEdge', 'MotionPermissions', 'QuestionPermissions', 'ThresholdExplained', 'UrgencyFinding',
];
