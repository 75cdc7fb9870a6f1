import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n/use-messages.ts';
import { type Column, Table } from '../../../ui/Table.tsx';
import type { Ballot } from '../CastForm.tsx';
import { OptionLabel } from '../option-label.tsx';
import { type Count, isRanked } from './counted.ts';

type Result = NonNullable<Ballot['result']>;
type Tallies = Count['tallies'] | Result['tallies'];

interface Row {
  key: string;
  name: ReactNode;
  option: Ballot['options'][number] | null;
}

/** One row per option, one column per constituency whose numbers may be shown. */
export function Numbers({ ballot, result, count }: { ballot: Ballot; result: Result; count: Count | null }) {
  const say = useMessages('result');
  const core = useMessages();
  const { method } = ballot;
  const shown = result.constituencies.filter(({ withheld }) => !withheld);
  const rows: Row[] = [
    ...ballot.options.map((option) => ({ key: option.id, name: <OptionLabel option={option} />, option })),
    { key: 'ballots', name: say('result.ballots'), option: null },
  ];
  const columns: Column<Row>[] = [
    { key: 'option', head: say('result.option'), cell: ({ name }) => name },
    ...(shown.length > 1 || result.constituencies.length > shown.length
      ? shown.map((part): Column<Row> => ({
          key: part.constituency, head: core(`constituency.${part.constituency}`), number: true,
          cell: ({ option }) => (option ? of(partOf(count, part.constituency) ?? part.tallies, option) : say('result.ofRoll', { ballots: part.ballots ?? 0, roll: part.roll })),
        }))
      : []),
    { key: 'all', head: say('result.all'), number: true, cell: ({ option }) => (option ? of(count?.tallies ?? result.tallies, option) : (result.ballots ?? '–')) },
  ];
  const caption = isRanked(method) ? say('result.numbers.ranked') : method === 'SCORE' || method === 'DOTS' ? say(`result.numbers.${method}`) : say('result.numbers');
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}

const partOf = (count: Count | null, constituency: string) => count?.constituencies.find((part) => part.constituency === constituency)?.tallies;

/** Points and dots where there are any, else votes; an abstention is a vote by every method. */
function of(tallies: Tallies, { id, kind }: Ballot['options'][number]): number {
  const tally = (tallies as readonly { votes: number; score?: number | null; option: { id: string } }[]).find(({ option }) => option.id === id);
  return (kind === 'ABSTAIN' ? null : tally?.score) ?? tally?.votes ?? 0;
}
