import { useMutation, useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { type BallotRefusal, type Constituency, GivePrintedBallotDocument, type PrintedBallotsQuery, PrintedVotersDocument, TakeBackPrintedBallotDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { useAct } from '../../shell/use-act.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section, Stack } from '../../ui/Page.tsx';
import css from './Printed.module.css';

export type PrintedBallot = NonNullable<PrintedBallotsQuery['ballot']>;

const REASONS = ['ALREADY_VOTED', 'NOT_ON_ROLL', 'CLOSED'] as const satisfies readonly BallotRefusal[];
/** Letters before people are looked for. */
const SHORTEST = 2;

/** At the parent center: somebody without a phone gets a printed ballot, and the roll is marked. */
export function GivePrinted({ ballot, onChanged }: { ballot: PrintedBallot; onChanged: () => void }) {
  const staff = useMessages('staff');
  const [typed, type] = useState('');
  const [refused, refuse] = useState<{ name: string; reason: (typeof REASONS)[number] } | null>(null);
  const [giveTo] = useMutation(GivePrintedBallotDocument);
  const [takeFrom] = useMutation(TakeBackPrintedBallotDocument);
  const done = (answer: { __typename?: string; reason?: BallotRefusal } | undefined, name: string) => {
    const reason = REASONS.find((each) => each === answer?.reason);
    refuse(answer?.__typename === 'BallotRefused' ? { name, reason: reason ?? 'CLOSED' } : null);
    onChanged();
  };
  const give = useAct(async (personId: string, name: string) =>
    done((await giveTo({ variables: { id: ballot.id, personId } })).data?.givePrintedBallot, name));
  const takeBack = useAct(async (personId: string, name: string) =>
    done((await takeFrom({ variables: { id: ballot.id, personId } })).data?.takeBackPrintedBallot, name));
  const given = ballot.printed?.people ?? [];
  return (
    <Section title={staff('printed.title')} action={<Link href={`/ballots/${ballot.id}/printed`}>{staff('printed.sheets')}</Link>}>
      <Stack gap={3}>
        <p className={css['note']}>{staff('printed.lead')}</p>
        {refused && <Notice kind="danger" live="assertive" title={staff(`printed.refused.${refused.reason}.title`, { name: refused.name })}><p>{staff(`printed.refused.${refused.reason}`)}</p></Notice>}
        <FaultNotice fault={give.fault ?? takeBack.fault} />
        <TextField label={staff('printed.search')} type="search" autoComplete="off" value={typed} onChange={(event) => type(event.target.value)} />
        {typed.trim().length >= SHORTEST && <Found environmentId={ballot.environment.id} asked={ballot.constituencies.map(({ constituency }) => constituency)} search={typed.trim()} given={given} busy={give.busy} onGive={(id, name) => void give.run(id, name)} />}
        {given.length > 0 && (
          <div>
            <h3 className={css['h3']}>{staff('printed.given', { count: given.length })}</h3>
            <ul>
              {given.map(({ id, displayName }) => (
                <li key={id} className={css['line']}>
                  <span>{displayName}</span>
                  <Button kind="secondary" busy={takeBack.busy} aria-label={staff('printed.takeBackFrom', { name: displayName })} onClick={() => void takeBack.run(id, displayName)}>{staff('printed.takeBack')}</Button>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
    </Section>
  );
}

function Found({ environmentId, asked, search, given, busy, onGive }: {
  environmentId: string; asked: readonly Constituency[]; search: string; given: readonly { id: string }[]; busy: boolean; onGive: (id: string, name: string) => void;
}) {
  const staff = useMessages('staff');
  const { data, previousData } = useQuery(PrintedVotersDocument, { variables: { id: environmentId, search: useDeferredValue(search) } });
  // Whoever is in none of the groups asked cannot be on the roll; the server decides about the others.
  const people = ((data ?? previousData)?.environment?.people.edges ?? [])
    .map(({ node }) => node).filter(({ constituencies }) => constituencies.some((each) => asked.includes(each)));
  if (data && people.length === 0) return <p role="status">{staff('printed.nobody')}</p>;
  return (
    <ul>
      {people.filter(({ id }) => !given.some((each) => each.id === id)).map(({ id, displayName }) => (
        <li key={id} className={css['line']}>
          <span>{displayName}</span>
          <Button kind="secondary" busy={busy} aria-label={staff('printed.giveTo', { name: displayName })} onClick={() => onGive(id, displayName)}>{staff('printed.give')}</Button>
        </li>
      ))}
    </ul>
  );
}
