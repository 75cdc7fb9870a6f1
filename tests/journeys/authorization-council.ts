import { ALL, CHANGE, type FieldLines, MEMBERS, PREPARERS, type RootLine, SIGNED_IN, type Who, ballotAct } from './authorization-lines.ts';

/** The lines of the authorization matrix about governing bodies and their meetings. */
const bodyAct = (name: string, target: string, type: string, extra = ''): RootLine => ({
  field: `Mutation.${name}`, yes: PREPARERS, no: 'NOT_FOUND', target,
  document: `mutation ($id: ID!, $version: Int!, $input: ${type}!) { ${name}(id: $id, version: $version, input: $input${extra}) ${CHANGE} }`,
});

const meetingAct = (name: string, target: string, parameters = '', args = ''): RootLine => ({
  field: `Mutation.${name}`, yes: PREPARERS, no: 'NOT_FOUND', target,
  document: `mutation ($id: ID!, $version: Int!${parameters}) { ${name}(id: $id, version: $version${args}) ${CHANGE} }`,
});

const NOBODYS = '00000000-0000-4000-8000-000000000000';

const BODY_LINES: readonly RootLine[] = [
  { field: 'Query.body', yes: ALL, target: 'body', document: 'query ($id: ID!) { body(id: $id) { id } }' },
  { field: 'Mutation.createBody', yes: PREPARERS, no: 'NOT_FOUND', target: 'bodyInput', document: `mutation ($environmentId: ID!, $input: BodyInput!) { createBody(environmentId: $environmentId, input: $input) ${CHANGE} }` },
  bodyAct('reviseBody', 'freshBodyAndInput', 'BodyInput'),
  bodyAct('adoptBylaws', 'freshBodyAndBylaws', 'BylawsInput', ', adoptedOn: "2026-01-01", effectiveFrom: "2026-01-01"'),
  bodyAct('addSeats', 'freshBodyAndSeats', 'SeatInput'),
  bodyAct('seatPerson', 'freshBodyAndSitting', 'SittingInput'),
  bodyAct('appointOfficer', 'freshBodyAndAppointment', 'AppointmentInput'),
  { field: 'Mutation.retireSeat', yes: PREPARERS, no: 'NOT_FOUND', target: 'freshBodyAndSeat', document: `mutation ($id: ID!, $version: Int!, $seatId: ID!) { retireSeat(id: $id, version: $version, seatId: $seatId) ${CHANGE} }` },
  bodyAct('vacateOffice', 'freshBodyAndLeaving', 'LeavingInput'),
  { field: 'Mutation.takeBackOfficeChange', yes: PREPARERS, no: 'NOT_FOUND', target: 'freshBodyAndComing', document: `mutation ($id: ID!, $version: Int!, $officerId: ID!) { takeBackOfficeChange(id: $id, version: $version, officerId: $officerId) ${CHANGE} }` },
  ballotAct('closeBody', 'freshBody', PREPARERS),
  // Nothing is seated and no term is over: who may is answered by the rule.
  { ...ballotAct('certifyRoster', 'freshBody', []), refused: PREPARERS },
  { ...ballotAct('rollOverBody', 'freshBody', []), refused: PREPARERS },
  { field: 'Subscription.bodyChanged', yes: ALL, target: 'body', document: 'subscription ($id: ID!) { bodyChanged(id: $id) { resume } }' },
  { field: 'Subscription.bodiesChanged', yes: ALL, target: 'environment', document: 'subscription ($id: ID!) { bodiesChanged(environmentId: $id) { resume body { id } } }' },
];

