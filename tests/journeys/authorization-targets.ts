import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Member, type World, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { type Database, school } from '../../packages/server/src/platform/database/database.ts';
import type { Answer } from '../../packages/server/src/testing/served-house.ts';
import type { Who } from './authorization-lines.ts';
import { BodyTargets, type StoredBody } from './body-targets.ts';
import { ElectionTargets } from './election-targets.ts';
import { MeetingTargets } from './meeting-targets.ts';
import { MinutesTargets } from './minutes-targets.ts';
import { MessageTargets } from './message-targets.ts';
import { MotionTargets } from './motion-targets.ts';
import { RemedyTargets } from './remedy-targets.ts';

export interface MatrixWorld {
  readonly viewers: Readonly<Record<Who, Member | null>>;
  /** Ids of what is only looked at, by the name documents give them. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Variables for one try by one viewer; what an act would change is made anew for each. */
  readonly targets: Readonly<Record<string, (who: Who) => Promise<object>>>;
  /** Another session of the same person. */
  session(member: Member): Promise<{ id: string; bearer: string }>;
}

type Ask = (who: Member | null, document: string, variables?: object) => Promise<Answer>;

/** The two schools the matrix is tried on: people of every kind, ballots in every state, a roster half imported. */
export async function matrixWorld(db: Database, ask: Ask): Promise<MatrixWorld> {
  const world: World = await aSchool(db).withAdministrators(2).withCoordinators(2).withClerks(2).withOfficers(1).withTeachers(1).withStaff(1)
    .withFamily({ guardians: 2, students: 2, englishLearner: true }).withFamily().open();
  const elsewhere = await aSchool(db, 'Other School').withFamily().open();
  const child = world.families[0]!.students[0]!;
  const viewers: Record<Who, Member | null> = {
    anonymous: null,
    parent: world.families[0]!.guardians[0]!,
    foreignParent: elsewhere.families[0]!.guardians[0]!,
    student: world.families[1]!.students[0]!,
    staff: world.staff[0]!,
    clerk: world.clerks[0]!,
    coordinator: world.coordinators[0]!,
    administrator: world.administrators[0]!,
  };
  const em = db.fork(school(world.schoolId));
  await em.execute(`update person_pii set email = 'family@example.org', phone = '555 0100'`);
  await em.execute(`update session set device = 'a phone'`);
  await db.fork(school(elsewhere.schoolId)).execute(`update session set device = 'a phone'`);
  await em.execute(
    `insert into access_slip (school_id, person_id, token_hash, expires_at, revoked_at, last_used_at) values (?, ?, ?, now() + interval '1 day', now(), now())`,
    [world.schoolId, child.id, randomBytes(32)]);
  const fixed: Record<string, string> = {};

  const wording = () => ({
    environmentId: world.environmentId, method: 'YES_NO', binding: 'ADVISORY', combine: 'EVERY_CONSTITUENCY', options: [], description: [],
    question: [{ locale: 'en', text: 'Shall school start at nine?' }, { locale: 'es', text: '¿La escuela debe empezar a las nueve?' }],
    constituencies: [{ constituency: 'PARENT', quorum: { kind: 'NONE' } }],
    closesAt: new Date(Date.now() + 3_600_000).toISOString(),
  });

  async function act(by: Member, name: string, { id, version }: { id: string; version: number }, extra = ''): Promise<{ id: string; version: number }> {
    const answer = await ask(by, `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version${extra}) { __typename ... on BallotChanged { ballot { id version } } } }`, { id, version });
    const changed = answer.data?.[name] as { ballot?: { id: string; version: number } } | undefined;
    if (!changed?.ballot) throw new Error(`${name}: ${answer.text}`);
    return changed.ballot;
  }

  async function ballot(state: 'DRAFT' | 'SCHEDULED' | 'OPEN' | 'TALLIED'): Promise<{ id: string; version: number }> {
    const by = viewers.coordinator!;
    const answer = await ask(by, 'mutation ($input: BallotInput!) { draftBallot(input: $input) { ... on BallotSaved { ballot { id version } } } }', { input: wording() });
    let made = (answer.data!['draftBallot'] as { ballot: { id: string; version: number } }).ballot;
    if (state !== 'DRAFT') made = await act(by, 'scheduleBallot', made);
    if (state === 'OPEN' || state === 'TALLIED') made = await act(by, 'openBallot', made);
    if (state === 'TALLIED') made = await act(by, 'closeBallot', made, ', reason: "Done."');
    return made;
  }

  async function certified(): Promise<string> {
    const tallied = await ballot('TALLIED');
    await act(world.coordinators[1]!, 'certifyBallot', await act(world.clerks[1]!, 'certifyBallot', tallied));
    return tallied.id;
  }

  /** A secret ballot of parents and teachers, with a printed ballot given to one of each. */
  async function secretBallot(closed: boolean): Promise<{ id: string; personId: string }> {
    const [parent, teacher] = [await person('PARENT'), await person('TEACHER')];
    const by = viewers.coordinator!;
    const asked = [...wording().constituencies, { constituency: 'TEACHER', quorum: { kind: 'NONE' } }];
    const answer = await ask(by, 'mutation ($input: BallotInput!) { draftBallot(input: $input) { ... on BallotSaved { ballot { id version } } } }', { input: { ...wording(), secrecy: 'SECRET', constituencies: asked } });
    const open = await act(by, 'openBallot', await act(by, 'scheduleBallot', (answer.data!['draftBallot'] as { ballot: { id: string; version: number } }).ballot));
    for (const personId of closed ? [parent, teacher] : []) {
      await ask(by, 'mutation ($id: ID!, $personId: ID!) { givePrintedBallot(id: $id, personId: $personId) { __typename } }', { id: open.id, personId });
    }
    if (closed) await act(by, 'closeBallot', open, ', reason: "Done."');
    return { id: open.id, personId: parent };
  }

  const proposalWording = (rest: object = {}) => ({
    environmentId: world.environmentId, kind: 'FIST_TO_FIVE', title: [{ locale: 'en', text: 'Doors at seven' }, { locale: 'es', text: 'A las siete' }],
    body: [{ locale: 'en', text: 'From Monday on.' }, { locale: 'es', text: 'Desde el lunes.' }], constituencies: ['OTHER_STAFF'], named: [],
    facilitatorId: world.coordinators[1]!.id, ...rest,
  });
  const changedProposal = (answer: Answer, name: string): { id: string; version: number } => {
    const acted = answer.data?.[name] as { proposal?: { id: string; version: number } } | undefined;
    if (!acted?.proposal) throw new Error(`${name}: ${answer.text}`);
    return acted.proposal;
  };
  const PROPOSAL = '{ __typename ... on ProposalChanged { proposal { id version } } }';

  async function proposal(state: 'DRAFT' | 'OPEN', rest: object = {}): Promise<{ id: string; version: number }> {
    const by = world.coordinators[1]!;
    const draft = changedProposal(await ask(by, `mutation ($input: ProposalInput!) { draftProposal(input: $input) ${PROPOSAL} }`, { input: proposalWording(rest) }), 'draftProposal');
    if (state === 'DRAFT') return draft;
    return changedProposal(await ask(by, `mutation ($id: ID!, $version: Int!) { openProposal(id: $id, version: $version) ${PROPOSAL} }`, draft), 'openProposal');
  }

  async function respond(by: Member, proposalId: string, fist: number, reason: string | null = null): Promise<void> {
    changedProposal(await ask(by, `mutation ($input: RespondInput!) { respondToProposal(input: $input) ${PROPOSAL} }`, { input: { proposalId, round: 1, fist, reason } }), 'respondToProposal');
  }

  /** Somebody of the team shows a low number; the answer's id. */
  async function concern(proposalId: string): Promise<string> {
    await respond(world.clerks[1]!, proposalId, 1, 'Too soon');
    const answer = await ask(world.coordinators[1]!, 'query ($id: ID!) { proposal(id: $id) { rounds { responses { id } } } }', { id: proposalId });
    return (answer.data!['proposal'] as { rounds: { responses: { id: string }[] }[] }).rounds[0]!.responses.at(-1)!.id;
  }

  /** One whose rounds hold an answer that was changed, a concern that was heard, and a comment. */
  async function spokenProposal(): Promise<string> {
    const { id } = await proposal('OPEN');
    await respond(viewers.staff!, id, 2, 'Why?');
    const low = await concern(id);
    await ask(world.coordinators[1]!, `mutation ($id: ID!) { hearResponse(id: $id, note: "Heard.") ${PROPOSAL} }`, { id: low });
    await ask(viewers.staff!, `mutation ($input: RoundCommentInput!) { commentOnProposal(input: $input) ${PROPOSAL} }`, { input: { proposalId: id, round: 1, kind: 'QUESTION', body: 'Why?' } });
    await respond(viewers.staff!, id, 4);
    return id;
  }

  async function rosterImport(): Promise<string> {
    const id = randomUUID();
    const em = db.fork(school(world.schoolId));
    await em.execute(
      `insert into roster_import (id, school_id, environment_id, state, file_name, version, orgs, counts, done, total, fault_count, warning_count, finished_at)
       values (?, ?, ?, 'PREVIEWED', 'roster.zip', '1.1', ?::jsonb, ?::jsonb, 1, 1, 0, 1, now())`,
      [id, world.schoolId, world.environmentId, '[{"sourcedId":"s1","name":"School","people":1}]', '[{"effect":"ADD","subject":"PERSON","count":1}]']);
    await em.execute(
      `insert into roster_import_fault (import_id, school_id, ordinal, level, code, file, line, column_name, value) values (?, ?, 0, 'WARNING', 'NO_EMAIL', 'users.csv', 2, 'email', 'x')`,
      [id, world.schoolId]);
    await em.execute(
      `insert into roster_import_row (import_id, school_id, ordinal, file, line, effect, source_id, record, changes) values (?, ?, 0, 'users.csv', 2, 'ADD', 'u1', ?::jsonb, '{email}')`,
      [id, world.schoolId, '{"name":"Ada Lovelace","constituencies":["PARENT"],"stated":null}']);
    return id;
  }

  async function person(constituency = 'TEACHER', role?: string): Promise<string> {
    const id = randomUUID();
    const em = db.fork(school(world.schoolId));
    await em.execute('insert into person (id, school_id) values (?, ?)', [id, world.schoolId]);
    await em.execute(`insert into person_pii (person_id, school_id, given_name, family_name) values (?, ?, 'Fresh', 'Person')`, [id, world.schoolId]);
    await em.execute('insert into membership (school_id, environment_id, person_id, constituency) values (?, ?, ?, ?)', [world.schoolId, world.environmentId, id, constituency]);
    if (role) await em.execute('insert into role_grant (school_id, environment_id, person_id, role) values (?, ?, ?, ?)', [world.schoolId, world.environmentId, id, role]);
    return id;
  }

  /** Another session of the same person; its token. */
  async function session(member: Member): Promise<{ id: string; bearer: string }> {
    const [id, bearer] = [randomUUID(), randomBytes(32).toString('base64url')];
    const schoolId = member === viewers.foreignParent ? elsewhere.schoolId : world.schoolId;
    await db.fork(school(schoolId)).execute(
      `insert into session (id, school_id, person_id, token_hash, transport, expires_at) values (?, ?, ?, ?, 'BEARER', now() + interval '1 hour')`,
      [id, schoolId, member.id, createHash('sha256').update(bearer).digest()]);
    return { id, bearer };
  }
  const slips = (personId: string) => ({ input: {
    environmentId: world.environmentId, expiresAt: new Date(Date.now() + 86_400_000).toISOString(), revokeEarlier: false,
    slips: [{ personId, tokenHash: randomBytes(32).toString('hex') }],
  } });
  const newcomer = (roles: string[]) => ({ input: { environmentId: world.environmentId, givenName: 'New', familyName: 'Comer', locale: 'en', constituencies: ['COMMUNITY'], roles } });

  const meetings = new MeetingTargets(db, ask, world, world.coordinators[1]!);
  const motions = new MotionTargets(db, world, meetings, viewers.parent!, world.coordinators[1]!);
  const remedies = new RemedyTargets(db, world, meetings, viewers.parent!);
  const minutes = new MinutesTargets(db, ask, meetings, world.coordinators[1]!, world.environmentId);
  const bodies = new BodyTargets(ask, world.environmentId, world.coordinators[1]!);
  const theBody = ({ id, version }: StoredBody) => ({ id, version });
  const elections = new ElectionTargets(db, ask, world, world.coordinators[1]!);
  const messages = new MessageTargets(db, viewers, (member) => (member === viewers.foreignParent ? elsewhere : world));
  await messages.everybody();
  const [mother, father] = world.families[0]!.guardians as [Member, Member];

  const targets: Record<string, (who: Who) => Promise<object>> = {
    nothing: async () => ({}),
    ...messages.targets(),
    environment: async () => ({ id: world.environmentId }),
    openBallot: async () => ({ id: fixed['openBallot'] }),
    draft: async () => ({ id: fixed['draft'] }),
    child: async () => ({ id: child.id }),
    rosterImport: async () => ({ id: fixed['rosterImport'] }),
    unknownSlip: async () => ({ input: { token: randomBytes(32).toString('hex') } }),
    unknownSetUp: async () => ({ input: {
      setupToken: randomBytes(32).toString('hex'), schoolName: 'Any School', environmentName: 'Any', slug: 'any-school', timeZone: 'America/Los_Angeles', requiredLocales: ['en'],
      givenName: 'Any', familyName: 'Body', locale: 'en', slipTokenHash: randomBytes(32).toString('hex'),
    } }),
    throwawaySession: async () => ({}),
    ownOtherSession: async (who) => ({ id: viewers[who] ? (await session(viewers[who])).id : randomUUID() }),
    strangersSession: async (who) => ({ id: (await session(who === 'staff' ? viewers.parent! : viewers.staff!)).id }),
    preferences: async () => ({ input: { locale: 'en' } }),
    environmentSettings: async () => ({ input: { id: world.environmentId, timeZone: 'America/Los_Angeles' } }),
    newcomer: async () => newcomer([]),
    newAdministrator: async () => newcomer(['OFFICER']),
    personChange: async () => ({ input: { id: await person(), givenName: 'Changed' } }),
    officerChange: async () => ({ input: { id: await person('TEACHER', 'OFFICER'), givenName: 'Changed' } }),
    freshPerson: async () => ({ id: await person() }),
    membership: async () => ({ personId: await person(), constituency: 'TEACHER' }),
    role: async () => ({ personId: await person(), role: 'OFFICER' }),
    slipForPerson: async () => slips(await person()),
    slipForOfficer: async () => slips(await person('TEACHER', 'OFFICER')),
    freshSlip: async () => {
      const id = randomUUID();
      await db.fork(school(world.schoolId)).execute(
        `insert into access_slip (id, school_id, person_id, token_hash, expires_at) values (?, ?, ?, ?, now() + interval '1 day')`,
        [id, world.schoolId, await person(), randomBytes(32)]);
      return { id };
    },
    freshImport: async () => ({ id: await rosterImport() }),
    freshImportOrg: async () => ({ id: await rosterImport(), org: 's1' }),
    freshImportInput: async () => ({ input: { id: await rosterImport() } }),
    wording: async () => ({ input: wording() }),
    freshDraft: () => ballot('DRAFT'),
    freshDraftAndWording: async () => ({ ...await ballot('DRAFT'), input: wording() }),
    freshScheduled: () => ballot('SCHEDULED'),
    freshOpen: () => ballot('OPEN'),
    talliedBallot: () => ballot('TALLIED'),
    proposal: async () => ({ id: fixed['proposal'] }),
    publicProposal: async () => ({ id: fixed['publicProposal'] }),
    draftProposal: async () => ({ id: fixed['draftProposal'] }),
    proposalWording: async () => ({ input: proposalWording() }),
    freshProposal: () => proposal('DRAFT'),
    freshProposalAndWording: async () => ({ ...await proposal('DRAFT'), input: proposalWording() }),
    openedProposal: () => proposal('OPEN'),
    agreedProposal: async () => {
      const made = await proposal('OPEN', { quorum: { numerator: 1, denominator: 100, atLeast: true } });
      await respond(world.clerks[1]!, made.id, 5);
      return made;
    },
    nextRound: async () => ({ ...await proposal('OPEN'), input: { title: proposalWording().title, body: proposalWording().body } }),
    concern: async () => ({ id: await concern((await proposal('OPEN')).id) }),
    answer: async () => ({ input: { proposalId: (await proposal('OPEN')).id, round: 1, fist: 4 } }),
    comment: async () => ({ input: { proposalId: (await proposal('OPEN')).id, round: 1, kind: 'REACTION', body: 'Good.' } }),
    secretVoter: async () => secretVoter,
    awaitedReading: async () => ({ id: fixed['awaitedReading'] }),
    vote: async () => {
      const open = await ballot('OPEN');
      const answer = await ask(null, 'query ($id: ID!) { ballot(id: $id) { options { id } } }', { id: open.id });
      const [option] = (answer.data!['ballot'] as { options: { id: string }[] }).options;
      return { input: { ballotId: open.id, optionIds: [option!.id], key: randomBytes(16).toString('hex') } };
    },
    election: async () => ({ id: fixed['election'] }),
    unnoticed: async () => ({ id: fixed['unnoticed'] }),
    electionWording: async () => ({ input: elections.input() }),
    freshElectionAndWording: async () => ({ ...await elections.scheduled(), input: elections.input() }),
    freshElection: () => elections.scheduled(),
    nominatingElection: () => elections.nominating(),
    freshNominating: async () => ({ id: (await elections.nominating()).id }),
    talliedElection: () => elections.tallied(),
    certifiedElection: async () => ({ id: (await elections.certified()).id }),
    freshChallenge: async () => ({ id: (await elections.challenge(mother)).id }),
    body: async () => ({ id: fixed['studentBody'] }),
    bodyInput: async () => ({ environmentId: world.environmentId, input: bodies.input() }),
    freshBody: async () => theBody(await bodies.made()),
    freshBodyAndInput: async () => ({ ...theBody(await bodies.made()), input: bodies.input() }),
    freshBodyAndBylaws: async () => ({ ...theBody(await bodies.made()), input: bodies.bylaws() }),
    freshBodyAndSeats: async () => ({ ...theBody(await bodies.made()), input: { constituency: 'PARENT', number: 1, way: 'ELECTED', chosenBy: 'PARENT', name: [{ locale: 'en', text: 'Parent' }] } }),
    freshBodyAndSitting: async () => {
      const made = await bodies.made();
      return { ...theBody(made), input: bodies.sitting(made, 'PARENT', await person('PARENT')) };
    },
    // The secretary may come from outside the body, so that the act goes through.
    freshBodyAndAppointment: async () => ({ ...theBody(await bodies.made()), input: { office: 'SECRETARY', personId: await person('PARENT'), starts: '2026-09-01', ends: '2090-06-30' } }),
    freshBodyAndLeaving: async () => {
      const made = await bodies.withSecretary(await person('PARENT'));
      return { ...theBody(made), input: { officerId: made.officers[0]!.id, leaves: 'RESIGNED', from: '2089-09-01' } };
    },
    freshBodyAndComing: async () => {
      const made = await bodies.withSecretary(await person('PARENT'), '2089-09-01');
      return { ...theBody(made), officerId: made.comingOfficers[0]!.id };
    },
    freshBodyAndSeat: async () => {
      const made = await bodies.made();
      return { ...theBody(made), seatId: made.seats[0]!.seatId };
    },
    freshSeat: async () => {
      const made = await bodies.seated('PARENT', await person('PARENT'));
      return { ...theBody(made), holdingId: made.seats.find(({ vacant }) => !vacant)!.id };
    },
    proposedNomination: async () => ({ id: (await elections.nomination(mother, 'PROPOSED')).id }),
    acceptedNomination: async () => ({ id: (await elections.nomination(mother, 'ACCEPTED')).id }),
    statement: async () => ({ input: { nominationId: (await elections.nomination(mother, 'ACCEPTED')).id, statement: [{ locale: 'es', text: 'Quiero ayudar.' }] } }),
    ...meetings.targets(viewers.staff!, viewers.parent!),
    ...motions.targets(),
    ...minutes.targets(),
    ...remedies.targets(),
  };

  fixed['election'] = (await elections.nomination(father, 'ACCEPTED')).election.id;
  fixed['studentElection'] = (await elections.nomination(viewers.student!, 'ACCEPTED', 'STUDENT')).election.id;
  fixed['waitingElection'] = (await elections.nomination(mother, 'PROPOSED')).election.id;
  fixed['unnoticed'] = (await elections.scheduled()).id;
  fixed['challenged'] = (await elections.challenge(mother, [world.clerks[1]!])).election.id;
  fixed['decided'] = (await elections.challenge(mother, [world.clerks[1]!, world.coordinators[1]!])).election.id;
  fixed['seated'] = (await elections.seat(father)).election.id;
  fixed['adultBody'] = (await bodies.withSecretary(viewers.clerk!.id)).id;
  fixed['leftBody'] = (await bodies.left(viewers.clerk!.id)).id;
  fixed['studentBody'] = (await bodies.withStudent(viewers.student!.id)).id;
  fixed['studentSeated'] = (await elections.seat(viewers.student!, 'STUDENT')).election.id;
  fixed['signedElection'] = (await elections.tallied()).id;
  await em.execute(`insert into election_certification (election_id, school_id, person_id, role) values (?, ?, ?, 'CLERK')`,
    [fixed['signedElection'], world.schoolId, world.clerks[1]!.id]);

  Object.assign(fixed, await meetings.looked({ student: viewers.student!, secretary: viewers.staff!, member: viewers.parent!, studentBody: fixed['studentBody'] }));
  await motions.looked(fixed['sitting']!, fixed['studentsSitting']!, viewers.student!);
  Object.assign(fixed, await minutes.looked(viewers.parent!));
  Object.assign(fixed, await remedies.looked());
  fixed['child'] = child.id;
  fixed['parent'] = viewers.parent!.id;
  fixed['environment'] = world.environmentId;
  fixed['rosterImport'] = await rosterImport();
  fixed['openBallot'] = (await ballot('OPEN')).id;
  fixed['draft'] = (await ballot('DRAFT')).id;
  fixed['certified'] = await certified();
  const secretVoter = await secretBallot(false);
  fixed['awaitedReading'] = (await secretBallot(true)).id;
  await ask(viewers.clerk!, 'mutation ($id: ID!) { enterPrintedBallots(id: $id, constituency: PARENT, piles: []) { __typename } }', { id: fixed['awaitedReading'] });
  fixed['proposal'] = await spokenProposal();
  fixed['draftProposal'] = (await proposal('DRAFT')).id;
  fixed['publicProposal'] = (await proposal('OPEN', { constituencies: [], named: world.families[0]!.students.map(({ id }) => id), publicRecord: true })).id;
  return { viewers, fixed, targets, session };
}
