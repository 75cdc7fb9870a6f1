import { expect, it, vi } from 'vitest';
import { School } from '../../modules/people/data/school.entity.ts';
import { onEachEngine } from '../../testing/test-database.ts';
import { createLogger } from '../log/logger.ts';
import { createJobs } from './pg-boss.ts';

onEachEngine('durable work', [School], (test) => {
  it('is done once sent, tried again when it fails, waits for its hour, and is one per key while it waits', async () => {
    const lines: string[] = [];
    const jobs = await createJobs(test().database, createLogger('error', { write: (line) => lines.push(line) }));
    const done: string[] = [];
    let tries = 0;
    await jobs.work<{ letter: string }>('letters', async ({ letter }) => {
      if (letter === 'stubborn' && (tries += 1) === 1) throw new Error('the first try fails');
      done.push(letter);
    });
    await jobs.send('letters', { letter: 'tomorrow' }, { startAfter: new Date(Date.now() + 86_400_000), singletonKey: 'later' });
    await jobs.send('letters', { letter: 'tomorrow again' }, { singletonKey: 'later' });
    await jobs.send('letters', { letter: 'plain' });
    await jobs.send('letters', { letter: 'stubborn' });
    await vi.waitFor(() => expect(done.toSorted()).toEqual(['plain', 'stubborn']), { timeout: 12_000, interval: 50 });
    const waiting = await test().database.executeAsOwner(`select data from jobs.job where state = 'created'`);
    expect(waiting.rows).toEqual([{ data: { letter: 'tomorrow' } }]);
    await jobs.stop();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('the first try fails');
  });
});
