import { registerEnumType } from 'type-graphql';
import { CONSTITUENCIES, type Constituency, ROLES, type Role } from '../domain/constituency.ts';
import type { NeedKind } from '../application/needs.ts';

/** The object form that type-graphql registers, from a list of names. */
export const enumOf = <T extends string>(names: readonly T[]): Readonly<Record<T, T>> =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<T, T>;

export const ConstituencyEnum = enumOf<Constituency>(CONSTITUENCIES);
registerEnumType(ConstituencyEnum, {
  name: 'Constituency',
  description: 'A peer group that votes and is counted separately. In a ballot a person belongs to one: staff before student, student before parent, parent before community.',
  valuesConfig: {
    PARENT: { description: 'Guardians of students, each with a vote of their own.' },
    OTHER_STAFF: { description: 'Aides, office, cafeteria and other staff who do not teach.' },
    COMMUNITY: { description: 'Business and community partners.' },
    EL_PARENT: { description: 'Parents of English learners. Derived from the students; nobody is put into it by hand.' },
  },
});

export const RoleEnum = enumOf<Role>(ROLES);
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What a person is trusted to do in an environment, beside being one of its people. Students hold none.',
  valuesConfig: {
    ADMINISTRATOR: { description: 'Everything, including giving roles. An environment always has at least one.' },
    COORDINATOR: { description: 'Keeps people and slips, prepares and certifies ballots.' },
    CLERK: { description: 'Keeps people and slips, certifies ballots.' },
    OFFICER: { description: 'An office in a body of the environment; gives no power over people or ballots.' },
  },
});

export const NeedKindEnum = enumOf<NeedKind>([
  'CAST_BALLOT', 'CERTIFY_BALLOT', 'OPEN_BALLOT', 'CORRECT_DRAFT', 'IMPORT_ROSTER', 'MAKE_SLIPS', 'RESPOND_TO_PROPOSAL', 'FACILITATE_ROUND',
  'NOMINATE', 'ANSWER_NOMINATION', 'WRITE_STATEMENT', 'POST_NOTICE', 'TRANSLATE_STATEMENTS', 'OPEN_ELECTION', 'CERTIFY_ELECTION', 'DECIDE_CHALLENGE',
  'POST_AGENDA', 'PROVE_POSTING', 'END_MEETING', 'MEETING_TODAY', 'ANSWER_MEETING', 'DO_ACTION', 'CORRECT_MINUTES', 'CIRCULATE_MINUTES', 'RESPONSE_OWED', 'ANSWER_DEMAND',
]);
registerEnumType(NeedKindEnum, {
  name: 'NeedKind',
  description: 'What waits for a person; the page gives each kind one verb.',
  valuesConfig: {
    CAST_BALLOT: { description: 'An open ballot on whose roll the person is and has not voted. Due when it closes.' },
    CERTIFY_BALLOT: { description: 'A counted ballot that waits for this member of the election committee.' },
    OPEN_BALLOT: { description: 'A complete ballot without a time to open by itself.' },
    CORRECT_DRAFT: { description: 'A draft in which something is missing.' },
    IMPORT_ROSTER: { description: 'The environment has no students yet.' },
    MAKE_SLIPS: { description: 'People have no slip with which they could sign in.' },
    RESPOND_TO_PROPOSAL: { description: 'An open round in which this person takes part and has not answered.' },
    FACILITATE_ROUND: { description: 'A round this person leads, in which somebody waits to be heard or everybody has answered.' },
    NOMINATE: { description: 'Seats of the person\'s constituency for which too few stand. Due when nominations end.' },
    ANSWER_NOMINATION: { description: 'Somebody nominated the person. Due when voting opens.' },
    WRITE_STATEMENT: { description: 'The person stands for a seat and has not said why. Due when voting opens.' },
    POST_NOTICE: { description: 'An election whose notice is to be posted by hand.' },
    TRANSLATE_STATEMENTS: { description: 'A candidate\'s statement is not in every required language. Due when voting opens.' },
    OPEN_ELECTION: { description: 'An election that could not open at its time, and can be opened by hand.' },
    CERTIFY_ELECTION: { description: 'A counted election that waits for this member of the election committee.' },
    DECIDE_CHALLENGE: { description: 'A challenge that waits for this member of the election committee.' },
    POST_AGENDA: { description: 'A meeting whose notice must be posted within a week. Due at the last lawful moment.' },
    PROVE_POSTING: { description: 'A noticed meeting of which nobody has said that its notice hangs at the school site. Due at the last lawful moment.' },
    END_MEETING: { description: 'A meeting that was noticed and is long past, and of which nobody has said whether it was held or called off; or that was never adjourned.' },
    MEETING_TODAY: { description: 'A meeting of a body they are a member of, from twelve hours before it begins until it ends. Due when it begins.' },
    ANSWER_MEETING: { description: 'A noticed meeting of a body they are a member of, of which they have not said whether they come. Due when it begins.' },
    DO_ACTION: { description: 'An action item of theirs that is due within two weeks, or was. Due at the end of its day; the target is the action item.' },
    CORRECT_MINUTES: { description: 'Circulated minutes of a body they are a member of, until they are approved; the target is the meeting.' },
    CIRCULATE_MINUTES: { description: 'A meeting they ran that is over, and whose minutes have not been circulated.' },
    RESPONSE_OWED: { description: 'A recommendation that a body they answer for has not answered. Due at the end of its day; the target is the recommendation.' },
    ANSWER_DEMAND: { description: 'A demand that a body they answer for has not settled, where the law sets a day. Due at its end; the target is the meeting it is about.' },
  },
});

export const SessionTransportEnum = enumOf(['COOKIE', 'BEARER'] as const);
registerEnumType(SessionTransportEnum, {
  name: 'SessionTransport',
  description: 'How a session travels with requests.',
  valuesConfig: {
    COOKIE: { description: 'An HttpOnly cookie, for pages.' },
    BEARER: { description: 'An `Authorization: Bearer` header, for programs.' },
  },
});
