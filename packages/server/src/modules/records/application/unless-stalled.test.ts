import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { unlessStalled } from './unless-stalled.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

async function* counted(to: number) { for (let n = 1; n <= to; n += 1) yield `${n}\n`; }

it('a record goes to whoever reads on, however slowly', async () => {
  const end = vi.fn<() => void>();
  const read = unlessStalled(counted(3), 60_000, end);
  const got: string[] = [];
  for await (const piece of read) {
    got.push(piece);
    await vi.advanceTimersByTimeAsync(59_000);
  }
  expect(got).toEqual(['1\n', '2\n', '3\n']);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(end).not.toHaveBeenCalled();
});

it('and is taken from who reads no further, so that another may have it', async () => {
  let closed = false;
  const stream: Readable = Readable.from(unlessStalled(counted(1000), 60_000, () => stream.destroy()), { highWaterMark: 1 });
  stream.once('close', () => { closed = true; });
  stream.read();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(closed).toBe(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(closed).toBe(true);
});
