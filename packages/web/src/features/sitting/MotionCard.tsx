import { useState } from 'react';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/Page.tsx';
import css from './Room.module.css';
import { Confirm } from './Confirm.tsx';
import { AmendDialog } from './MotionDialogs.tsx';
import { PickMember } from './PickMember.tsx';
import { RollCall } from './RollCall.tsx';
import { SayDialog } from './SayDialog.tsx';
import { Vote } from './Vote.tsx';
import { waitingOn } from './overlay.ts';
import { useRoom } from './room-context.ts';
import { type Amendment, canMove, isHere, type Motion, openQuestion, pendingAmendment, type Question } from './sitting.ts';
import { resultSentence, tallySentence, useNames, useRefusalWords } from './words.ts';

/** The motion before the body: its exact words, who stands behind it, and what can be done with it next. */
export function MotionCard({ motion }: { motion: Motion }) {
  const say = useMessages('sitting');
  const { acts, beside } = useRoom();
  const { name } = useNames();
  const amendment = pendingAmendment(motion);
  const amended = motion.amendments.some(({ state }) => state === 'ADOPTED');
  const asked = amendment?.question?.state === 'OPEN' ? amendment.question : motion.question?.state === 'OPEN' ? motion.question : null;
  return (
    <article className={css['motion']} aria-label={say('room.motion.name', { number: motion.number })}>
      <p className={css['line']}>
        <Badge kind={asked ? 'live' : 'plain'}>{say(`room.motion.${motion.state}`)}</Badge>
        <span className={css['small']}>{say('room.motion.name', { number: motion.number })} · {say(`room.kind.${motion.kind}`)}</span>
        {waitingOn(acts, motion.id).length > 0 && <Badge kind="warn">{say('room.waits')}</Badge>}
      </p>
      <blockquote className={css['words']}><LocalText of={motion.textNow} /></blockquote>
      <p className={css['small']}>
        {say('room.motion.mover', { name: name(motion.moverId) })}{' '}
        {motion.seconderId ? say('room.motion.seconder', { name: name(motion.seconderId) }) : say('room.motion.noSeconder')}
        {amended && ` ${say('room.motion.amended')}`}
      </p>
      <Amended motion={motion} />
      <Needs motion={motion} />
      {motion.urgency && (
        <dl className={css['findings']}>
          <div><dt>{say('room.urgency.immediate')}</dt><dd>{motion.urgency.immediate}</dd></div>
          <div><dt>{say('room.urgency.afterPosting')}</dt><dd>{motion.urgency.afterPosting}</dd></div>
        </dl>
      )}
      {motion.kind === 'AMEND_MINUTES' && beside?.atMotion(motion)}
      {amendment && <AmendmentPart motion={motion} amendment={amendment} />}
      {asked && <QuestionPart question={asked} amendment={asked === amendment?.question} />}
      {!asked && <Stopped question={amendment ? amendment.question : motion.question} />}
      {!asked && !amendment && <MotionActs motion={motion} />}
    </article>
  );
}

/** What became of its amendments, for nothing else says so. */
function Amended({ motion }: { motion: Motion }) {
  const say = useMessages('sitting');
  const { name } = useNames();
  return motion.amendments.filter((each) => each.question?.state === 'ANNOUNCED').map((each) => (
    <p key={each.id} className={css['small']}>{say('room.amend.past', { name: name(each.moverId) })} {resultSentence({ question: each.question! }, say)}</p>
  ));
}

/** What it takes to adopt the motion, before anybody votes on it. */
function Needs({ motion: { threshold, oneOf } }: { motion: Motion }) {
  const say = useMessages('sitting');
  const needs = say('room.motion.needs', { what: say(`room.threshold.${threshold}`) });
  if (oneOf.length === 0) return <p className={css['small']}>{needs}</p>;
  return <div className={css['small']}><p>{needs}{say('room.motion.needsOneOf')}</p><ul>{oneOf.map((each) => <li key={each}>{say(`room.threshold.${each}`)}</li>)}</ul></div>;
}

function Stopped({ question }: { question: Question | null | undefined }) {
  const say = useMessages('sitting');
  return question?.state === 'STOPPED' ? <p className={css['note']}>{say('room.question.stopped', { why: question.stoppedWhy ?? '' })}</p> : null;
}

