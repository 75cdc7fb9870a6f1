import { coded } from '../../../platform/graphql/errors.ts';
import { type Position, fromCursor } from '../../../platform/graphql/paging.ts';
import { asDate } from './sql.ts';

/** What a column of a list's order can hold. The database would answer anything else with an error of its own. */
export type Column = (value: string) => boolean;

export const isStorable: Column = (value) => !value.includes('\0');
export const isTimestamp: Column = (value) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(value) && !Number.isNaN(asDate(value).getTime());

/** @throws BAD_INPUT for a cursor that this list never gave out */
export function positionAfter(cursor: string | null | undefined, ...columns: readonly Column[]): Position | null {
  const position = fromCursor(cursor, columns.length);
  if (position?.every((value, at) => columns[at]!(value)) === false) throw coded('BAD_INPUT', { field: 'after', rule: 'cursor' });
  return position;
}
