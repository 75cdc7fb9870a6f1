import { randomUUID } from 'node:crypto';
import type { EntityManager } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { allowsAct } from '../domain/meeting-states.ts';
import { type MeetingFault, clean } from '../domain/meeting-wording.ts';
import { allottedSeconds } from '../domain/public-comment.ts';
import { refuseSitting } from '../domain/refusal.ts';
import { EXTENSION, LONGEST_SPEECH, MOST_WAITING, type SpeakerAct, type SpeakerClock, type SpeakerKind, afterSpeakerAct } from '../domain/speaking.ts';
import { type ChangingSitting, type SittingOutcome, changeSitting } from './change-sitting.ts';
import { itemOf } from './sitting-facts.ts';
import { type SittingLooker, memberOf } from './sitting-looker.ts';
import type { SpeakerRecord } from './sitting-record.ts';

/** Who asks to speak, to what, and how. */
export interface SpeakerWording {
  /** Null: to anything within the body's jurisdiction. */
  readonly itemId: string | null;
  /** A visitor without an account, entered by whoever runs the sitting; `name` is theirs to give. */
  readonly visitor: boolean;
  readonly name: string | null;
  /** A member for whom whoever runs it asks; null: oneself. */
  readonly memberId: string | null;
  readonly nameWithheld: boolean;
  /** What they speak, as a BCP 47 tag. */
  readonly language: string | null;
  readonly translated: boolean;
  readonly simultaneous: boolean;
  readonly remote: boolean;
}

/** Characters. */
const LONGEST_NAME = 120;

