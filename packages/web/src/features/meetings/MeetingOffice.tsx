import { useState } from 'react';
import { useLocation } from 'wouter';
import { CancelMeetingDocument, DiscardMeetingDocument, ProvePostingDocument, type PostingWhere } from '../../gql/graphql.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { instant, wallTime } from '../../lib/zoned.ts';
import { toast } from '../../ui/announce.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { Link } from '../../ui/Link.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { FileFault } from './FileFault.tsx';
import css from './Meetings.module.css';
import { lastNotice, type Meeting } from './meeting.ts';
import { PhotoField } from './PhotoField.tsx';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useGiveBack } from './use-give-back.ts';
import { useMeetingAct } from './use-meeting-act.ts';
import { usePhoto } from './use-photo.ts';
import { useFaultWords } from './words.ts';

interface OfficeProps {
  meeting: Meeting;
  onDone: (text: string) => void;
}

/** What those who prepare a meeting may do with it now. */
export default function MeetingOffice({ meeting, onDone }: OfficeProps) {
  const say = useMessages('meetings');
  // Loaded with the rest, so that no dialog has to wait for its words.
  useMessages('papers');
  const [asked, ask] = useState<'PROVE' | 'CANCEL' | 'DISCARD' | null>(null);
  const { changed, id, needsProof, state, viewerCan } = meeting;
  const props = { meeting, onClose: () => ask(null), onDone: (text: string) => { ask(null); onDone(text); } };
  return (
    <section className={css['office']} aria-label={say('meetings.office')}>
      <p>{say(state === 'DRAFT' ? 'meetings.office.draft' : changed ? 'meetings.office.changed' : 'meetings.office.noticed')}</p>
      <Row>
        {viewerCan.edit && <Link href={`/meetings/${id}/edit`} className={buttonClass(needsProof ? 'secondary' : 'primary')}>{say(state === 'DRAFT' ? 'meetings.prepare' : 'meetings.change')}</Link>}
        {viewerCan.papers && <Link href={`/meetings/${id}/papers`} className={buttonClass('secondary')}>{say('meetings.toPapers')}</Link>}
        {viewerCan.provePosting && <Button kind={needsProof ? 'primary' : 'secondary'} onClick={() => ask('PROVE')}>{say('meetings.prove')}</Button>}
        {viewerCan.cancel && <Button kind="quiet" onClick={() => ask('CANCEL')}>{say('meetings.cancel')}</Button>}
        {viewerCan.discard && <Button kind="quiet" onClick={() => ask('DISCARD')}>{say('meetings.discard')}</Button>}
      </Row>
      {asked === 'PROVE' && <ProveDialog {...props} />}
      {asked === 'CANCEL' && <CancelDialog {...props} />}
      {asked === 'DISCARD' && <DiscardDialog {...props} />}
    </section>
  );
}

type DialogProps = OfficeProps & { onClose: () => void };

