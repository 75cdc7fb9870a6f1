import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { KeepAlive } from './keep-alive.ts';

class Line extends EventEmitter {
  pings = 0;
  cut = false;
  ping() { this.pings += 1; }
  terminate() { this.cut = true; }
}
const socketOf = (line: Line) => line as unknown as WebSocket;

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

it('pings each socket once a period, cuts whoever has not answered, and lets go of whoever left', () => {
  const pings = new KeepAlive(1200);
  const lines = Array.from({ length: 30 }, () => new Line());
  const [answering, left] = lines as [Line, Line];
  const leave = lines.map((line) => pings.follow(socketOf(line)));
  vi.advanceTimersByTime(1200);
  expect(lines.map((line) => line.pings)).toEqual(lines.map(() => 1));
  answering.emit('pong');
  leave[1]!();
  vi.advanceTimersByTime(1200);
  expect([answering.pings, answering.cut]).toEqual([2, false]);
  expect([left.pings, left.cut]).toEqual([1, false]);
  expect(lines.slice(2).map((line) => line.cut)).toEqual(lines.slice(2).map(() => true));
  pings.stop();
  vi.advanceTimersByTime(5000);
  expect(answering.pings).toBe(2);
});