function AmendmentPart({ motion, amendment }: { motion: Motion; amendment: Amendment }) {
  const say = useMessages('sitting');
  const { name } = useNames();
  const { me, runs, act, sitting } = useRoom();
  const [picking, pick] = useState(false);
  const id = { motionId: motion.id, amendmentId: amendment.id };
  const idle = amendment.question?.state !== 'OPEN' && openQuestion(sitting) === null;
  const mine = me?.id === amendment.moverId;
  return (
    <div className={css['amendment']}>
      <p><strong>{say('room.amend.moved', { name: name(amendment.moverId) })}</strong> {amendment.seconderId ? say('room.motion.seconder', { name: name(amendment.seconderId) }) : say('room.motion.noSeconder')}</p>
      <blockquote className={css['words']}><LocalText of={amendment.text} /></blockquote>
      {idle && (
        <Row>
          {amendment.state === 'MOVED' && canMove(me) && !mine && <Button onClick={() => act('secondAmendment', { ...id, memberId: null })}>{say('room.second.verb')}</Button>}
          {runs && amendment.state === 'MOVED' && <Button kind="secondary" onClick={() => pick(true)}>{say('room.second.other')}</Button>}
          {runs && amendment.state === 'SECONDED' && <Button onClick={() => act('putQuestion', { motionId: motion.id, amendmentId: amendment.id, way: 'ROLL_CALL' })}>{say('room.put.amendment')}</Button>}
          {runs && amendment.state === 'SECONDED' && <Button kind="secondary" onClick={() => act('putQuestion', { motionId: motion.id, amendmentId: amendment.id, way: 'CONSENT' })}>{say('room.put.consent')}</Button>}
          {runs && amendment.state === 'MOVED' && <Button kind="quiet" onClick={() => act('lapseAmendment', id)}>{say('room.lapse.verb')}</Button>}
          {(runs || mine) && <Button kind="quiet" onClick={() => act('withdrawAmendment', id)}>{say('room.withdraw.verb')}</Button>}
        </Row>
      )}
      {picking && <PickMember title={say('room.second.who')} among={(member) => canMove(member) && member.id !== amendment.moverId} onPick={({ id: memberId }) => act('secondAmendment', { ...id, memberId })} onClose={() => pick(false)} />}
    </div>
  );
}

function QuestionPart({ question, amendment }: { question: Question; amendment: boolean }) {
  const say = useMessages('sitting');
  const { runs, act, sitting } = useRoom();
  const [stopping, stop] = useState(false);
  const [announcing, announceIt] = useState(false);
  const missing = question.lines.filter(({ memberId, vote }) => vote == null && sitting.members.some((member) => member.id === memberId && isHere(member))).length;
  const announce = () => act('announceResult', { questionId: question.id });
  return (
    <section className={css['question']} aria-label={say('room.question')}>
      <h3 className={css['h3']}>{say(question.way === 'CONSENT' ? 'room.question.CONSENT' : amendment ? 'room.question.amendment' : 'room.question.ROLL_CALL')}</h3>
      {!sitting.quorum.met && <p className={css['stop']}><strong>{say('room.question.noQuorum')}</strong></p>}
      <Vote />
      {question.way === 'ROLL_CALL' && <><p className={css['tally']}>{tallySentence(question, say)}</p><RollCall question={question} /></>}
      {runs && (
        <Row>
          <Button id="announce" disabled={!sitting.quorum.met} onClick={() => (missing > 0 && question.way === 'ROLL_CALL' ? announceIt(true) : announce())}>{say(question.way === 'CONSENT' ? 'room.announce.consent' : 'room.announce.verb')}</Button>
          <Button kind="quiet" onClick={() => stop(true)}>{say('room.stop.verb')}</Button>
        </Row>
      )}
      {announcing && (
        <Confirm title={say('room.announce.missing', { count: missing })} how={say('room.announce.missingHow')} verb={say('room.announce.verb')} onDone={announce} onClose={() => announceIt(false)} />
      )}
      {stopping && <SayDialog title={say('room.stop.title')} label={say('room.stop.why')} verb={say('room.stop.verb')} onSaid={(why) => act('stopQuestion', { questionId: question.id, why })} onClose={() => stop(false)} />}
    </section>
  );
}

