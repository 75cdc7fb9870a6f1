import { expect, it } from 'vitest';
import { LIMITS } from '../limits.ts';
import { messageRate } from './message-rate.ts';

const { burst, perSecond } = LIMITS.messagesPerSocket;

it('takes much at once, then only as fast as it may go on', () => {
  let now = 0;
  const mayTake = messageRate(() => now);
  const taken = (times: number) => Array.from({ length: times }, mayTake).filter(Boolean).length;
  expect(taken(burst + 50)).toBe(burst);
  // What was refused counts as well: whoever keeps shouting is not heard again.
  now += 1000;
  expect(taken(1)).toBe(0);
  now += ((51 + burst) / perSecond) * 1000;
  expect(taken(burst)).toBe(burst);
});

it('lets somebody speak for ever who speaks slowly enough', () => {
  let now = 0;
  const mayTake = messageRate(() => now);
  for (let i = 0; i < 10 * burst; i += 1) {
    now += 1000 / perSecond;
    expect(mayTake()).toBe(true);
  }
});
