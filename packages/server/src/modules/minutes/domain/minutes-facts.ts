import { inLanguage } from './blocks.ts';
import type { Disposition, DisposedBy, MinutesFacts } from './completeness.ts';
import type { HeldMeeting, HeldMotion, Someone } from './held-meeting.ts';

/** Students have no name in minutes, and still are somebody. */
const named = (someone: Someone | null): string => (someone === null ? '' : someone.student ? 'student' : someone.name);

const DISPOSITIONS: Readonly<Record<string, Disposition>> = { ADOPTED: 'ADOPTED', FAILED: 'FAILED', TABLED: 'TABLED', REFERRED: 'REFERRED', WITHDRAWN: 'WITHDRAWN' };

/** What the rule on complete minutes asks about, of what happened (rule 24). */
export function minutesFacts(held: HeldMeeting, locale: string): MinutesFacts {
  const [first] = held.quorum;
  // Nobody can decide it any more: that it was not decided is how it ended.
  const over = held.endedAt !== null;
  const came = held.members.filter(({ movements }) => movements.length > 0);
  return {
    kind: held.kind,
    body: inLanguage(held.body, locale),
    startedAt: held.calledToOrderAt,
    place: inLanguage(held.place, locale) || (held.online ? 'online' : ''),
    chair: named(held.presiding),
    secretary: named(held.secretary),
    members: held.members.map(({ id }) => id),
    present: came.map(({ id }) => id),
    absent: held.members.filter((member) => !came.includes(member)).map(({ id }) => id),
    quorum: first === undefined ? null : { present: first.present, needed: first.needed },
    priorMinutes: held.prior[0]?.action ?? null,
    motions: held.motions.map((motion) => ({
      motionId: motion.id, text: inLanguage(motion.text, locale), mover: named(held.members.find(({ id }) => id === motion.moverId) ?? null),
      disposition: DISPOSITIONS[motion.state] ?? (over ? 'UNDECIDED' : null), by: disposal(motion) ?? (over ? 'END_OF_MEETING' : null), count: motion.questions.findLast(({ amendmentId }) => amendmentId === null)?.count ?? null,
    })),
    adjournedAt: held.endedAt,
  };
}

function disposal({ disposedBy }: HeldMotion): DisposedBy | null {
  switch (disposedBy) {
    case 'VOTE': return 'COUNTED_VOTE';
    case 'LAPSED': return 'NO_SECONDER';
    case 'WITHDRAWN': return 'MOVER';
    case 'CONSENT': case 'TABLED': case 'REFERRED': return 'WITHOUT_OBJECTION';
    case null: return null;
  }
}
