import { coded } from '../../../platform/graphql/errors.ts';
import { type Position, fromCursor } from '../../../platform/graphql/paging.ts';
import { asDate } from './sql.ts';

/** What a column of a list's order can hold. The database would answer anything else with an error of its own. */
export type Column = (value: string) => boolean;

export const isStorable: Column = (value) => !value.includes('\0');
/** A moment as the database writes one, or as a page does; of a day and an hour that both know. */
export const isTimestamp: Column = (value) => MOMENT.test(value) && !Number.isNaN(asDate(value).getTime()) && isDate(value.slice(0, 10));
export const isDate: Column = (value) => /^(?!0000)\d{4}-\d\d-\d\d$/.test(value) && isoOf(value)?.startsWith(value) === true;

const MOMENT = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-5])(?::[0-5]\d)?)$/;
const isoOf = (day: string): string | null => {
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
};

/** @throws BAD_INPUT for a cursor that this list never gave out */
export function positionAfter(cursor: string | null | undefined, ...columns: readonly Column[]): Position | null {
  const position = fromCursor(cursor, columns.length);
  if (position?.every((value, at) => columns[at]!(value)) === false) throw coded('BAD_INPUT', { field: 'after', rule: 'cursor' });
  return position;
}