/** Where the notice hangs, and since when: somebody's word for it. */
function ProveDialog({ meeting, onClose, onDone }: DialogProps) {
  const core = useMessages();
  const say = useMessages('meetings');
  const papers = useMessages('papers');
  useGiveBack();
  const act = useMeetingAct();
  const { timeZone } = meeting.environment;
  const faultWords = useFaultWords(timeZone);
  const [where, setWhere] = useState<PostingWhere>('SITE');
  const [place, setPlace] = useState('');
  const { photo, setPhoto, sent, fault: photoFault, send: sendPhoto } = usePhoto(meeting.id);
  const [when, setWhen] = useState(() => wallTime(new Date().toISOString(), timeZone));
  const [tried, setTried] = useState(false);
  const postedAt = instant(when, timeZone);
  const missing = place.trim() === '';
  const number = lastNotice(meeting)?.number ?? 1;
  const error = (field: string) => (act.trouble?.kind === 'FAULTY' ? act.trouble.faults : []).filter((fault) => fault.field.endsWith(field)).map(faultWords)[0];
  const send = async () => {
    setTried(true);
    if (missing || !postedAt) return;
    const photoId = await sendPhoto();
    if (photoId === undefined) return;
    const done = await act.run(ProvePostingDocument, { id: meeting.id, version: meeting.version, input: { noticeNumber: number, where, place: place.trim(), postedAt, photoId } });
    if (done) onDone(say('meetings.prove.done', { number }));
  };
  return (
    <Dialog open title={say('meetings.prove.title', { number })} onClose={onClose} closeLabel={core('cancel')} actions={<Button busy={act.busy || sent !== null} onClick={() => void send()}>{say('meetings.prove.verb')}</Button>}>
      <Stack gap={4}>
        {act.trouble?.kind !== 'FAULTY' && <TroubleNotice trouble={act.trouble} timeZone={timeZone} />}
        <p>{say('meetings.prove.explain')}</p>
        <Choices legend={say('meetings.prove.where')} value={[where]} onChange={([next]) => setWhere(next === 'ONLINE' ? 'ONLINE' : 'SITE')} choices={(['SITE', 'ONLINE'] as const).map((each) => ({ value: each, label: say(`meetings.prove.${each}`), hint: say(`meetings.prove.${each}.hint`) }))} />
        <TextField label={say('meetings.prove.place')} hint={say('meetings.prove.placeHint')} error={tried && missing ? say('meetings.prove.missing') : error('place')} maxLength={200} value={place} onChange={(event) => setPlace(event.target.value)} />
        <div className={css['times']}>
          <TextField type="date" label={say('meetings.prove.day')} error={tried && !postedAt ? say('meetings.prove.noTime') : error('postedAt')} value={when.date} onChange={(event) => setWhen({ ...when, date: event.target.value })} />
          <TextField type="time" label={say('meetings.prove.time')} value={when.time} onChange={(event) => setWhen({ ...when, time: event.target.value })} />
        </div>
        {where === 'SITE' && <PhotoField photo={photo} onPhoto={setPhoto} />}
        {sent && <Progress label={papers('papers.photo.sending')} done={sent.done} total={sent.total} />}
        {photoFault != null && <FileFault fault={photoFault} name={photo?.name ?? ''} />}
        <p className={css['note']}>{say('meetings.zone', { zone: timeZone.replaceAll('_', ' ') })}</p>
      </Stack>
    </Dialog>
  );
}

function CancelDialog({ meeting, onClose, onDone }: DialogProps) {
  const say = useMessages('meetings');
  useGiveBack();
  const act = useMeetingAct();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const send = async () => {
    setTried(true);
    if (!missing && await act.run(CancelMeetingDocument, { id: meeting.id, version: meeting.version, reason: reason.trim() })) onDone(say('meetings.cancel.done'));
  };
  return (
    <Dialog open title={say('meetings.cancel.title')} onClose={onClose} closeLabel={say('meetings.cancel.keep')} actions={<Button kind="danger" busy={act.busy} onClick={() => void send()}>{say('meetings.cancel')}</Button>}>
      <Stack gap={4}>
        <TroubleNotice trouble={act.trouble} timeZone={meeting.environment.timeZone} />
        <p>{say('meetings.cancel.explain')}</p>
        <TextArea label={say('meetings.cancel.reason')} hint={say('meetings.cancel.reasonHint')} error={tried && missing ? say('meetings.cancel.missing') : undefined} rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Stack>
    </Dialog>
  );
}

function DiscardDialog({ meeting, onClose }: DialogProps) {
  const core = useMessages();
  const say = useMessages('meetings');
  const pick = usePickText();
  const [, go] = useLocation();
  useGiveBack();
  const act = useMeetingAct();
  const send = async () => {
    if (!await act.run(DiscardMeetingDocument, { id: meeting.id, version: meeting.version })) return;
    toast(say('meetings.discard.done'));
    go(`/bodies/${meeting.body.id}/meetings`);
  };
  return (
    <Dialog open title={say('meetings.discard.title', { title: pick(meeting.title) })} onClose={onClose} closeLabel={core('cancel')} actions={<Button kind="danger" busy={act.busy} onClick={() => void send()}>{say('meetings.discard')}</Button>}>
      <Stack gap={4}>
        <TroubleNotice trouble={act.trouble} timeZone={meeting.environment.timeZone} />
        <p>{say('meetings.discard.explain')}</p>
      </Stack>
    </Dialog>
  );
}
