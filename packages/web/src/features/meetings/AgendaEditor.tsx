import { useEffect, useRef, useState } from 'react';
import { MoveAgendaItemDocument, WithdrawAgendaItemDocument } from '../../gql/graphql.ts';
import { LocalText, usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { announce } from '../../ui/announce.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Link } from '../../ui/Link.tsx';
import { Stack } from '../../ui/Page.tsx';
import { Standing } from './AgendaTree.tsx';
import { ItemForm } from './ItemForm.tsx';
import css from './Meetings.module.css';
import { type Fault, type Item, type Meeting, stepsOf } from './meeting.ts';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useGiveBack } from './use-give-back.ts';
import { useMeetingAct } from './use-meeting-act.ts';

/** Which item's words are open, and where to begin; `id` null: a new one. */
export interface Opened { readonly id: string | null; readonly focus: string | null }

interface AgendaEditorProps {
  meeting: Meeting;
  faults: readonly Fault[];
  opened: Opened | null;
  onOpen: (opened: Opened | null) => void;
}

/** The agenda as it is worked on: items are written, put in order and taken off, by keyboard alone if need be. */
export function AgendaEditor({ meeting, faults, opened, onOpen }: AgendaEditorProps) {
  const say = useMessages('meetings');
  const pick = usePickText();
  const act = useMeetingAct();
  const [leaving, setLeaving] = useState<Item | null>(null);
  /** What gets the focus once the page shows what was done. */
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    document.getElementById(next.current)?.focus();
    next.current = null;
  });
  const { agenda } = meeting;
  const close = (focus: string) => { next.current = focus; onOpen(null); };
  const move = async (item: Item, way: 'up' | 'down' | 'into' | 'out') => {
    const place = stepsOf(agenda, item)[way];
    const done = place && await act.run(MoveAgendaItemDocument, { id: meeting.id, version: meeting.version, itemId: item.id, place });
    if (!done) return;
    const button = way === 'into' ? 'out' : way === 'out' ? 'into' : way;
    setTimeout(() => (document.getElementById(`${button}-${item.id}`) ?? document.getElementById(`edit-${item.id}`))?.focus());
    announce(say('meetings.moved', { title: pick(item.title), label: done.agenda.find(({ id }) => id === item.id)?.label ?? '' }));
  };
  const saved = (id: string | null) => (done: Meeting) => {
    const shown = id ?? done.agenda.find((each) => !agenda.some((before) => before.id === each.id))?.id;
    close(shown ? `edit-${shown}` : 'agenda-add');
    announce(say('meetings.item.saved'));
  };
  return (
    <Stack gap={4}>
      <TroubleNotice trouble={act.trouble} timeZone={meeting.environment.timeZone} />
      {agenda.length === 0 && opened === null && <p>{say('meetings.agenda.empty')}</p>}
      {agenda.length > 0 && (
        <Stack as="ul" gap={3}>
          {agenda.map((item) => (
            <li key={item.id} data-depth={item.depth} className={css['row']}>
              {opened?.id === item.id
                ? <ItemForm meeting={meeting} item={item} open={faults} focus={opened.focus} onClose={() => close(`edit-${item.id}`)} onSaved={saved(item.id)} />
                : <ItemRow item={item} meeting={meeting} busy={act.busy} onEdit={() => onOpen({ id: item.id, focus: null })} onMove={(way) => void move(item, way)} onWithdraw={() => setLeaving(item)} />}
            </li>
          ))}
        </Stack>
      )}
      {opened && opened.id === null
        ? <div className={css['row']}><ItemForm meeting={meeting} item={null} open={faults} focus={null} onClose={() => close('agenda-add')} onSaved={saved(null)} /></div>
        : <div><Button id="agenda-add" kind="secondary" onClick={() => onOpen({ id: null, focus: null })}>{say('meetings.item.add')}</Button></div>}
      {leaving && <WithdrawDialog meeting={meeting} item={leaving} onClose={() => setLeaving(null)} onDone={() => { setLeaving(null); next.current = 'agenda-add'; announce(say('meetings.withdraw.done')); }} />}
    </Stack>
  );
}

interface ItemRowProps {
  item: Item;
  meeting: Meeting;
  busy: boolean;
  onEdit: () => void;
  onMove: (way: 'up' | 'down' | 'into' | 'out') => void;
  onWithdraw: () => void;
}

function ItemRow({ item, meeting, busy, onEdit, onMove, onWithdraw }: ItemRowProps) {
  const say = useMessages('meetings');
  const title = usePickText()(item.title);
  const steps = stepsOf(meeting.agenda, item);
  return (
    <>
      <div className={css['part']}>
        <h3 className={css['h3']}><span className={css['label']}>{item.label}</span> <LocalText of={item.title} /></h3>
        <p className={css['note']}>{say(`meetings.intent.${item.intent}`)}{item.minutesPlanned != null && <> · {say('meetings.minutes', { count: item.minutesPlanned })}</>}{item.changed && <> · {say('meetings.itemWaiting')}</>}</p>
        <Standing item={item} meeting={meeting} />
      </div>
      <div className={css['acts']}>
        <Button id={`edit-${item.id}`} kind="secondary" aria-label={say('meetings.act.edit', { title })} onClick={onEdit}>{say('meetings.edit')}</Button>
        {(['up', 'down'] as const).map((way) => (
          <Button key={way} id={`${way}-${item.id}`} kind="quiet" aria-disabled={steps[way] === null || undefined} aria-label={say(`meetings.act.${way}`, { title })} onClick={() => { if (steps[way] && !busy) onMove(way); }}>{say(`meetings.${way}`)}</Button>
        ))}
        {(['into', 'out'] as const).map((way) => steps[way] && (
          <Button key={way} id={`${way}-${item.id}`} kind="quiet" aria-label={say(`meetings.act.${way}`, { title })} onClick={() => { if (!busy) onMove(way); }}>{say(`meetings.${way}`)}</Button>
        ))}
        {meeting.viewerCan.papers && <Link href={`/meetings/${meeting.id}/papers#item-${item.id}`} className={buttonClass('quiet')}>{say('meetings.papersOf', { count: item.papers.length })}</Link>}
        <Button kind="quiet" aria-label={say('meetings.act.withdraw', { title })} onClick={onWithdraw}>{say('meetings.withdraw')}</Button>
      </div>
    </>
  );
}

function WithdrawDialog({ meeting, item, onClose, onDone }: { meeting: Meeting; item: Item; onClose: () => void; onDone: () => void }) {
  const core = useMessages();
  const say = useMessages('meetings');
  const pick = usePickText();
  useGiveBack();
  const act = useMeetingAct();
  const send = async () => {
    if (await act.run(WithdrawAgendaItemDocument, { id: meeting.id, version: meeting.version, itemId: item.id })) onDone();
  };
  return (
    <Dialog open title={say('meetings.withdraw.title', { title: pick(item.title) })} onClose={onClose} closeLabel={core('cancel')} actions={<Button kind="danger" busy={act.busy} onClick={() => void send()}>{say('meetings.withdraw')}</Button>}>
      <Stack gap={4}>
        <TroubleNotice trouble={act.trouble} timeZone={meeting.environment.timeZone} />
        <p>{say(meeting.notices.length > 0 ? 'meetings.withdraw.posted' : 'meetings.withdraw.draft')}</p>
      </Stack>
    </Dialog>
  );
}