/** Meetings of a body none of the viewers is an officer of, unless a line says otherwise. */
const MEETING_LINES: readonly RootLine[] = [
  { field: 'Query.meeting', about: 'noticed', yes: ALL, target: 'meeting', document: 'query ($id: ID!) { meeting(id: $id) { id } }' },
  { field: 'Query.meeting', about: 'a draft', yes: PREPARERS, no: 'NULL', open: true, target: 'draftMeeting', document: 'query ($id: ID!) { meeting(id: $id) { id } }' },
  { field: 'Query.meeting', about: 'a draft of a body whose secretary is of the staff', yes: ['staff', ...PREPARERS], no: 'NULL', open: true, target: 'officersDraft', document: 'query ($id: ID!) { meeting(id: $id) { id } }' },
  { field: 'Mutation.draftMeeting', yes: PREPARERS, no: 'NOT_FOUND', target: 'meetingWording', document: `mutation ($bodyId: ID!, $input: MeetingInput!) { draftMeeting(bodyId: $bodyId, input: $input) ${CHANGE} }` },
  meetingAct('reviseMeeting', 'freshMeetingAndWording', ', $input: MeetingInput!', ', input: $input'),
  meetingAct('addAgendaItem', 'freshMeetingAndItem', ', $input: AgendaItemInput!', ', input: $input'),
  meetingAct('reviseAgendaItem', 'freshMeetingAndItem', ', $itemId: ID!, $input: AgendaItemInput!', ', itemId: $itemId, input: $input'),
  meetingAct('moveAgendaItem', 'freshMeeting', ', $itemId: ID!', ', itemId: $itemId, place: { position: 1 }'),
  meetingAct('withdrawAgendaItem', 'freshMeeting', ', $itemId: ID!', ', itemId: $itemId'),
  meetingAct('postNotice', 'freshMeeting'),
  { ...meetingAct('postNotice', 'freshOfficersMeeting'), about: 'of a body whose secretary is of the staff', yes: ['staff', ...PREPARERS] },
  meetingAct('provePosting', 'freshNoticeAndProof', ', $input: PostingProofInput!', ', input: $input'),
  // Nobody has sent the file: who may add one is answered by the rule.
  { ...meetingAct('addPaper', 'freshMeeting', ', $itemId: ID!', `, itemId: $itemId, input: { uploadId: "${NOBODYS}", title: "Plan" }`), yes: [], refused: PREPARERS },
  meetingAct('renamePaper', 'freshPaper', ', $paperId: ID!', ', paperId: $paperId, title: "Plan"'),
  meetingAct('movePaper', 'freshPaper', ', $paperId: ID!', ', paperId: $paperId, position: 1'),
  meetingAct('withdrawPaper', 'freshPaper', ', $paperId: ID!', ', paperId: $paperId'),
  meetingAct('cancelMeeting', 'freshNotice', '', ', reason: "Flooded."'),
  meetingAct('discardMeeting', 'freshMeeting'),
  { field: 'Mutation.planToAttend', yes: MEMBERS, no: 'NOT_FOUND', target: 'meetingAndPlan', document: `mutation ($id: ID!, $input: AttendancePlanInput!) { planToAttend(id: $id, input: $input) ${CHANGE} }` },
  { field: 'Mutation.revokeCalendarLink', yes: SIGNED_IN, target: 'nothing', document: 'mutation { revokeCalendarLink { id } }' },
  // After this everybody has one, whose field is tried below.
  { field: 'Mutation.makeCalendarLink', yes: SIGNED_IN, target: 'nothing', document: 'mutation { makeCalendarLink { path } }' },
  { field: 'Subscription.meetingChanged', about: 'noticed', yes: ALL, target: 'meeting', document: 'subscription ($id: ID!) { meetingChanged(id: $id) { meeting { id } } }' },
  { field: 'Subscription.meetingChanged', about: 'a draft', yes: PREPARERS, no: 'NOT_FOUND', open: true, target: 'draftMeeting', document: 'subscription ($id: ID!) { meetingChanged(id: $id) { meetingId } }' },
  { field: 'Subscription.meetingsChanged', yes: ALL, target: 'environment', document: 'subscription ($id: ID!) { meetingsChanged(environmentId: $id) { resume meeting { id } } }' },
  { field: 'Subscription.bodyMeetingsChanged', yes: ALL, target: 'body', document: 'subscription ($id: ID!) { bodyMeetingsChanged(bodyId: $id) { resume meeting { id } } }' },
  { field: 'Subscription.bodyMeetingsChanged', about: 'with drafts, of a body whose chair is the student', yes: ['student', ...PREPARERS], no: 'NOT_FOUND', target: 'body', document: 'subscription ($id: ID!) { bodyMeetingsChanged(bodyId: $id, drafts: true) { resume meetingId } }' },
];

/** Acts of the room, of a body in which the viewer `parent` sits and no viewer is an officer. */
const roomAct = (name: string, target: string, parameters = '', args = '', more: Partial<RootLine> = {}): RootLine => ({
  field: `Mutation.${name}`, yes: PREPARERS, no: 'NOT_FOUND', target,
  document: `mutation ($key: ID!, $id: ID!${parameters}) { ${name}(key: $key, id: $id${args}) ${CHANGE} }`, ...more,
});
const onSpeaker = (name: string, target: string, args = ''): RootLine => roomAct(name, target, ', $speakerId: ID!', `, speakerId: $speakerId${args}`);

