import { useEffect, useRef, useState } from 'react';
import { AddAgendaItemDocument, ReviseAgendaItemDocument } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useLeaveGuard } from '../../shell/use-leave-guard.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Row } from '../../ui/Page.tsx';
import { LanguageTexts } from './LanguageTexts.tsx';
import css from './Meetings.module.css';
import { type Fault, INTENTS, type Item, itemDraftOf, type ItemDraft, itemInputOf, localesOf, type Meeting } from './meeting.ts';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useMeetingAct } from './use-meeting-act.ts';
import { fieldOf, targetOf, useFaultWords } from './words.ts';

interface ItemFormProps {
  meeting: Meeting;
  /** Null: a new one. */
  item: Item | null;
  /** What still keeps the notice from being posted. */
  open: readonly Fault[];
  /** Which field to begin at; by default the first. */
  focus: string | null;
  onClose: () => void;
  onSaved: (meeting: Meeting) => void;
}

/** The words of one agenda item in every language, and what is meant to happen to it. */
export function ItemForm({ meeting, item, open, focus, onClose, onSaved }: ItemFormProps) {
  const core = useMessages();
  const say = useMessages('meetings');
  const locale = useLocale();
  const act = useMeetingAct();
  const { requiredLocales, timeZone } = meeting.environment;
  const faultWords = useFaultWords(timeZone);
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(() => itemDraftOf(item));
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set());
  useLeaveGuard(edited.size > 0 && !act.busy, say('meetings.unsaved'));
  useEffect(() => {
    const field = (focus && document.getElementById(focus)) || form.current?.querySelector<HTMLElement>('input, textarea');
    field?.focus();
  }, [focus]);
  const set = (field: string, part: Partial<ItemDraft>) => {
    setEdited((before) => new Set([...before, field]));
    setDraft((before) => ({ ...before, ...part }));
  };
  const locales = localesOf(requiredLocales, locale, draft.title, draft.description, draft.rationale);
  const answered = act.trouble?.kind === 'FAULTY' ? act.trouble.faults.map((fault) => ({ ...fault, itemId: item?.id ?? 'new' })) : [];
  const fault = (field: string) => answered.find((each) => fieldOf(each) === field) ?? (item && !edited.has(field) ? open.find((each) => each.itemId === item.id && fieldOf(each) === field) : undefined);
  const error = (field: string) => { const found = fault(field); return found && faultWords(found); };
  const save = async () => {
    const at = { id: meeting.id, version: meeting.version, input: itemInputOf(draft) };
    const done = await (item ? act.run(ReviseAgendaItemDocument, { ...at, itemId: item.id }) : act.run(AddAgendaItemDocument, { ...at, place: null }));
    if (done) onSaved(done);
  };
  const texts = (field: 'title' | 'description' | 'rationale', most: number, long = false) => (
    <LanguageTexts id={`item-${field}`} label={say(`meetings.item.${field}`)} hint={say(`meetings.item.${field}Hint`)} fault={fault(field)} locales={locales} texts={draft[field]} most={most} long={long} onChange={(next) => set(field, { [field]: next })} />
  );
  return (
    <form ref={form} noValidate className={css['form']} aria-label={say(item ? 'meetings.item.change' : 'meetings.item.new')} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <ErrorSummary title={core('formFaults')} faults={answered.map((each) => ({ id: targetOf(each, locales), text: faultWords(each) }))} />
      {act.trouble?.kind !== 'FAULTY' && <TroubleNotice trouble={act.trouble} timeZone={timeZone} />}
      {texts('title', 200)}
      <Choices legend={say('meetings.item.intent')} value={[draft.intent]} choices={INTENTS.map((each) => ({ value: each, label: say(`meetings.intent.${each}`), hint: say(`meetings.intentHint.${each}`) }))} onChange={([next]) => set('intent', { intent: INTENTS.find((each) => each === next) ?? draft.intent })} />
      {texts('description', 4000, true)}
      {(draft.intent === 'ACTION' || Object.values(draft.rationale).some(Boolean)) && texts('rationale', 2000, true)}
      <div className={css['pair']}>
        <TextField id="item-minutesPlanned" label={say('meetings.item.minutes')} hint={say('meetings.item.minutesHint')} error={error('minutesPlanned')} inputMode="numeric" maxLength={3} value={draft.minutes} onChange={(event) => set('minutesPlanned', { minutes: event.target.value })} />
        <TextField id="item-presenter" label={say('meetings.item.presenter')} hint={say('meetings.item.presenterHint')} error={error('presenter')} maxLength={200} value={draft.presenter} onChange={(event) => set('presenter', { presenter: event.target.value })} />
      </div>
      <Row>
        <Button type="submit" busy={act.busy}>{say('meetings.item.save')}</Button>
        <Button kind="quiet" onClick={onClose}>{core('cancel')}</Button>
      </Row>
    </form>
  );
}
