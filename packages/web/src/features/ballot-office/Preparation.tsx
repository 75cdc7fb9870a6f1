import { useState } from 'react';
import type { BallotState, Constituency } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Link } from '../../ui/Link.tsx';
import { Row, Section, Stack } from '../../ui/Page.tsx';
import css from './Office.module.css';
import { TroubleNotice } from './TroubleNotice.tsx';
import { type BallotAct, useChangeBallot } from './use-change-ballot.ts';

export interface Prepared {
  readonly id: string;
  readonly version: number;
  readonly state: BallotState;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly constituencies: readonly { readonly constituency: Constituency }[];
  readonly viewerCan: { readonly edit: boolean; readonly schedule: boolean; readonly open: boolean; readonly withdraw: boolean };
}

interface PreparationProps {
  ballot: Prepared;
  sizes: ReadonlyMap<string, number>;
  timeZone: string;
  /** After every try; `done` when it happened. */
  onChanged: (done: boolean) => void;
  /** The form is another page, unless this stands at its end. */
  editable?: boolean;
}

type Asked = 'SCHEDULE' | 'OPEN' | 'WITHDRAW';

/** From a finished draft to an open ballot: announce, open, or take back, each said plainly before it happens. */
export function Preparation({ ballot, sizes, timeZone, onChanged, editable = true }: PreparationProps) {
  const say = useMessages();
  const staff = useMessages('staff');
  const dates = useDates(timeZone);
  const [asked, ask] = useState<Asked | null>(null);
  const change = useChangeBallot(ballot.id, onChanged);
  const { viewerCan: can, opensAt, closesAt } = ballot;
  const mayOpen = can.open || can.schedule;
  if (!can.edit && !mayOpen && !can.withdraw) return null;
  const acts: Record<Asked, readonly BallotAct[]> = {
    SCHEDULE: [{ act: 'SCHEDULE' }],
    // A draft is announced first, as the rules want it, and opened at once.
    OPEN: can.open ? [{ act: 'OPEN' }] : [{ act: 'SCHEDULE' }, { act: 'OPEN' }],
    WITHDRAW: [{ act: 'WITHDRAW' }],
  };
  const close = () => { ask(null); change.forget(); };
  const answer = (what: Asked) => void change.run(acts[what], ballot.version, staff(`office.done.${what}`)).then(done => done && ask(null));
  return (
    <Section title={staff(ballot.state === 'SCHEDULED' ? 'office.scheduledTitle' : 'office.readyTitle')}>
      <Stack gap={4}>
        <p>{staff(ballot.state === 'SCHEDULED' ? (opensAt ? 'office.opensItself' : 'office.opensByHand') : 'office.readyExplain', { when: opensAt ? dates.dayTime(opensAt) : '' })}</p>
        <Row>
          {can.schedule && <Button onClick={() => ask('SCHEDULE')}>{staff('office.schedule')}</Button>}
          {mayOpen && <Button kind={can.schedule ? 'secondary' : 'primary'} onClick={() => ask('OPEN')}>{staff('office.openNow')}</Button>}
          {can.edit && editable && <Link className={buttonClass('secondary')} href={`/ballots/${ballot.id}/edit`}>{staff('office.edit')}</Link>}
          {can.withdraw && <Button kind="quiet" onClick={() => ask('WITHDRAW')}>{staff('office.withdraw')}</Button>}
        </Row>
        <Dialog
          open={asked !== null} title={asked ? staff(`office.ask.${asked}`) : ''} onClose={close} closeLabel={say('cancel')}
          actions={asked && <Button kind={asked === 'WITHDRAW' ? 'danger' : 'primary'} busy={change.busy} onClick={() => answer(asked)}>{staff(`office.verb.${asked}`)}</Button>}
        >
          <Stack gap={3}>
            <TroubleNotice trouble={change.trouble} />
            {asked === 'WITHDRAW' ? <p>{staff('office.withdrawExplain')}</p> : (
              <>
                <p>{asked === 'SCHEDULE' ? (opensAt ? staff('editor.opensOn', { when: dates.dayTime(opensAt) }) : staff('editor.opensByHand')) : staff('office.openExplain')}</p>
                {closesAt && <p>{staff('editor.closesOn', { when: dates.dayTime(closesAt) })}</p>}
                <div>
                  <h3>{staff('office.roll')}</h3>
                  <ul className={css['roll']}>{ballot.constituencies.map(({ constituency }) => <li key={constituency}><span>{say(`constituency.${constituency}`)}</span><span>{staff('people.found', { count: sizes.get(constituency) ?? 0 })}</span></li>)}</ul>
                  <p className={css['note']}>{staff('office.rollNote')}</p>
                </div>
              </>
            )}
          </Stack>
        </Dialog>
      </Stack>
    </Section>
  );
}
