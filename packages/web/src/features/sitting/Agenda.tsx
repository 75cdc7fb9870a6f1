import { useState } from 'react';
import type { ItemOutcome } from '../../gql/graphql.ts';
import { LocalText, usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Row } from '../../ui/Page.tsx';
import css from './Room.module.css';
import { UrgencyDialog } from './MotionDialogs.tsx';
import { useRoom } from './room-context.ts';
import type { Item } from './sitting.ts';

const OUTCOMES: readonly ItemOutcome[] = ['DISCUSSED', 'ACTED', 'CONTINUED', 'TABLED', 'WITHDRAWN'];

/** The agenda with the item now before the body; whoever runs the sitting takes up, offers comment and closes. */
export function Agenda() {
  const say = useMessages('sitting');
  const { sitting, runs } = useRoom();
  const [closing, close] = useState<Item | null>(null);
  const [urgent, find] = useState<Item | null>(null);
  const session = sitting.state === 'IN_SESSION';
  return (
    <>
      <ol className={css['agenda']}>
        {sitting.items.map((item) => (
          <li key={item.id} data-depth={item.depth} data-now={item.id === sitting.currentItemId || undefined} aria-current={item.id === sitting.currentItemId ? 'step' : undefined}>
            <h3 className={css['h3']}><span className={css['label']}>{item.label}</span> <LocalText of={item.title} /></h3>
            <p className={css['line']}>
              {item.id === sitting.currentItemId && <Badge kind="live">{say('room.item.now')}</Badge>}
              {item.outcome !== 'OPEN' && <Badge kind="done">{say(`room.outcome.${item.outcome}`)}</Badge>}
              <ItemFacts item={item} />
            </p>
            {runs && session && item.outcome === 'OPEN' && <ItemActs item={item} onClose={() => close(item)} onFind={() => find(item)} />}
          </li>
        ))}
      </ol>
      {closing && <CloseDialog item={closing} onClose={() => close(null)} />}
      {urgent && <UrgencyDialog item={urgent} onClose={() => find(null)} />}
    </>
  );
}

/** What an item is for, whether it may be acted on, and whether the public could speak to it. */
export function ItemFacts({ item: { intent, standing, urgencyFound, addedAt, commentOfferedAt } }: { item: Item }) {
  const say = useMessages('sitting');
  const only = standing?.may === 'DISCUSSION_ONLY' && !urgencyFound;
  return (
    <span className={css['small']}>
      {[
        say(`room.intent.${intent}`), addedAt != null && say('room.item.added'), urgencyFound && say('room.item.urgent'),
        only && intent === 'ACTION' && say('room.item.discussOnly'), commentOfferedAt != null && say('room.item.commentOffered'),
      ].filter(Boolean).join(' · ')}
    </span>
  );
}

function ItemActs({ item, onClose, onFind }: { item: Item; onClose: () => void; onFind: () => void }) {
  const say = useMessages('sitting');
  const pick = usePickText();
  const { sitting, act } = useRoom();
  const now = item.id === sitting.currentItemId;
  const of = (verb: string) => say('room.item.of', { verb, label: item.label, title: pick(item.title) });
  const id = sitting.id;
  return (
    <Row>
      {!now && <Button kind="secondary" aria-label={of(say('room.item.takeUp'))} onClick={() => act('takeUpItem', { id, itemId: item.id })}>{say('room.item.takeUp')}</Button>}
      {now && <Button kind="secondary" aria-label={of(say('room.item.comment'))} onClick={() => act('offerComment', { id, itemId: item.id })}>{say('room.item.comment')}</Button>}
      {now && <Button kind="secondary" aria-label={of(say('room.item.close'))} onClick={onClose}>{say('room.item.close')}</Button>}
      {item.intent === 'ACTION' && item.standing?.may === 'DISCUSSION_ONLY' && !item.urgencyFound && <Button kind="secondary" aria-label={of(say('room.item.find'))} onClick={onFind}>{say('room.item.find')}</Button>}
    </Row>
  );
}

function CloseDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('sitting');
  const pick = usePickText();
  const { sitting, act } = useRoom();
  return (
    <Dialog open title={say('room.item.closeTitle', { label: item.label, title: pick(item.title) })} closeLabel={core('cancel')} onClose={onClose}>
      <ul className={css['picks']}>
        {OUTCOMES.map((outcome) => <li key={outcome}><Button kind="secondary" wide onClick={() => { act('closeItem', { id: sitting.id, itemId: item.id, outcome }); onClose(); }}>{say(`room.outcome.${outcome}`)}</Button></li>)}
      </ul>
    </Dialog>
  );
}
