import type { MeetingAnswer } from '../application/change-meeting.ts';

/** The meeting; a demonstration that a rule refuses is a mistake of ours. */
export function done(answer: MeetingAnswer): string {
  if (answer.answer !== 'CHANGED') throw new Error(`the demonstration's meeting was refused: ${JSON.stringify(answer)}`);
  return answer.meetingId;
}
