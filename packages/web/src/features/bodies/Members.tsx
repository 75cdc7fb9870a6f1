import type { Constituency } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import css from './Bodies.module.css';
import { type Body, CONSTITUENCIES, noon, type Seat } from './body.ts';
import type { Asked } from './keeping.ts';
import { useHolderWords, useSeatWords } from './words.ts';

interface MembersProps {
  body: Body;
  /** What a keeper asks of a seat; left out for everybody else. */
  onAsk: ((asked: Asked) => void) | undefined;
}

/** Who sits where, one table for each constituency. */
export function Members({ body: { seats, environment }, onAsk }: MembersProps) {
  const core = useMessages();
  const say = useMessages('bodies');
  const dates = useDates(environment.timeZone);
  const seatWords = useSeatWords();
  const holderWords = useHolderWords();
  if (seats.length === 0) return <p>{say('bodies.members.none')}</p>;
  const columns: Column<Seat>[] = [
    { key: 'seat', head: say('bodies.seat'), cell: (seat) => <>{seatWords(seat)}{!seat.votes && <span className={css['small']}> ({say('bodies.seat.noVote')})</span>}</> },
    { key: 'holder', head: say('bodies.seat.holder'), cell: (seat) => <span className={seat.vacant ? css['vacant'] : undefined}>{holderWords(seat)}</span> },
    { key: 'term', head: say('bodies.seat.term'), cell: ({ vacant, starts, ends }) => vacant ? say('bodies.seat.noTerm') : say('bodies.seat.span', { from: dates.day(noon(starts)), until: dates.day(noon(ends)) }) },
  ];
  if (onAsk) columns.push({ key: 'acts', head: say('bodies.seat.acts'), cell: (seat) => <SeatActs seat={seat} onAsk={onAsk} /> });
  const of = (constituency: Constituency) => seats.filter((seat) => seat.constituency === constituency).toSorted((a, b) => a.number - b.number);
  return (
    <div className={css['group']}>
      {CONSTITUENCIES.filter((each) => of(each).length > 0).map((each) => (
        <Table
          key={each} columns={columns} rows={of(each)} rowKey={({ id }) => id}
          caption={say('bodies.members.group', { group: core(`constituency.${each}`), held: of(each).filter(({ vacant }) => !vacant).length, seats: of(each).length })}
        />
      ))}
    </div>
  );
}

function SeatActs({ seat, onAsk }: { seat: Seat; onAsk: (asked: Asked) => void }) {
  const say = useMessages('bodies');
  const name = useSeatWords()(seat);
  const { id, seatId, vacant, viewerVacates } = seat;
  const act = (verb: string, kind: 'secondary' | 'quiet', asked: Asked) => <Button kind={kind} aria-label={say('bodies.keep.ofSeat', { verb, seat: name })} onClick={() => onAsk(asked)}>{verb}</Button>;
  return (
    <span className={css['acts']}>
      {vacant && seatId && act(say('bodies.keep.seat'), 'secondary', { act: 'SEAT', seatId })}
      {vacant && seatId && act(say('bodies.keep.retire'), 'quiet', { act: 'RETIRE', seatId })}
      {viewerVacates && act(say('bodies.keep.vacate'), 'quiet', { act: 'VACATE', holdingId: id })}
    </span>
  );
}
