import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { AssignAfterDocument, type MeetingActionsQuery } from '../../gql/graphql.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { useViewer } from '../../shell/use-viewer.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { toast } from '../../ui/announce.tsx';
import { ActionTroubleNotice } from './ActionTroubleNotice.tsx';
import css from './Decisions.module.css';
import { FindOwner } from './FindOwner.tsx';
import { refusalOf, type Trouble, troubleOf } from './use-action.ts';
import { useSeatWords } from './words.ts';

export type HeldMeeting = NonNullable<MeetingActionsQuery['meeting']>;

/** A person found by name, or a member by their id in the sitting. */
type Owner = { readonly displayName: string } & ({ readonly ownerId: string } | { readonly memberId: string });

/** Gives somebody something to do because of a meeting that is over; `decisionId`: because of that decision, else one chooses. */
export function AssignDialog({ meeting, decisionId, onAssigned, onClose }: { meeting: HeldMeeting; decisionId: string | null; onAssigned: () => void; onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('decisions');
  const pick = usePickText();
  const seat = useSeatWords();
  const viewer = useViewer();
  // Sent again after a lost answer, it is done once.
  const [key] = useState(() => crypto.randomUUID());
  const [title, setTitle] = useState('');
  const [about, setAbout] = useState(decisionId ? `decision ${decisionId}` : '');
  const [due, setDue] = useState('');
  const [owner, setOwner] = useState<Owner | null>(null);
  const [tried, setTried] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [send, { loading }] = useMutation(AssignAfterDocument);
  const missing = tried ? say('actions.missing') : undefined;
  const { environment, minutes, sitting } = meeting;
  if (!sitting) return null;
  const [kind, id] = about.split(' ');

  const assign = async (said = title.trim(), keepNames = false) => {
    setTried(true);
    setTrouble(null);
    setTitle(said);
    if (!said || !owner) return;
    const who = 'memberId' in owner ? { memberId: owner.memberId } : { ownerId: owner.ownerId };
    const input = { title: said, keepNames, due: due || null, decisionId: kind === 'decision' ? id : null, itemId: kind === 'item' ? id : null, ...who };
    try {
      const answer = (await send({ variables: { key, id: sitting.id, input } })).data?.assignAction;
      if (answer?.__typename === 'SittingRefused') return setTrouble({ kind: refusalOf(answer.refusals[0]?.reason) });
      if (answer?.__typename !== 'SittingDone') return setTrouble(troubleOf(answer?.faults ?? []));
    } catch (fault) {
      return setTrouble({ kind: 'FAILED', fault });
    }
    toast(say('actions.assigned', { title: said }));
    onAssigned();
    onClose();
  };

  return (
    <Dialog open title={say('actions.assign')} closeLabel={core('cancel')} onClose={onClose} actions={<Button busy={loading} onClick={() => void assign()}>{say('actions.assign')}</Button>}>
      {minutes && minutes.state !== 'DRAFT' && <p className={css['small']}>{say('actions.assign.sent')}</p>}
      <TextField label={say('actions.what')} hint={say('actions.what.hint')} error={title.trim() ? undefined : missing} maxLength={300} value={title} onChange={(event) => { setTitle(event.target.value); setTrouble(null); }} />
      {!decisionId && (
        <Select label={say('actions.about')} value={about} onChange={(event) => setAbout(event.target.value)}>
          <option value="">{say('actions.about.meeting')}</option>
          {sitting.decisions.map(({ id: each, number, text }) => <option key={each} value={`decision ${each}`}>{say('actions.about.decision', { number, text: pick(text) })}</option>)}
          {sitting.items.map(({ id: each, label, title: words }) => <option key={each} value={`item ${each}`}>{label} {pick(words)}</option>)}
        </Select>
      )}
      {owner
        ? <p className={css['owner']}><strong>{'ownerId' in owner && owner.ownerId === viewer?.person.id ? say('actions.ownerYou') : say('actions.owner', { name: owner.displayName })}</strong> <Button kind="quiet" onClick={() => setOwner(null)}>{say('actions.other')}</Button></p>
        : (
          <>
            <div className={css['found']} role="group" aria-label={say('actions.member')}>
              <p className={css['label']}>{say('actions.member')}</p>
              <div className={css['owner']}>
                {viewer && <Button kind="secondary" onClick={() => setOwner({ ownerId: viewer.person.id, displayName: viewer.person.displayName })}>{say('actions.me')}</Button>}
                {sitting.members.map((member) => ({ id: member.id, name: member.name ?? seat(member) })).filter(({ name }) => name !== viewer?.person.displayName)
                  .map(({ id: memberId, name }) => <Button key={memberId} kind="secondary" onClick={() => setOwner({ memberId, displayName: name })}>{name}</Button>)}
              </div>
            </div>
            <FindOwner environmentId={environment.id} label={say('actions.who.else')} error={missing} onPick={({ id: ownerId, displayName }) => setOwner({ ownerId, displayName })} />
          </>
        )}
      <TextField label={say('actions.by')} hint={say('actions.by.hint')} type="date" value={due} onChange={(event) => setDue(event.target.value)} />
      {trouble && <ActionTroubleNotice trouble={trouble} text={title.trim()} onAgain={(said, keep) => void assign(said, keep)} />}
    </Dialog>
  );
}
