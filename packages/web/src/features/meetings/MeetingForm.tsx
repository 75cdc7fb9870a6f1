import { useState } from 'react';
import { DraftMeetingDocument, type MeetingRepeat, ReviseMeetingDocument } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { LANGUAGES, languageName } from '../../lib/language-name.ts';
import { useLeaveGuard } from '../../shell/use-leave-guard.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox, Choices } from '../../ui/Choices.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import { LanguageTexts } from './LanguageTexts.tsx';
import css from './Meetings.module.css';
import { draftOf, type Fault, inputOf, KINDS, localesOf, type Meeting, type MeetingDraft, whole } from './meeting.ts';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useMeetingAct } from './use-meeting-act.ts';
import { fieldOf, targetOf, useFaultWords } from './words.ts';

interface MeetingFormProps {
  bodyId: string;
  timeZone: string;
  requiredLocales: readonly string[];
  meeting: Meeting | null;
  /** What still keeps the notice of a known meeting from being posted. */
  open?: readonly Fault[];
  onTouched?: (touched: boolean) => void;
  /** How many were drafted at once. */
  onSaved: (meeting: Meeting, count: number) => void;
}

const REPEATS = ['ONCE', 'WEEKLY', 'MONTHLY'] as const;

/** Day, time, place and languages of a meeting; a new one may be the first of several. */
export function MeetingForm({ bodyId, timeZone, requiredLocales, meeting, open = [], onTouched, onSaved }: MeetingFormProps) {
  const core = useMessages();
  const say = useMessages('meetings');
  const locale = useLocale();
  const act = useMeetingAct();
  const faultWords = useFaultWords(timeZone);
  const [draft, setDraft] = useState(() => draftOf(meeting, timeZone));
  const [repeat, setRepeat] = useState<'ONCE' | MeetingRepeat>('ONCE');
  const [times, setTimes] = useState('10');
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set());
  const [saved, setSaved] = useState(false);
  const touched = edited.size > 0 && !saved;
  useLeaveGuard(touched && !act.busy, say('meetings.unsaved'));
  const set = (field: string, part: Partial<MeetingDraft>) => {
    setSaved(false);
    setEdited((before) => new Set([...before, field]));
    setDraft((before) => ({ ...before, ...part }));
    onTouched?.(true);
  };
  const locales = localesOf(requiredLocales, locale, draft.title, draft.place);
  const answered = act.trouble?.kind === 'FAULTY' ? act.trouble.faults : [];
  const fault = (field: string) => answered.find((each) => fieldOf(each) === field) ?? (edited.has(field) ? undefined : open.find((each) => each.itemId === null && fieldOf(each) === field));
  const error = (field: string) => { const found = fault(field); return found && faultWords(found); };
  const save = async () => {
    const input = inputOf(draft, timeZone);
    const done = await (meeting
      ? act.run(ReviseMeetingDocument, { id: meeting.id, version: meeting.version, input })
      : act.run(DraftMeetingDocument, { bodyId, input, repeat: repeat === 'ONCE' ? null : { every: repeat, times: whole(times) } }));
    if (!done) return;
    setEdited(new Set());
    setSaved(true);
    onTouched?.(false);
    onSaved(done, meeting || repeat === 'ONCE' ? 1 : whole(times));
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Stack gap={5}>
        <ErrorSummary title={core('formFaults')} faults={answered.map((each) => ({ id: targetOf(each, locales), text: faultWords(each) }))} />
        {act.trouble?.kind !== 'FAULTY' && <TroubleNotice trouble={act.trouble} timeZone={timeZone} />}
        <LanguageTexts id="meeting-title" label={say('meetings.field.title')} hint={say('meetings.edit.titleHint')} fault={fault('title')} locales={locales} texts={draft.title} most={200} onChange={(title) => set('title', { title })} />
        <Choices legend={say('meetings.edit.kind')} value={[draft.kind]} choices={KINDS.map((each) => ({ value: each, label: say(`meetings.kind.${each}`), hint: say(`meetings.kindHint.${each}`) }))} onChange={([next]) => set('kind', { kind: KINDS.find((each) => each === next) ?? draft.kind })} />
        <div className={css['part']}>
          <div className={css['times']}>
            <TextField id="meeting-startsAt" type="date" label={say('meetings.edit.day')} error={error('startsAt')} value={draft.date} onChange={(event) => set('startsAt', { date: event.target.value })} />
            <TextField type="time" label={say('meetings.edit.starts')} value={draft.starts} onChange={(event) => set('startsAt', { starts: event.target.value })} />
            <TextField id="meeting-endsAt" type="time" label={say('meetings.edit.ends')} error={error('endsAt')} value={draft.ends} onChange={(event) => set('endsAt', { ends: event.target.value })} />
          </div>
          <p className={css['note']}>{say('meetings.zone', { zone: timeZone.replaceAll('_', ' ') })}</p>
        </div>
        <LanguageTexts id="meeting-place" label={say('meetings.field.place')} hint={say('meetings.edit.placeHint')} fault={fault('place')} locales={locales} texts={draft.place} most={300} onChange={(place) => set('place', { place })} />
        <TextField id="meeting-onlineUrl" type="url" label={say('meetings.field.onlineUrl')} hint={say('meetings.edit.onlineHint')} error={error('onlineUrl')} maxLength={500} value={draft.onlineUrl} onChange={(event) => set('onlineUrl', { onlineUrl: event.target.value })} />
        <div className={css['many']}>
          <Choices
            id="meeting-interpretation" several legend={say('meetings.edit.interpretation')} hint={say('meetings.edit.interpretationHint')} error={error('interpretation')} value={[...draft.interpretation]}
            choices={[...new Set<string>([...LANGUAGES, ...draft.interpretation])].map((tag) => ({ value: tag, label: languageName(tag, locale) }))} onChange={(interpretation) => set('interpretation', { interpretation })}
          />
        </div>
        <Checkbox label={say('meetings.edit.childcare')} checked={draft.childcare} onChange={(childcare) => set('childcare', { childcare })} />
        {!meeting && (
          <>
            <Choices legend={say('meetings.edit.repeat')} hint={say('meetings.edit.repeatHint')} value={[repeat]} choices={REPEATS.map((each) => ({ value: each, label: say(`meetings.repeat.${each}`) }))} onChange={([next]) => setRepeat(REPEATS.find((each) => each === next) ?? 'ONCE')} />
            {repeat !== 'ONCE' && <TextField id="meeting-times" label={say('meetings.field.times')} hint={say('meetings.edit.timesHint')} error={error('times')} inputMode="numeric" maxLength={2} value={times} onChange={(event) => setTimes(event.target.value)} />}
          </>
        )}
        <Row><Button type="submit" kind={meeting ? 'secondary' : 'primary'} busy={act.busy}>{say(meeting ? 'meetings.edit.save' : 'meetings.edit.create')}</Button></Row>
      </Stack>
    </form>
  );
}
