import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { DeclareVacancyDocument } from '../../gql/graphql.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Section, Stack } from '../../ui/Page.tsx';
import { Link } from '../../ui/Link.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import css from './Elections.module.css';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useElectionAct } from './use-election-act.ts';
import { type ElectionShown, type Group, noon } from './view.ts';

type Seat = ElectionShown['seats'][number];
interface OutcomeProps { election: ElectionShown; onChanged: () => void }

/** Where each group's count is read, and who took which seat. */
export function Outcome({ election, onChanged }: OutcomeProps) {
  const say = useMessages('elections');
  const decided = election.constituencies.filter(({ way }) => way !== null);
  if (decided.length === 0) return null;
  return (
    <>
      <Section title={say('result')}>
        <ul className={css['lines']}>{decided.map((group) => <li key={group.constituency}><ResultLine group={group} /></li>)}</ul>
      </Section>
      {election.seats.length > 0 && <Section title={say('seats')}><Seats election={election} onChanged={onChanged} /></Section>}
    </>
  );
}

function ResultLine({ group: { constituency, ballot, way, setAside } }: { group: Group }) {
  const core = useMessages();
  const say = useMessages('elections');
  const group = core(`constituency.${constituency}`);
  return (
    <Stack gap={2}>
      {way === 'ACCLAIMED' && <span>{say('result.acclaimed', { group })}</span>}
      {way === 'VACANT' && <span>{say('result.vacant', { group })}</span>}
      {ballot && <Link href={`/b/${ballot.id}`}>{say(ballot.state === 'OPEN' || ballot.state === 'SCHEDULED' ? 'result.ballot' : 'result.count', { group })}</Link>}
      {setAside && <strong>{say('result.setAside', { group })}</strong>}
    </Stack>
  );
}

function Seats({ election, onChanged }: OutcomeProps) {
  const core = useMessages();
  const say = useMessages('elections');
  const pick = usePickText();
  const dates = useDates(election.environment.timeZone);
  const [asked, ask] = useState<Seat | null>(null);
  const act = useElectionAct(onChanged);
  const [declare] = useMutation(DeclareVacancyDocument);
  const body = election.governingBody && { id: election.governingBody.id, version: election.governingBody.version };
  const vacates = election.seats.some((seat) => seat.viewerVacates);
  const holder = (seat: Seat) => seat.vacant && seat.vacancy ? say('seats.vacant', { why: say(`vacancy.${seat.vacancy}`) }) : seat.name ?? say('studentNamed');
  const columns: Column<Seat>[] = [
    { key: 'seat', head: say('seats.seat'), cell: (seat) => say('seats.name', { seat: pick(seat.seatName) || core(`constituency.${seat.constituency}`), number: seat.number }) },
    { key: 'holder', head: say('seats.holder'), cell: holder },
    { key: 'term', head: say('seats.term'), cell: (seat) => say('date.span', { from: dates.day(noon(seat.starts)), until: dates.day(noon(seat.ends)) }) },
    ...(vacates ? [{ key: 'act', head: say('vacate'), cell: (seat: Seat) => seat.viewerVacates && <Button kind="quiet" onClick={() => ask(seat)}>{say('vacate')}</Button> }] : []),
  ];
  const send = (reason: string) => {
    if (!asked || !body) return;
    const vacated = async () => {
      const answer = (await declare({ variables: { ...body, holdingId: asked.id, reason } })).data?.declareVacancy;
      // Whatever else became of it is that somebody was faster.
      return answer?.__typename === 'BodyChanged' ? answer : undefined;
    };
    void act.run(vacated, say('vacate.done')).then((done) => done && ask(null));
  };
  return (
    <>
      <Table caption={say('seats.caption')} hideCaption columns={columns} rows={election.seats} rowKey={({ id }) => id} />
      <ReasonDialog open={asked !== null} title={say('vacate.ask')} explain={say('vacate.explain')} label={say('office.withdrawReason')} verb={say('vacate')} most={500} act={act} timeZone={election.environment.timeZone} onClose={() => ask(null)} onSend={send} />
    </>
  );
}
