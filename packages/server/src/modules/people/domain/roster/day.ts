/**
 * A date as exports write it, as the first and last day it can mean, each `YYYY-MM-DD`: `2026-05-01`,
 * `2026-05-01T08:01:05Z`, `5/1/2026`, `1.5.2026`. Day and month of `5/1/2026` cannot be told apart, hence two readings.
 * Null when it is no date.
 */
export function dayRange(value: string): { readonly first: string; readonly last: string } | null {
  const text = value.trim();
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:$|[T ])/.exec(text);
  if (iso !== null) {
    const day = dayOf(iso[1]!, iso[2]!, iso[3]!);
    return day === null ? null : { first: day, last: day };
  }
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:$|[T ,])/.exec(text);
  if (local === null) return null;
  const [, one, two, year] = local;
  const readings = [dayOf(year!, one!, two!), dayOf(year!, two!, one!)].filter((day) => day !== null).sort();
  return readings.length === 0 ? null : { first: readings[0]!, last: readings.at(-1)! };
}

function dayOf(year: string, month: string, day: string): string | null {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
