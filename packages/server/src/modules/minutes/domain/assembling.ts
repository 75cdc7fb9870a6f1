import { type AssembledBlock, EDGE, type FreeSpan, type MinutesBlockKind, type MinutesLine, type Texts, inLanguage } from './blocks.ts';
import type { HeldAction, HeldItem, HeldMeeting, HeldMember, HeldMotion, HeldQuestion, HeldSpeaker, Someone } from './held-meeting.ts';
import type { Sentences } from './sentences/sentences.ts';
import { sentencesOf } from './sentences/written.ts';

/** Around words somebody chose, while a sentence is put together; no text that was typed holds them (Unicode's own use). */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];

/** Sentences of one language, and how it reads times, days and people. */
interface Voice {
  readonly locale: string;
  readonly say: Sentences;
  time(at: Date): string;
  /** Of a moment, or of a calendar's day (`yyyy-mm-dd`). */
  day(at: Date | string): string;
  who(someone: Someone): string;
  free(text: string): string;
  of(texts: Texts): string;
  language(tag: string): string;
}

/** The languages minutes are written in by themselves, of those an environment requires; at least one. */
export function languagesOf(requiredLocales: readonly string[]): string[] {
  const written = requiredLocales.filter((locale) => sentencesOf(locale) !== null);
  return written.length === 0 ? ['en'] : written;
}

/** Minutes in the making: what happened, in sentences nobody had to type (domain.md S42 to S45). */
export function assembleMinutes(held: HeldMeeting, locales: readonly string[]): AssembledBlock[] {
  const voices = locales.map((locale) => voiceOf(locale, held.timeZone));
  const block = (kind: MinutesBlockKind, id: string, say: (voice: Voice) => string, rest: Partial<AssembledBlock> = {}): AssembledBlock =>
    marked({ id, kind, itemId: null, motionId: null, level: 0, lines: [], text: inEach(voices, say), free: [], ...rest });
  const line = (text: (voice: Voice) => string, detail: (voice: Voice) => string): MinutesLine => ({ text: plain(inEach(voices, text)), detail: plain(inEach(voices, detail)) });
  const make: Make = { held, block, line };
  const first = held.calledToOrderAt;
  return [
    block('HEADING', 'title', ({ say, of, day }) => say.title(held.kind ?? '', of(held.body), first === null ? '' : day(first)), { level: 1 }),
    ...(first === null ? [] : [
      block('FACT', 'held', ({ say, of, day }) => say.held(day(first), of(held.place), held.online)),
      block('FACT', 'order', ({ say, time, who }) => say.calledToOrder(time(first), held.presiding && who(held.presiding))),
    ]),
    ...(held.secretary === null ? [] : [block('FACT', 'secretary', ({ say, who }) => say.secretary(who(held.secretary!)))]),
    attendance(make),
    ...quorum(make),
    block('FACT', 'prior', ({ say, day, locale }) => held.prior.map(({ action, days }) => say.prior(action, listed(days.map(day), locale))).join(' ')),
    ...(held.commentOffered ? [block('HEADING', 'comment-heading', ({ say }) => say.generalComment, { level: 2 }), comment(make, null)] : []),
    ...held.items.flatMap((item) => ofItem(make, item)),
    ...others(make),
    ...(held.endedAt === null ? [] : [block('ADJOURNMENT', 'adjournment', ({ say, time }) => say.adjourned(time(held.endedAt!)))]),
  ];
}

interface Make {
  readonly held: HeldMeeting;
  readonly block: (kind: MinutesBlockKind, id: string, say: (voice: Voice) => string, rest?: Partial<AssembledBlock>) => AssembledBlock;
  readonly line: (text: (voice: Voice) => string, detail: (voice: Voice) => string) => MinutesLine;
}

/** Milliseconds after which whoever comes is late; a roll is called within them. */
const LATE_MS = 5 * 60_000;

function attendance({ held: { calledToOrderAt, members, visitors }, block, line }: Make): AssembledBlock {
  const firsts = members.flatMap(({ movements }) => movements.slice(0, 1).map(({ at }) => at.getTime()));
  // Where the roll is called after the call to order, it begins with the first of them.
  const late = Math.max(calledToOrderAt?.getTime() ?? 0, Math.min(...firsts)) + LATE_MS;
  const present = members.filter(({ movements }) => movements.length > 0);
  return block('ATTENDANCE', 'attendance', ({ say }) => say.attendance(present.length, members.length, visitors), {
    lines: members.map((member) => line(({ say, who, of }) => say.member(who(member), of(member.seat), member.office), (voice) => presence(voice, member, late))),
  });
}

