import { useState } from 'react';
import { SettleCorrectionDocument, WithdrawCorrectionDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Row, Section } from '../../ui/Page.tsx';
import { Changed } from './Changed.tsx';
import css from './Minutes.module.css';
import { aroundOf, type Correction, isApproved, type Minutes, wordsChanged } from './minutes.ts';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useMinutesAct } from './use-minutes-act.ts';

const KINDS: Record<Correction['state'], 'done' | 'warn' | 'plain'> = { PROPOSED: 'warn', ACCEPTED: 'done', REFUSED: 'plain', WITHDRAWN: 'plain' };

/** What members say should read differently, and how the body took it; whoever runs the sitting settles it here. */
export default function Corrections({ minutes }: { minutes: Minutes }) {
  const say = useMessages('minutes');
  const { run, busy, trouble } = useMinutesAct();
  const [voting, vote] = useState<Correction | null>(null);
  const { id, version, corrections, viewerCan } = minutes;
  const settle = (correction: Correction, objections: number, ayes: number, noes: number) => run(SettleCorrectionDocument, { id, version, correctionId: correction.id, objections, ayes, noes });
  return (
    <Section title={say('corrections')}>
      {viewerCan.correct && <p className={css['note']}>{say(isApproved(minutes) ? 'corrections.amending' : 'corrections.how')}</p>}
      {corrections.length === 0 && <p>{say('corrections.none')}</p>}
      <TroubleNotice trouble={trouble} />
      <ul className={css['corrections']}>
        {corrections.map((correction) => (
          <li key={correction.id}>
            <p className={css['row']}><Badge kind={KINDS[correction.state]}>{say(`correction.${correction.state}`)}</Badge><span className={css['small']}>{correction.proposedByName ? say('correction.by', { name: correction.proposedByName }) : say('correction.byMember')}</span></p>
            <p lang={correction.language} className={css['quote']}><InPlace correction={correction} minutes={minutes} /></p>
            {correction.settledAt && correction.objections != null && (
              <p className={css['small']}>{correction.objections === 0 ? say('correction.withoutObjection') : say('correction.vote', { ayes: correction.ayes ?? 0, noes: correction.noes ?? 0 })}</p>
            )}
            {correction.state === 'PROPOSED' && (viewerCan.settle || correction.viewerCanWithdraw) && (
              <Row>
                {viewerCan.settle && <Button busy={busy} onClick={() => void settle(correction, 0, 0, 0)}>{say('correction.settle.consent')}</Button>}
                {viewerCan.settle && <Button kind="secondary" onClick={() => vote(correction)}>{say('correction.settle.vote')}</Button>}
                {correction.viewerCanWithdraw && <Button kind="quiet" busy={busy} onClick={() => void run(WithdrawCorrectionDocument, { id, version, correctionId: correction.id })}>{say('correction.withdraw')}</Button>}
              </Row>
            )}
          </li>
        ))}
      </ul>
      {voting && <VoteDialog onClose={() => vote(null)} onVoted={(objections, ayes, noes) => { vote(null); void settle(voting, objections, ayes, noes); }} />}
    </Section>
  );
}

function InPlace({ correction, minutes: { blocks } }: { correction: Correction; minutes: Minutes }) {
  const { head, tail } = aroundOf(blocks, correction);
  return <>{head}<Changed pieces={wordsChanged(correction.before, correction.after)} />{tail}</>;
}

/** Somebody objected: the votes decide. */
function VoteDialog({ onClose, onVoted }: { onClose: () => void; onVoted: (objections: number, ayes: number, noes: number) => void }) {
  const core = useMessages();
  const say = useMessages('minutes');
  const [counts, count] = useState({ objections: '1', ayes: '', noes: '' });
  const [missing, tell] = useState(false);
  const number = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);
  const [objections, ayes, noes] = [number(counts.objections), number(counts.ayes), number(counts.noes)];
  const done = () => {
    if (objections === null || ayes === null || noes === null || objections === 0) tell(true);
    else onVoted(objections, ayes, noes);
  };
  return (
    <Dialog open title={say('correction.voteTitle')} closeLabel={core('cancel')} onClose={onClose} actions={<Button onClick={done}>{say('correction.voteVerb')}</Button>}>
      <p>{say('correction.voteHow')}</p>
      {(['objections', 'ayes', 'noes'] as const).map((field) => (
        <TextField
          key={field} inputMode="numeric" label={say(`correction.${field}`)} value={counts[field]} onChange={(event) => count({ ...counts, [field]: event.target.value })}
          error={missing && (number(counts[field]) === null || (field === 'objections' && number(counts[field]) === 0)) ? say('correction.number') : undefined}
        />
      ))}
    </Dialog>
  );
}
