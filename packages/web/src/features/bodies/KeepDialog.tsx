import { type ReactNode, useState } from 'react';
import { CertifyRosterDocument, CloseBodyDocument, DeclareVacancyDocument, RetireSeatDocument, RollOverBodyDocument, TakeBackOfficeChangeDocument } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';
import { AddSeatsDialog } from './AddSeatsDialog.tsx';
import { type Body, noon } from './body.ts';
import type { Asked, KeepProps, Place } from './keeping.ts';
import { LeaveDialog } from './LeaveDialog.tsx';
import { OfficeDialog } from './OfficeDialog.tsx';
import { SeatDialog } from './SeatDialog.tsx';
import { TroubleNotice } from './TroubleNotice.tsx';
import { type BodyAct, useBodyAct } from './use-body-act.ts';
import { useOfficerWords, useSeatWords } from './words.ts';

/** What a keeper is asked before an act. It stands while it is asked. */
export default function KeepDialog({ asked, ...keep }: KeepProps & { asked: Asked }) {
  const say = useMessages('bodies');
  const seatWords = useSeatWords();
  const officerWords = useOfficerWords();
  const dates = useDates(keep.body.environment.timeZone);
  const act = useBodyAct();
  const { body, onDone } = keep;
  const at = { id: body.id, version: body.version };
  const then = (place: Place, text: string) => (done: Body | null) => { if (done) onDone(place, text); };
  switch (asked.act) {
    case 'SEAT': {
      const seat = body.seats.find(({ seatId }) => seatId === asked.seatId);
      return seat ? <SeatDialog {...keep} seat={seat} seatId={asked.seatId} /> : null;
    }
    case 'OFFICE':
      return <OfficeDialog {...keep} chosen={asked.office} />;
    case 'LEAVE': {
      const officer = body.officers.find(({ id }) => id === asked.officerId);
      return officer ? <LeaveDialog {...keep} officer={officer} /> : null;
    }
    case 'TAKE_BACK': {
      const coming = body.comingOfficers.find(({ id }) => id === asked.officerId);
      const officer = coming ?? body.officers.find(({ id }) => id === asked.officerId);
      if (!officer) return null;
      const held = body.officers.find(({ office }) => office === officer.office);
      const when = dates.day(noon(officer.starts));
      const form = coming ? 'bodies.takeBackForm' : 'bodies.stayForm';
      const goesOn = held ? say('bodies.takeBackForm.goesOn', { name: officerWords(held), when }) : say('bodies.takeBackForm.nobody', { when });
      return (
        <Confirm
          {...keep} act={act} kind={coming ? 'danger' : 'primary'} title={say(`${form}.title`, { name: officerWords(officer), office: say(`bodies.office.${officer.office}`) })} verb={say(`${form}.verb`)}
          why={coming ? goesOn : say('bodies.stayForm.explain')}
          onConfirm={() => void act.run(TakeBackOfficeChangeDocument, { ...at, officerId: asked.officerId }).then(then('OFFICERS', say(`${form}.done`, { name: officerWords(officer) })))}
        />
      );
    }
    case 'ADD':
      return <AddSeatsDialog {...keep} />;
    case 'VACATE': {
      const seat = body.seats.find(({ id }) => id === asked.holdingId);
      if (!seat) return null;
      const words = seatWords(seat);
      return <VacateDialog {...keep} act={act} seat={words} onReason={(reason) => void act.run(DeclareVacancyDocument, { ...at, holdingId: asked.holdingId, reason }).then(then('SEATS', say('bodies.vacateForm.done', { seat: words })))} />;
    }
    case 'RETIRE': {
      const seat = body.seats.find(({ seatId }) => seatId === asked.seatId);
      if (!seat) return null;
      const words = seatWords(seat);
      return (
        <Confirm
          {...keep} act={act} kind="danger" title={say('bodies.retireForm.title', { seat: words })} why={say('bodies.retireForm.explain')} verb={say('bodies.retireForm.verb')}
          onConfirm={() => void act.run(RetireSeatDocument, { ...at, seatId: asked.seatId }).then(then('SEATS', say('bodies.retireForm.done', { seat: words })))}
        />
      );
    }
    case 'CERTIFY':
      return (
        <Confirm
          {...keep} act={act} title={say('bodies.certifyForm.title')} why={say('bodies.certifyForm.explain')} verb={say('bodies.keep.certify')}
          onConfirm={() => void act.run(CertifyRosterDocument, at).then(then('TOP', say('bodies.certifyForm.done')))}
        />
      );
    case 'ROLL_OVER':
      return (
        <Confirm
          {...keep} act={act} title={say('bodies.rollForm.title')} why={say('bodies.rollForm.explain')} verb={say('bodies.keep.rollOver')}
          onConfirm={() => void act.run(RollOverBodyDocument, at).then(then('TOP', say('bodies.rollForm.done')))}
        />
      );
    case 'CLOSE':
      return (
        <Confirm
          {...keep} act={act} kind="danger" title={say('bodies.closeForm.title')} why={say('bodies.closeForm.explain')} verb={say('bodies.keep.close')}
          onConfirm={() => void act.run(CloseBodyDocument, at).then(then('TOP', say('bodies.closeForm.done')))}
        />
      );
  }
}

interface ConfirmProps extends KeepProps {
  act: BodyAct;
  title: string;
  why: ReactNode;
  verb: string;
  kind?: 'primary' | 'danger';
  onConfirm: () => void;
}

function Confirm({ body, act, title, why, verb, kind = 'primary', onClose, onConfirm }: ConfirmProps) {
  const core = useMessages();
  return (
    <Dialog open title={title} onClose={onClose} closeLabel={core('cancel')} actions={<Button kind={kind} busy={act.busy} onClick={onConfirm}>{verb}</Button>}>
      <Stack gap={3}>
        <TroubleNotice trouble={act.trouble} law={body.meetingLaw} />
        <p>{why}</p>
      </Stack>
    </Dialog>
  );
}

function VacateDialog({ body, act, seat, onClose, onReason }: KeepProps & { act: BodyAct; seat: string; onReason: (reason: string) => void }) {
  const core = useMessages();
  const say = useMessages('bodies');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const send = () => {
    setTried(true);
    if (!missing) onReason(reason.trim());
  };
  return (
    <Dialog open title={say('bodies.vacateForm.title', { seat })} onClose={onClose} closeLabel={core('cancel')} actions={<Button kind="danger" busy={act.busy} onClick={send}>{say('bodies.keep.vacate')}</Button>}>
      <Stack gap={3}>
        <TroubleNotice trouble={act.trouble} law={body.meetingLaw} />
        <p>{say('bodies.vacateForm.explain')}</p>
        <TextArea label={say('bodies.vacateForm.reason')} hint={say('bodies.vacateForm.reasonHint')} error={tried && missing ? say('bodies.vacateForm.missing') : undefined} rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Stack>
    </Dialog>
  );
}
