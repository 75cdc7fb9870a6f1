import type { Speaker } from './sitting.ts';

let ahead = 0;
let heard = '';

/**
 * Learns how far the server's clock is ahead of this device's, in milliseconds. A message that was long on its way makes
 * the server's clock look late, never early: the largest distance is the truest, unless the device's clock was set anew.
 */
export function hearServer(now: string, at = Date.now()): void {
  if (now === heard) return;
  const distance = Date.parse(now) - at;
  if (heard === '' || distance > ahead || ahead - distance > 60_000) ahead = distance;
  heard = now;
}

/** The server's clock now, in milliseconds. */
export const serverNow = (at = Date.now()): number => at + ahead;

export function forgetServer(): void {
  [ahead, heard] = [0, ''];
}

type Timed = Pick<Speaker, 'seconds' | 'spentSeconds' | 'running' | 'startedAt'>;

/** Seconds a speaker has left at a moment of the server's clock; below zero when over. */
export const leftOf = ({ seconds, spentSeconds, running, startedAt }: Timed, now: number): number =>
  seconds - spentSeconds - (running && startedAt != null ? Math.max(0, now - Date.parse(startedAt)) / 1000 : 0);

/** 1:05, and −0:07 when over. A second that has begun is still left. */
export function clockText(left: number): string {
  const whole = Math.ceil(left);
  const size = Math.abs(whole);
  return `${whole < 0 ? '−' : ''}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
}