const SITTING_LINES: readonly RootLine[] = [
  roomAct('callToOrder', 'freshRoom'),
  roomAct('recordAttendance', 'freshRoom', ', $memberId: ID!', ', memberId: $memberId, kind: ARRIVED'),
  roomAct('attend', 'freshRoom', '', ', kind: ARRIVED, way: REMOTE', { yes: ['parent'] }),
  roomAct('countVisitors', 'room', '', ', visitors: 3'),
  roomAct('preside', 'freshSession', ', $memberId: ID!', ', memberId: $memberId'),
  roomAct('takeRecord', 'freshSession', ', $memberId: ID!', ', memberId: $memberId'),
  roomAct('takeUpItem', 'room', ', $itemId: ID!', ', itemId: $itemId'),
  roomAct('closeItem', 'roomAndNewItem', ', $itemId: ID!', ', itemId: $itemId, outcome: DISCUSSED'),
  roomAct('addItem', 'roomAndItem', ', $input: AgendaItemInput!', ', input: $input'),
  roomAct('offerComment', 'room'),
  roomAct('askToSpeak', 'room', '', ', input: {}', { yes: MEMBERS }),
  roomAct('askToSpeak', 'room', '', ', input: { visitor: true, name: "Rosa" }', { about: 'of a visitor' }),
  onSpeaker('withdrawSpeaker', 'waiting'),
  onSpeaker('callSpeaker', 'waiting'),
  onSpeaker('moveSpeaker', 'waiting', ', position: 1'),
  onSpeaker('pauseSpeaker', 'speaking'),
  onSpeaker('resumeSpeaker', 'paused'),
  onSpeaker('extendSpeaker', 'speaking', ', seconds: 30'),
  onSpeaker('finishSpeaker', 'speaking'),
  // Nobody has come, so there is no agenda to be done with.
  roomAct('adjournMeeting', 'freshSession'),
  roomAct('endWithoutQuorum', 'freshRoom'),
  { field: 'Subscription.sittingChanged', yes: ALL, target: 'theSitting', document: 'subscription ($id: ID!) { sittingChanged(id: $id) { sitting { id } } }' },
  { field: 'Subscription.sittingChanged', about: 'before the first notice', yes: [], no: 'NOT_FOUND', open: true, target: 'draftMeeting', document: 'subscription ($id: ID!) { sittingChanged(id: $id) { meetingId } }' },
];

export const COUNCIL_LINES: readonly RootLine[] = [...BODY_LINES, ...MEETING_LINES, ...SITTING_LINES];

/** Acts of office on a meeting, over HTTP and in a subscription, where everybody is the public. */
const noticed = (type: string, about: string, fields: string, seenBy: readonly Who[], target: string, inside: string, live: readonly Who[]): FieldLines => ({
  type, about, fields, seenBy, path: `query ($${target}: ID!) { meeting(id: $${target}) { ${inside} } }`,
  socket: { path: `subscription ($${target}: ID!) { meetingChanged(id: $${target}) { meeting { ${inside} } } }`, seenBy: live },
});
/** Of a sitting, over HTTP and in its subscription, where everybody is the public. */
const sat = (type: string, about: string, fields: string, seenBy: readonly Who[], live: readonly Who[], target = 'sitting', inside = '…'): FieldLines => ({
  type, about, fields, seenBy, path: `query ($${target}: ID!) { meeting(id: $${target}) { sitting { ${inside} } } }`,
  socket: { path: `subscription ($${target}: ID!) { sittingChanged(id: $${target}) { sitting { ${inside} } } }`, seenBy: live },
});

/** What those who prepare a meeting go by; whoever answers sees their own answer, and everybody else only numbers. */
const prepared = (type: string, fields: string, inside: string): FieldLines => ({
  // The student chairs its body.
  type, fields, seenBy: ['student', ...PREPARERS], says: 'anything', path: `query ($plannedMeeting: ID!) { meeting(id: $plannedMeeting) { preparedAttendance { ${inside} } } }`,
});