/** A member who was there from the call to order on is only told to have left; whoever came to it late, when. */
function presence({ say, time }: Voice, { movements }: HeldMember, late: number): string {
  if (movements.length === 0) return say.absent;
  const [first, ...rest] = movements;
  const told = [first!.kind === 'ARRIVED' && first!.remote ? say.online : '', ...rest.map(({ kind, at }) => (kind === 'ARRIVED' ? say.came(time(at)) : say.left(time(at))))].filter(Boolean);
  return [first!.at.getTime() > late ? say.came(time(first!.at)) : say.presentThroughout, ...told].join(', ');
}

function quorum({ held: { quorum: snapshots }, block }: Make): AssembledBlock[] {
  return snapshots.map(({ at, present, needed, members, met }, nth) =>
    block('QUORUM', `quorum:${nth}`, ({ say, time }) => (nth === 0 ? say.quorum(present, members, needed, met) : say.quorumChanged(time(at), present, needed, met))));
}

function comment({ held, block, line }: Make, itemId: string | null): AssembledBlock {
  const spoke = held.speakers.filter((speaker) => speaker.itemId === itemId);
  return block('COMMENT', itemId === null ? 'comment' : `comment:${itemId}`, ({ say }) => say.comment(spoke.length), { itemId, lines: spoke.map((speaker) => line((voice) => calledAs(voice, speaker), (voice) => how(voice, speaker))) });
}

const calledAs = ({ say, who }: Voice, { who: someone }: HeldSpeaker): string => (someone === null ? say.nameWithheld : who(someone));
const how = ({ say, language }: Voice, speaker: HeldSpeaker): string => say.speaker(speaker.language && language(speaker.language), speaker.translated);

function ofItem(make: Make, item: HeldItem): AssembledBlock[] {
  const { held, block } = make;
  const { id: itemId, outcome } = item;
  const on = { itemId };
  return [
    block('HEADING', `item:${itemId}`, ({ of, free }) => free(`${item.label} ${of(item.title)}`), { itemId, level: 2 + item.depth }),
    ...(item.added ? [block('FACT', `added:${itemId}`, ({ say }) => say.addedInSession, on)] : []),
    ...(item.urgencyFound ? [block('FACT', `urgent:${itemId}`, ({ say }) => say.urgencyFound, on)] : []),
    ...(item.commentOffered || held.speakers.some((speaker) => speaker.itemId === itemId) ? [comment(make, itemId)] : []),
    ...notes(make, itemId),
    ...held.motions.filter((motion) => motion.itemId === itemId).flatMap((motion) => ofMotion(make, motion)),
    ...held.decisions.filter((decision) => decision.itemId === itemId).map((decision) => block('DECISION', `decision:${decision.id}`, ({ say, of, free }) =>
      [say.decision(decision.number, free(of(decision.text))), of(decision.rationale) === '' ? '' : say.because(free(of(decision.rationale)))].filter(Boolean).join('\n'), { itemId, motionId: decision.motionId })),
    ...held.actions.filter((action) => action.itemId === itemId).map((action) => ofAction(make, action)),
    ...(outcome === 'OPEN' || outcome === 'ACTED' ? [] : [block('FACT', `outcome:${itemId}`, ({ say }) => say.outcome(outcome), on)]),
  ];
}

/** Motions and actions that are about no item, and the notes on none. */
function others(make: Make): AssembledBlock[] {
  const { held, block } = make;
  const loose = [
    ...held.motions.filter(({ itemId }) => itemId === null).flatMap((motion) => ofMotion(make, motion)),
    ...held.actions.filter(({ itemId }) => itemId === null).map((action) => ofAction(make, action)),
  ];
  const general = notes(make, null);
  return [
    ...(general.length === 0 ? [] : [block('HEADING', 'notes-heading', ({ say }) => say.generalNotes, { level: 2 }), ...general]),
    ...(loose.length === 0 ? [] : [block('HEADING', 'others-heading', ({ say }) => say.otherMotions, { level: 2 }), ...loose]),
  ];
}

/** As they were written, and in the languages somebody translated them into. */
function notes({ held, block }: Make, itemId: string | null): AssembledBlock[] {
  const texts = held.notes.get(itemId);
  if (texts === undefined) return [];
  const said = Object.fromEntries(Object.entries(texts).map(([locale, text]) => [locale, OPEN + unmarked(text) + CLOSE]));
  return [block('NOTES', itemId === null ? 'notes' : `notes:${itemId}`, () => '', { itemId, text: said })];
}