/** What can be done with a motion whose question is not put. What keeps the question from being put stands there before anybody tries. */
function MotionActs({ motion }: { motion: Motion }) {
  const say = useMessages('sitting');
  const { me, runs, act, sitting } = useRoom();
  const refusalWords = useRefusalWords();
  const [open, setOpen] = useState<'SECOND' | 'AMEND' | 'REFER' | null>(null);
  const here = canMove(me);
  const mine = me?.id === motion.moverId;
  const id = { motionId: motion.id };
  const { state } = motion;
  const free = openQuestion(sitting) === null;
  // That its question is not put yet is why these buttons are here.
  const blockers = motion.blockers.filter(({ reason }) => !(reason === 'WRONG_STATE' && state !== 'OPEN'));
  const put = (way: 'ROLL_CALL' | 'CONSENT') => act('putQuestion', { ...id, amendmentId: null, way });
  return (
    <>
      {runs && state === 'OPEN' && blockers.length > 0 && (
        <div className={css['blockers']} id={`blocks-${motion.id}`}>
          <p><strong>{say('room.blocked')}</strong></p>
          <ul>{blockers.map((blocker) => <li key={blocker.reason + blocker.about.join()}>{refusalWords(blocker)}</li>)}</ul>
          {motion.itemId && blockers.some(({ reason }) => reason === 'COMMENT_NOT_OFFERED') && <Row><Button kind="secondary" onClick={() => act('offerComment', { id: sitting.id, itemId: motion.itemId })}>{say('room.item.comment')}</Button></Row>}
        </div>
      )}
      <Row>
        {state === 'MOVED' && here && !mine && <Button onClick={() => act('secondMotion', { ...id, memberId: null })}>{say('room.second.verb')}</Button>}
        {state === 'MOVED' && runs && <Button kind={here && !mine ? 'secondary' : 'primary'} onClick={() => setOpen('SECOND')}>{say('room.second.other')}</Button>}
        {state === 'SECONDED' && runs && <Button onClick={() => act('stateMotion', id)}>{say('room.state.verb')}</Button>}
        {state === 'OPEN' && runs && (
          <>
            <Button id="put" disabled={!free} aria-disabled={blockers.length > 0 || undefined} aria-describedby={blockers.length > 0 ? `blocks-${motion.id}` : undefined} onClick={() => { if (blockers.length === 0) put('ROLL_CALL'); }}>{say('room.put.verb')}</Button>
            {motion.kind !== 'URGENCY' && <Button kind="secondary" disabled={!free} aria-disabled={blockers.some(({ reason }) => reason !== 'CONSENSUS_FIRST') || undefined} onClick={() => { if (blockers.every(({ reason }) => reason === 'CONSENSUS_FIRST')) put('CONSENT'); }}>{say('room.put.consent')}</Button>}
          </>
        )}
        {state === 'OPEN' && (runs || here) && motion.kind !== 'URGENCY' && <Button kind="secondary" onClick={() => setOpen('AMEND')}>{say('room.amend.open')}</Button>}
        {state === 'MOVED' && runs && <Button kind="quiet" onClick={() => act('lapseMotion', id)}>{say('room.lapse.verb')}</Button>}
        {state === 'OPEN' && runs && <Button kind="quiet" onClick={() => act('tableMotion', id)}>{say('room.table.verb')}</Button>}
        {state === 'OPEN' && runs && <Button kind="quiet" onClick={() => setOpen('REFER')}>{say('room.refer.verb')}</Button>}
        {(runs || mine) && <Button kind="quiet" onClick={() => act('withdrawMotion', id)}>{say('room.withdraw.verb')}</Button>}
      </Row>
      {open === 'SECOND' && <PickMember title={say('room.second.who')} among={(member) => canMove(member) && member.id !== motion.moverId} onPick={({ id: memberId }) => act('secondMotion', { ...id, memberId })} onClose={() => setOpen(null)} />}
      {open === 'AMEND' && <AmendDialog motion={motion} onClose={() => setOpen(null)} />}
      {open === 'REFER' && <SayDialog title={say('room.refer.title')} label={say('room.refer.to')} verb={say('room.refer.verb')} onSaid={(to) => act('referMotion', { ...id, to })} onClose={() => setOpen(null)} />}
    </>
  );
}

/** A motion that is done with, and its arithmetic. */
export function PastMotion({ motion }: { motion: Motion }) {
  const say = useMessages('sitting');
  const { runs, act, sitting, beside } = useRoom();
  const { name } = useNames();
  const { question } = motion;
  return (
    <article className={css['past']} aria-label={say('room.motion.name', { number: motion.number })}>
      <p className={css['line']}><Badge kind={motion.state === 'ADOPTED' ? 'done' : 'plain'}>{say(`room.motion.${motion.state}`)}</Badge><span className={css['small']}>{say('room.motion.name', { number: motion.number })} · {say(`room.kind.${motion.kind}`)}</span></p>
      <blockquote className={css['words']}><LocalText of={motion.textNow} /></blockquote>
      {question?.state === 'ANNOUNCED' && <p className={css['result']}><strong>{resultSentence({ question }, say)}</strong></p>}
      {motion.kind === 'AMEND_MINUTES' && beside?.atMotion(motion)}
      {motion.state === 'REFERRED' && motion.referredTo && <p>{say('room.referred', { to: motion.referredTo })}</p>}
      <p className={css['small']}>{say('room.motion.mover', { name: name(motion.moverId) })} {motion.seconderId && say('room.motion.seconder', { name: name(motion.seconderId) })}</p>
      {question?.state === 'ANNOUNCED' && question.way === 'ROLL_CALL' && <details className={css['fold']}><summary>{say('room.rollCall.show')}</summary><RollCall question={question} /></details>}
      <Amended motion={motion} />
      {motion.state === 'TABLED' && runs && sitting.state === 'IN_SESSION' && <Row><Button kind="secondary" onClick={() => act('takeUpMotion', { motionId: motion.id })}>{say('room.takeUpMotion')}</Button></Row>}
    </article>
  );
}
