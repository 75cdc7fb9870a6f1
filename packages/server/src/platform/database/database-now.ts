import type { Statements } from './database.ts';

/**
 * The time, to the millisecond below. Deadlines go by the database's clock: servers may disagree about the time, and a
 * school's laptop certainly will.
 */
export async function databaseNow(em: Statements): Promise<Date> {
  const [row] = await em.execute<{ now: string }[]>('select floor(extract(epoch from clock_timestamp()) * 1000)::text as now');
  return new Date(Number(row!.now));
}
