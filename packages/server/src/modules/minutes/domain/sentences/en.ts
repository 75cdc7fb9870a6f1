import type { Sentences } from './sentences.ts';

const KINDS: Readonly<Record<string, string>> = { REGULAR: 'regular meeting', SPECIAL: 'special meeting', PLANNING_SESSION: 'planning session' };
const OFFICES: Readonly<Record<string, string>> = {
  CHAIR: 'chair', VICE_CHAIR: 'vice-chair', SECRETARY: 'secretary', TREASURER: 'treasurer', PARLIAMENTARIAN: 'parliamentarian', DELEGATE: 'delegate',
};
const MOTIONS: Readonly<Record<string, string>> = {
  URGENCY: 'to find that the item must be acted on now', ADJOURN: 'to adjourn', APPROVE_MINUTES: 'to approve minutes', AMEND_MINUTES: 'to amend approved minutes',
  RECONSIDER: 'to reconsider', RECOMMEND: 'to recommend',
};
const OF = { CAST: 'votes cast', PRESENT: 'members present', MEMBERS: 'members' } as const;
const VOTES = { AYE: 'aye', NO: 'no', ABSTAIN: 'abstained', RECUSED: 'recused', ABSENT: 'absent' } as const;

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
const by = (mover: string, seconder: string | null): string => `moved by ${mover}${seconder === null ? '' : `, seconded by ${seconder}`}`;

export const en: Sentences = {
  locale: 'en',
  student: 'Student',
  aStudent: 'a student',
  somebody: 'A visitor',
  nameWithheld: 'Name withheld',
  title: (kind, body, day) => `${body}: minutes of the ${KINDS[kind] ?? 'meeting'} of ${day}`,
  held: (day, place, online) => `The meeting was held on ${day}${place === '' ? '' : `, ${place}`}${online ? ', and online' : ''}.`,
  calledToOrder: (time, presiding) => (presiding === null ? `The meeting was called to order at ${time}.` : `${presiding} presided and called the meeting to order at ${time}.`),
  secretary: (name) => `${name} took the record.`,
  attendance: (present, members, visitors) => `Present at some time: ${present} of ${many(members, 'member', 'members')}. Visitors: ${visitors}.`,
  member: (name, seat, office) => `${name} (${[seat, office === null ? '' : OFFICES[office] ?? ''].filter(Boolean).join(', ')})`,
  absent: 'absent',
  presentThroughout: 'present',
  came: (time) => `arrived at ${time}`,
  left: (time) => `left at ${time}`,
  online: 'online',
  quorum: (present, members, needed, met) => `${met ? 'A quorum was present' : 'There was no quorum'} at the call to order: ${present} of ${many(members, 'member', 'members')}, ${needed} needed.`,
  quorumChanged: (time, present, needed, met) => `At ${time} the quorum was ${met ? 'whole again' : 'lost'}: ${present} present, ${needed} needed.`,
  prior: (action, days) => ({
    APPROVED: `The minutes of ${days} were approved.`,
    APPROVED_AS_CORRECTED: `The minutes of ${days} were approved as corrected.`,
    POSTPONED: `The minutes of ${days} were not acted on.`,
    NONE_PENDING: 'No minutes of an earlier meeting were up for approval.',
  })[action],
  addedInSession: 'This item was not on the notice; it was added during the meeting.',
  urgencyFound: 'The body found that it had to act on this item now, and that this came up after the notice was posted.',
  comment: (speakers) => (speakers === 0 ? 'The public was invited to speak; nobody did.' : `The public was invited to speak; ${many(speakers, 'person', 'people')} did:`),
  generalComment: 'Public comment on anything within the body\'s jurisdiction',
  speaker: (language, interpreted) => [language === null ? '' : `in ${language}`, interpreted ? 'interpreted' : ''].filter(Boolean).join(', '),
  motion: (number, kind, mover, seconder, text) => `Motion ${number}${MOTIONS[kind] === undefined ? '' : ` ${MOTIONS[kind]}`}, ${by(mover, seconder)}: “${text}”`,
  findings: (immediate, afterPosting) => `Why now: ${immediate} How it came up after posting: ${afterPosting}`,
  amendment: (mover, seconder, text) => `Amendment, ${by(mover, seconder)}, so that it reads: “${text}”`,
  asAmended: (text) => `As amended: “${text}”`,
  voted: (adopted, { ayes, noes, abstentions, recused, needed, of }) =>
    `${adopted ? 'Adopted' : 'Not adopted'}: ${many(ayes, 'aye', 'ayes')}, ${many(noes, 'no', 'noes')}, ${many(abstentions, 'abstention', 'abstentions')}${recused === 0 ? '' : `, ${recused} recused`}; ${many(needed, 'aye', 'ayes')} needed, of ${OF[of]}.`,
  withoutObjection: () => 'Adopted without objection, after the question was put.',
  disposed: (how, to) => {
    switch (how) {
      case 'LAPSED': return 'It was not seconded, and lapsed.';
      case 'TABLED': return 'It was laid on the table.';
      case 'REFERRED': return `It was referred to ${to ?? ''}.`;
      case 'WITHDRAWN': return 'It was withdrawn.';
      case null: return 'It was not decided.';
    }
  },
  vote: (vote) => VOTES[vote],
  decision: (number, text) => `Decision ${number}: ${text}`,
  because: (rationale) => `Why it serves achievement: ${rationale}`,
  action: (owner, title, due) => `${owner} will do this${due === null ? '' : ` by ${due}`}: ${title}`,
  outcome: (outcome) => ({
    CONTINUED: 'The item is continued to a later meeting.', TABLED: 'The item was laid on the table.', WITHDRAWN: 'The item was withdrawn.', DISCUSSED: 'The item was discussed; no action was taken.',
  })[outcome],
  generalNotes: 'Notes',
  otherMotions: 'Other motions',
  approve: (day) => `Approve the minutes of ${day}`,
  approving: 'The body reads the minutes that were circulated, corrects them where needed, and approves them.',
  whyApprove: 'Families and staff can hold the body to what it decided for students only if it is written down right.',
  amended: (number, day, text) => `Version ${number}, amended by the body on ${day}: “${text}”`,
  adjourned: (time) => `The meeting was adjourned at ${time}.`,
};