export const COUNCIL_FIELDS: readonly FieldLines[] = [
  prepared('PreparedAttendance', 'members needed membersComing membersRemote answers requests', '…'),
  prepared('MemberPlan', 'name answer', 'answers { … }'),
  prepared('PlanRequest', 'name interpreter children note late', 'requests { … }'),
  { type: 'AttendancePlan', fields: 'answer interpreter children note', seenBy: ['student'], path: 'query ($plannedMeeting: ID!) { meeting(id: $plannedMeeting) { myPlan { … } } }' },
  { type: 'CalendarLink', fields: 'madeAt', seenBy: SIGNED_IN, path: '{ viewer { calendarLink { … } } }' },
  sat('Sitting', 'of adults', 'id version state calledToOrderAt presiding presidingName recorderName members quorum quorumHistory attendance visitors items commentSeconds commentOfferedAt currentItemId speakers now viewerCan', ALL, ALL),
  sat('Sitting', 'that has ended', 'endedAt', ALL, ALL, 'endedSitting'),
  sat('Sitting', 'for who sits in it', 'me', ['parent'], []),
  sat('Sitting', 'for who runs it', 'door', PREPARERS, []),
  sat('Sitting', 'over which a student presides', 'presidingName recorderName', MEMBERS, [], 'studentsSitting'),
  sat('DoorCode', 'for who runs the sitting', 'code path until', PREPARERS, [], 'sitting', 'door { … }'),
  sat('SittingMember', 'an adult', 'id seat constituency number votes office name presence since', ALL, ALL, 'sitting', 'members { … }'),
  sat('SittingMember', 'a student who presides', 'name', MEMBERS, [], 'studentsSitting', 'presiding { … }'),
  sat('Speaker', 'an adult', 'id itemId kind name language translated simultaneous remote seconds state startedAt spentSeconds running mine', ALL, ALL, 'sitting', 'speakers { … }'),
  sat('Speaker', 'a student', 'name', MEMBERS, [], 'studentsSitting', 'speakers { … }'),
  noticed('Notice', 'posted by an adult', 'number postedAt postedBy kind title startsAt endsAt place onlineUrl interpretation childcare meetingLaw noticeHours digest items', ALL, 'meeting', 'notices { … }', ALL),
  noticed('Notice', 'posted by a student in office', 'postedBy', MEMBERS, 'studentsMeeting', 'notices { … }', []),
  noticed('PostingProof', 'the word of an adult', 'id noticeNumber where place postedAt recordedAt attestedBy', ALL, 'meeting', 'proofs { … }', ALL),
  noticed('PostingProof', 'the photo of who was there', 'photo', MEMBERS, 'filedMeeting', 'proofs { … }', []),
  noticed('PostingPhoto', 'of who was there', 'url mediaType bytes digest', MEMBERS, 'filedMeeting', 'proofs { photo { … } }', []),
  noticed('Paper', 'of a posted item', 'id title fileName mediaType bytes digest url addedAt availableAt late', ALL, 'filedMeeting', 'agenda { papers { … } }', ALL),
  noticed('NoticePaper', 'of a posted item', 'id title fileName mediaType bytes digest url', ALL, 'filedMeeting', 'notices { items { papers { … } } }', ALL),
  noticed('NoticePaper', 'that it was taken back', 'withdrawnAt', ALL, 'takenBackMeeting', 'notices { items { papers { … } } }', ALL),
  noticed('NoticePaper', 'taken back', 'url', PREPARERS, 'takenBackMeeting', 'notices { items { papers { … } } }', []),
  noticed('PostingProof', 'the word of a student in office', 'attestedBy', MEMBERS, 'studentsMeeting', 'proofs { … }', []),
  { type: 'Officer', about: 'a student', fields: 'name', seenBy: MEMBERS, path: 'query ($studentBody: ID!) { body(id: $studentBody) { officers { … } } }' },
  {
    type: 'Officer', about: 'a student, by their seat', fields: 'seat', seenBy: ALL, path: 'query ($studentBody: ID!) { body(id: $studentBody) { officers { … } } }',
    socket: { path: 'subscription ($certified: ID!) { ballotChanged(id: $certified) { ballot { environment { bodies { officers { … } } } } } }', seenBy: ALL },
  },
  {
    type: 'Officer', about: 'an adult', fields: 'id office starts ends name', seenBy: ALL, path: 'query ($adultBody: ID!) { body(id: $adultBody) { officers { … } } }',
    socket: { path: 'subscription ($certified: ID!) { ballotChanged(id: $certified) { ballot { environment { bodies { officers { … } } } } } }', seenBy: ALL },
  },
  { type: 'Officer', about: 'whom somebody follows', fields: 'until', seenBy: ALL, path: 'query ($studentBody: ID!) { body(id: $studentBody) { officers { … } } }' },
  { type: 'Officer', about: 'who leaves', fields: 'until leaves', seenBy: ALL, path: 'query ($leftBody: ID!) { body(id: $leftBody) { officers { … } } }' },
  { type: 'Officer', about: 'a student who is to come', fields: 'name', seenBy: MEMBERS, path: 'query ($studentBody: ID!) { body(id: $studentBody) { comingOfficers { … } } }' },
  {
    type: 'Seat', about: 'of a body', fields: 'seatId bodyId', seenBy: ALL, path: 'query ($adultBody: ID!) { body(id: $adultBody) { seats { … } } }',
    socket: { path: 'subscription ($certified: ID!) { ballotChanged(id: $certified) { ballot { environment { bodies { seats { … } } } } } }', seenBy: ALL },
  },
];
