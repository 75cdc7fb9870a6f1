import type { Office } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import css from './Bodies.module.css';
import { type Body, noon, type Officer, OFFICES } from './body.ts';
import type { Asked } from './keeping.ts';
import { useOfficerWords } from './words.ts';

interface OfficersProps {
  body: Body;
  /** What a keeper asks of an office; left out for everybody else. */
  onAsk: ((asked: Asked) => void) | undefined;
}

interface Line {
  readonly office: Office;
  /** Null: nobody holds it. */
  readonly officer: Officer | null;
  readonly coming: boolean;
}

/** Its offices as the bylaws know them, whoever holds one that they no longer know, and whoever takes one on a later day. */
export function Officers({ body: { officers, comingOfficers, bylaws, environment }, onAsk }: OfficersProps) {
  const say = useMessages('bodies');
  const holder = useOfficerWords();
  const dates = useDates(environment.timeZone);
  const day = (date: string) => dates.day(noon(date));
  if (officers.length + comingOfficers.length === 0) return <p>{say('bodies.officers.none')}</p>;
  const lines = OFFICES.flatMap((office): Line[] => {
    const held = officers.filter((each) => each.office === office).map((officer) => ({ office, officer, coming: false }));
    const comes = comingOfficers.filter((each) => each.office === office).map((officer) => ({ office, officer, coming: true }));
    return [...held.length > 0 || !bylaws.rules.offices.includes(office) ? held : [{ office, officer: null, coming: false }], ...comes];
  });
  const columns: Column<Line>[] = [
    { key: 'office', head: say('bodies.officers.office'), cell: ({ office, coming }) => <>{say(`bodies.office.${office}`)}{coming && <> <Badge>{say('bodies.officers.coming')}</Badge></>}</> },
    { key: 'holder', head: say('bodies.seat.holder'), cell: ({ officer }) => officer ? holder(officer) : <span className={css['vacant']}>{say('bodies.officers.open')}</span> },
    {
      key: 'term', head: say('bodies.seat.term'),
      cell: ({ officer, coming }) => {
        if (!officer) return say('bodies.seat.noTerm');
        const until = day(officer.until ?? officer.ends);
        if (coming) return say('bodies.seat.span', { from: day(officer.starts), until });
        return say(officer.leaves ? `bodies.officers.leaves.${officer.leaves}` : 'bodies.officers.until', { when: until });
      },
    },
  ];
  if (onAsk) columns.push({ key: 'acts', head: say('bodies.seat.acts'), cell: (line) => <OfficeActs line={line} onAsk={onAsk} /> });
  return <Table caption={say('bodies.officers.caption')} hideCaption columns={columns} rows={lines} rowKey={({ office, officer }) => officer?.id ?? office} />;
}

function OfficeActs({ line: { office, officer, coming }, onAsk }: { line: Line; onAsk: (asked: Asked) => void }) {
  const say = useMessages('bodies');
  const holder = useOfficerWords();
  const act = (verb: string, asked: Asked) => {
    const of = officer ? say('bodies.officers.ofHolder', { office: say(`bodies.office.${office}`), name: holder(officer) }) : say(`bodies.office.${office}`);
    return <Button kind="quiet" aria-label={say('bodies.keep.ofSeat', { verb, seat: of })} onClick={() => onAsk(asked)}>{verb}</Button>;
  };
  return (
    <span className={css['acts']}>
      {!officer && act(say('bodies.keep.give'), { act: 'OFFICE', office })}
      {officer && !coming && act(say('bodies.keep.leave'), { act: 'LEAVE', officerId: officer.id })}
      {officer && (coming || officer.leaves) && act(say('bodies.keep.takeBack'), { act: 'TAKE_BACK', officerId: officer.id })}
    </span>
  );
}