/** Anybody may address the body (EC 35147; Gov. Code 54954.3); who speaks through an interpreter has twice the time (rule 7). */
export const askToSpeak = (house: House, viewer: ViewerFacts, key: string, meetingId: string, wording: SpeakerWording) => changeSitting(
  house, viewer, { key, meetingId, act: 'sitting.speaker-asked' },
  ({ runs, ofEnvironment }) => (wording.visitor || wording.memberId !== null ? runs : runs || ofEnvironment),
  async ({ em, sitting, looker, viewer: { personId } }) => {
    if (!allowsAct(sitting.state, 'ATTEND')) return refuseSitting('WRONG_STATE', [sitting.state]);
    const faults = speakerFaults(wording);
    if (faults.length > 0) return { faults };
    if (wording.itemId !== null && itemOf(sitting, wording.itemId) === null) return refuseSitting('NO_SUCH_ITEM');
    const member = wording.memberId === null ? looker.member : memberOf(sitting, { memberId: wording.memberId });
    if (wording.memberId !== null && member === null) return refuseSitting('NO_SUCH_MEMBER');
    const waiting = sitting.speakers.filter(({ state }) => state === 'WAITING');
    if (waiting.length >= MOST_WAITING) return refuseSitting('TOO_MANY_SPEAKERS', [MOST_WAITING]);
    const speaks = wording.visitor ? null : wording.memberId === null ? personId : member!.personId;
    const itemId = wording.itemId?.toLowerCase() ?? null;
    if (speaks !== null && waiting.some((each) => each.personId === speaks && each.itemId === itemId)) return refuseSitting('ALREADY_WAITING');
    const kind: SpeakerKind = !wording.visitor && member !== null ? 'MEMBER' : 'PUBLIC';
    const id = randomUUID();
    await em.execute(
      `insert into speaker (id, school_id, meeting_id, item_id, kind, person_id, name, name_withheld, language, translated, simultaneous, remote, seconds, position, entered_by)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [id, sitting.schoolId, sitting.id, itemId, kind, speaks, speaks === null ? clean(wording.name ?? '') || null : null, wording.nameWithheld, clean(wording.language ?? '') || null,
        wording.translated, wording.translated && wording.simultaneous, wording.remote, allottedSeconds(sitting.rules.commentSeconds, wording), sitting.speakers.length + 1, personId]);
    return { done: { speakerId: id } };
  });

function speakerFaults({ name, language }: SpeakerWording): MeetingFault[] {
  const fault = (field: string, code: MeetingFault['code']): MeetingFault => ({ field, itemId: null, code, about: [] });
  return [
    ...((name ?? '').length > LONGEST_NAME ? [fault('name', 'TOO_LONG')] : []),
    ...(language !== null && language !== '' && !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language) ? [fault('language', 'BAD_LOCALE')] : []),
  ];
}

/** Who waits thinks better of it, or whoever runs the sitting takes them off the list. */
export const withdrawSpeaker = (house: House, viewer: ViewerFacts, key: string, meetingId: string, speakerId: string) =>
  onSpeaker(house, viewer, { key, meetingId, speakerId, act: 'WITHDRAW' }, (looker, speaker) => looker.runs || speaker?.personId === viewer.personId);

const runs = ({ runs: does }: SittingLooker) => does;

/** Gives the floor; the clock runs by the database. One speaks at a time. */
export const callSpeaker = (house: House, viewer: ViewerFacts, key: string, meetingId: string, speakerId: string) =>
  onSpeaker(house, viewer, { key, meetingId, speakerId, act: 'CALL' }, runs, async ({ sitting }) =>
    (sitting.speakers.some(({ state }) => state === 'SPEAKING') ? refuseSitting('ANOTHER_SPEAKS') : null));

export const pauseSpeaker = (house: House, viewer: ViewerFacts, key: string, meetingId: string, speakerId: string) =>
  onSpeaker(house, viewer, { key, meetingId, speakerId, act: 'PAUSE' }, runs);

export const resumeSpeaker = (house: House, viewer: ViewerFacts, key: string, meetingId: string, speakerId: string) =>
  onSpeaker(house, viewer, { key, meetingId, speakerId, act: 'RESUME' }, runs);

export const finishSpeaker = (house: House, viewer: ViewerFacts, key: string, meetingId: string, speakerId: string) =>
  onSpeaker(house, viewer, { key, meetingId, speakerId, act: 'FINISH' }, runs);

/** More time: 10 to 1,800 seconds at once. */
export const extendSpeaker = (house: House, viewer: ViewerFacts, key: string, meetingId: string, speakerId: string, seconds: number) =>
  onSpeaker(house, viewer, { key, meetingId, speakerId, act: 'EXTEND' }, runs, async ({ em }, speaker) => {
    if (seconds < EXTENSION.least || seconds > EXTENSION.most || speaker.seconds + seconds > LONGEST_SPEECH) return { faults: [{ field: 'seconds', itemId: null, code: 'OUT_OF_RANGE', about: [] }] };
    await em.execute('update speaker set seconds = seconds + ? where id = ?', [seconds, speaker.id]);
    return null;
  });

/** Another place among those who wait, from 1; beyond the end is the end. */
export const moveSpeaker = (house: House, viewer: ViewerFacts, key: string, meetingId: string, speakerId: string, position: number) =>
  onSpeaker(house, viewer, { key, meetingId, speakerId, act: 'MOVE' }, runs, async ({ em, sitting }, speaker) => {
    const [waiting, others] = [sitting.speakers.filter(({ state }) => state === 'WAITING'), sitting.speakers.filter(({ state }) => state !== 'WAITING')];
    const moved = waiting.filter(({ id }) => id !== speaker.id).toSpliced(Math.max(0, position - 1), 0, speaker);
    await em.execute('update speaker k set position = x.nth from unnest(?::uuid[]) with ordinality x (id, nth) where k.id = x.id', [`{${[...others, ...moved].map(({ id }) => id).join(',')}}`]);
    return null;
  });

interface OnSpeaker { readonly key: string; readonly meetingId: string; readonly speakerId: string; readonly act: SpeakerAct }

/** An act on one speaker: the clock's rule, then what is the act's own. */
function onSpeaker(
  house: House, viewer: ViewerFacts, { key, meetingId, speakerId, act }: OnSpeaker, permit: (looker: SittingLooker, speaker: SpeakerRecord | undefined) => boolean,
  rest: (changing: ChangingSitting, speaker: SpeakerRecord) => Promise<SittingOutcome> = async () => null,
) {
  const found = (speakers: readonly SpeakerRecord[]) => speakers.find(({ id }) => id === speakerId.toLowerCase());
  return changeSitting(
    house, viewer, { key, meetingId, act: `sitting.speaker-${act.toLowerCase()}` },
    (looker, { speakers }) => permit(looker, found(speakers)),
    async (changing) => {
      const { em, sitting, now } = changing;
      if (!allowsAct(sitting.state, act === 'WITHDRAW' || act === 'MOVE' ? 'ATTEND' : 'RECORD')) return refuseSitting('WRONG_STATE', [sitting.state]);
      const speaker = found(sitting.speakers);
      if (speaker === undefined) return refuseSitting('NO_SUCH_SPEAKER');
      const clock = afterSpeakerAct(speaker, act, now);
      if (clock === null) return refuseSitting('SPEAKER_STATE', [speaker.state]);
      const not = await rest(changing, speaker);
      if (not !== null) return not;
      await keepClock(em, speaker.id, clock);
      return { done: { speakerId: speaker.id } };
    });
}

const keepClock = (em: EntityManager, id: string, { state, spentMs, runningSince }: SpeakerClock): Promise<unknown> =>
  em.execute('update speaker set state = ?, spent_ms = ?, running_since = ? where id = ?', [state, Math.round(spentMs), runningSince, id]);