function ofMotion({ held, block, line }: Make, motion: HeldMotion): AssembledBlock[] {
  const about = { itemId: motion.itemId, motionId: motion.id };
  const member = (voice: Voice, id: string | null): string | null => {
    const found = held.members.find((each) => each.id === id);
    return found === undefined ? null : voice.who(found);
  };
  const vote = (question: HeldQuestion): AssembledBlock => block('VOTE', `vote:${question.id}`, ({ say }) => (question.count === null ? say.withoutObjection() : say.voted(question.adopted, question.count)), {
    ...about, lines: question.lines.map(({ memberId, vote: said }) => line((voice) => member(voice, memberId) ?? '', ({ say }) => say.vote(said))),
  });
  const on = (amendmentId: string | null) => motion.questions.filter((question) => question.amendmentId === amendmentId);
  const amended = motion.amendments.some(({ state }) => state === 'ADOPTED');
  const disposal = motion.disposedBy === 'VOTE' || motion.disposedBy === 'CONSENT' ? 'VOTED' : motion.disposedBy;
  return [
    block('MOTION', `motion:${motion.id}`, (voice) => [
      voice.say.motion(motion.number, motion.kind, member(voice, motion.moverId) ?? '', member(voice, motion.seconderId), voice.free(voice.of(motion.text))),
      motion.findings === null ? '' : voice.say.findings(voice.free(motion.findings.immediate), voice.free(motion.findings.afterPosting)),
    ].filter(Boolean).join('\n'), about),
    ...motion.amendments.flatMap((amendment) => [
      block('MOTION', `amendment:${amendment.id}`, (voice) => voice.say.amendment(member(voice, amendment.moverId) ?? '', member(voice, amendment.seconderId), voice.free(voice.of(amendment.text))), about),
      ...on(amendment.id).map(vote),
      ...(amendment.state === 'WITHDRAWN' ? [block('VOTE', `amendment-end:${amendment.id}`, ({ say }) => say.disposed('WITHDRAWN', null), about)]
        : amendment.state === 'FAILED' && amendment.seconderId === null ? [block('VOTE', `amendment-end:${amendment.id}`, ({ say }) => say.disposed('LAPSED', null), about)] : []),
    ]),
    ...(amended ? [block('MOTION', `amended:${motion.id}`, ({ say, of, free }) => say.asAmended(free(of(motion.textNow))), about)] : []),
    ...on(null).map(vote),
    ...(disposal === 'VOTED' ? [] : [block('VOTE', `end:${motion.id}`, ({ say, free }) => say.disposed(disposal, motion.referredTo && free(motion.referredTo)), about)]),
  ];
}

const ofAction = ({ block }: Make, action: HeldAction): AssembledBlock =>
  block('ACTION', `action:${action.id}`, ({ say, who, free, day }) => say.action(who(action.owner), free(action.title), action.due && day(action.due)), { itemId: action.itemId });

function voiceOf(locale: string, timeZone: string): Voice {
  const say = sentencesOf(locale)!;
  const shown = locale.includes('-') ? locale : `${locale}-US`;
  const clock = new Intl.DateTimeFormat(shown, { timeStyle: 'short', timeZone });
  const calendar = (zone: string) => new Intl.DateTimeFormat(shown, { dateStyle: 'full', timeZone: zone });
  const languages = new Intl.DisplayNames(shown, { type: 'language' });
  return {
    locale, say,
    time: (at) => spaced(clock.format(at)),
    day: (at) => (typeof at === 'string' ? calendar('UTC').format(new Date(`${at}T00:00:00Z`)) : calendar(timeZone).format(at)),
    who: ({ name, student, seatNumber }) => (student ? (seatNumber === null ? say.aStudent : `${say.student} ${seatNumber}`) : name === '' ? say.somebody : unmarked(name)),
    free: (text) => OPEN + unmarked(text) + CLOSE,
    of: (texts) => unmarked(inLanguage(texts, locale)),
    language: (tag) => { try { return languages.of(tag) ?? tag; } catch { return tag; } },
  };
}

const listed = (days: readonly string[], locale: string): string => new Intl.ListFormat(locale, { type: 'conjunction' }).format(days);

/** A narrow space reads as a box where a font lacks it. */
const spaced = (text: string): string => text.replaceAll(/[\u202F\u00A0]/g, ' ');

const inEach = (voices: readonly Voice[], say: (voice: Voice) => string): Texts => Object.fromEntries(voices.map((voice) => [voice.locale, say(voice)]));

const unmarked = (text: string): string => text.replaceAll(/[\uE000\uE001]/g, '').replaceAll(EDGE, '');
const plain = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).map(([locale, text]) => [locale, unmarked(text)]));

/** Takes the marks out, and keeps where they were. */
function marked(block: AssembledBlock): AssembledBlock {
  const free: FreeSpan[] = [];
  const text = Object.fromEntries(Object.entries(block.text).map(([locale, said]) => {
    let [written, start] = ['', -1];
    for (const piece of said.split(/([\uE000\uE001])/)) {
      if (piece === OPEN) start = written.length;
      else if (piece === CLOSE) free.push({ locale, start, end: written.length });
      else written += piece;
    }
    return [locale, written];
  }));
  return { ...block, text, free };
}
