import { useMemo } from 'react';
import { usePickText } from '../../i18n/LocalText.tsx';
import { type Say, useMessages } from '../../i18n/use-messages.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { resultSentence as sentenceOf } from '../../lib/result-sentence.ts';
import type { Why } from './queue.ts';
import { useRoom } from './room-context.ts';
import type { Asked, Member, Names, Question, Refusal, Sitting } from './sitting.ts';

/** A member by name where the viewer may read it, else by seat. */
export function useMemberWords(sitting: Sitting, names: Names): { name: (id: string | null | undefined) => string; seat: (member: Member) => string } {
  const say = useMessages('sitting');
  const pick = usePickText();
  return useMemo(() => {
    const seat = (member: Member) => pick(member.seat) || say(`room.seat.${member.constituency}`, { number: member.number });
    return {
      seat,
      name: (id) => {
        const member = sitting.members.find((each) => each.id === id);
        return member ? names.members.get(member.id) ?? seat(member) : say('room.somebody');
      },
    };
    // `pick` is made anew at each render and depends on the language, as `say` does.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [sitting.members, names, say]);
}

export function useNames() {
  const { sitting, names } = useRoom();
  return useMemberWords(sitting, names);
}

const REASONS = [
  'WRONG_STATE', 'TOO_EARLY', 'HOUR_PASSED', 'NO_POSTING_PROOF', 'POSTED_TOO_LATE', 'ALREADY_PRESENT', 'NOT_PRESENT', 'OUT_OF_ORDER', 'QUORUM_WAS_MET', 'NO_SUCH_ITEM', 'BODY_CLOSED',
  'NO_SUCH_MEMBER', 'NO_SUCH_SPEAKER', 'IN_THE_FUTURE', 'DOOR_CODE', 'NOT_ONLINE', 'NOBODY_PRESIDES', 'ITEM_CLOSED', 'AGENDA_OPEN', 'QUESTION_OPEN', 'ANOTHER_SPEAKS',
  'SPEAKER_STATE', 'ALREADY_WAITING', 'TOO_MANY_SPEAKERS', 'NOT_IN_SESSION', 'NOT_A_VOTING_MEMBER', 'CHAIR_DOES_NOT_MOVE', 'MOVER_SECONDS', 'NO_SECONDER', 'NO_QUORUM',
  'NOT_ELIGIBLE', 'COMMENT_NOT_OFFERED', 'SECRET_VOTE', 'AMENDMENT_PENDING', 'NOTHING_AMENDED', 'QUESTION_NOT_PUT', 'NO_SUCH_MOTION', 'THRESHOLD_TOO_LOW',
  'VOTES_MISSING', 'ALREADY_OBJECTED', 'CONSENSUS_FIRST', 'ROLL_CALL_ONLY', 'TOO_FEW_FOR_CONSENT', 'NOT_RUNNING', 'NO_SUCH_DECISION', 'NO_SUCH_PERSON', 'MINUTES_APPROVED', 'TOO_MANY_ITEMS',
  'NO_SUCH_MINUTES', 'MINUTES_NOT_CIRCULATED', 'MINUTES_NOT_APPROVED', 'CORRECTIONS_OPEN', 'NOT_ADOPTED', 'NO_SUCH_SUBJECT',
] as const;

type RefusalSaid = Pick<Refusal, 'reason' | 'source' | 'about'>;

/** What keeps something from happening, what to do about it, and which rule says so. */
export function useRefusalWords(): (refusal: RefusalSaid) => string {
  const say = useMessages('sitting');
  const { meeting } = useRoom();
  const dates = useDates(meeting.environment.timeZone);
  return ({ reason, source, about }) => {
    const [first = '', second = '', third = '', fourth = ''] = about;
    const known = REASONS.find((each) => each === reason);
    const moment = /^\d{4}-\d\d-\d\dT/.test(first) ? dates.dayTime(first) : '';
    const words = known === 'NO_QUORUM' || known === 'TOO_FEW_FOR_CONSENT' ? say(`room.refused.${known}`, { present: first || '0', needed: second || '0' })
      : known === 'TOO_EARLY' || known === 'HOUR_PASSED' ? say(`room.refused.${known}`, { when: moment })
        : known === 'NOT_ADOPTED' ? say('room.refused.NOT_ADOPTED', { ayes: first, twoThirds: second, members: third, notice: fourth })
          : say(`room.refused.${known ?? 'OTHER'}`);
    const from = source === 'bylaws' ? say('room.source.bylaws') : source === 'RONR' ? say('room.source.RONR') : source;
    return from ? say('room.refused.by', { words, source: from }) : words;
  };
}

/** Why an act did not happen, a line for each reason. */
export function useWhyWords(): (why: Why) => string[] {
  const core = useMessages();
  const say = useMessages('sitting');
  const refusal = useRefusalWords();
  return (why) => {
    if (why.kind === 'REFUSED') return why.refusals.map(refusal);
    if (why.kind === 'FAILED') return [core(`fault.${why.code}`)];
    // A student who is named is told of with what to do about it.
    if (why.faults.length > 0 && why.faults.every(({ code }) => code === 'STUDENT_NAMED')) return [];
    return why.faults.length > 0 ? why.faults.filter(({ code }) => code !== 'STUDENT_NAMED').map(({ code }) => say(`room.fault.${code === 'REQUIRED' || code === 'TOO_LONG' ? code : 'OTHER'}`)) : [say('room.fault.OTHER')];
  };
}

/** What came of a question, with its arithmetic. */
export const resultSentence = ({ question }: Pick<Asked, 'question'>, say: Say<'sitting'>): string => sentenceOf(question, say);

/** Who said what how often. */
export function tallySentence(question: Pick<Question, 'lines'>, say: Say<'sitting'>): string {
  const of = (vote: string) => question.lines.filter((line) => line.vote === vote).length;
  return say('room.tally', { ayes: of('AYE'), noes: of('NO'), abstentions: of('ABSTAIN') });
}
