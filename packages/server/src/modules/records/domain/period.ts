/** Days of the calendar where the body meets, `yyyy-mm-dd`, both of them in it; null: from the beginning, or until now. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** The days somebody asked for, or the name of the one that is no day. */
export function periodOf(asked: Readonly<Record<string, unknown>>): Period | { readonly wrong: 'from' | 'to' } {
  for (const end of ['from', 'to'] as const) if (asked[end] !== undefined && !isDay(asked[end])) return { wrong: end };
  return { from: (asked['from'] as string | undefined) ?? null, to: (asked['to'] as string | undefined) ?? null };
}

/** Of the calendar, as the database knows them: there was no year 0. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value) || value.startsWith('0000')) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
