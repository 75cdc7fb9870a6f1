import { percentile } from './stats.ts';

/** Callers at once, each with its next request as soon as the last is answered. */
export const IN_FLIGHT = 64;

export interface Timed { readonly perSecond: number; readonly p99: number }

/** Does `act` that many times, {@link IN_FLIGHT} at a time; p99 in milliseconds. */
export async function timed(times: number, act: (lane: number) => Promise<void>): Promise<Timed> {
  const latencies: number[] = [];
  let left = times;
  const began = performance.now();
  await Promise.all(Array.from({ length: IN_FLIGHT }, async (_, lane) => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      await act(lane);
      latencies.push(performance.now() - start);
    }
  }));
  return { perSecond: times / ((performance.now() - began) / 1000), p99: percentile(latencies, 99) };
}
