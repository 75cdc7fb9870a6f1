import { expect, it, vi } from 'vitest';
import type { House } from '../../../../platform/house.ts';
import { ReadingDesk } from './reading-desk.ts';
import type { Upload } from './uploads.ts';

it('a database that is away ends neither the server nor the desk, and leaves the import for the sweep', async () => {
  const away = vi.fn<() => Promise<never>>(async () => { throw new Error('the database does not answer'); });
  const error = vi.fn<(about: object, said: string) => void>();
  const house = { db: { under: () => ({ execute: away }) }, log: { error } } as unknown as House;
  const upload = { drop: vi.fn<() => Promise<void>>(async () => {}) };
  const done = vi.fn<() => Promise<void>>(async () => {});
  const desk = new ReadingDesk();
  for (let n = 0; n < 5; n += 1) desk.read({ house, importId: `import-${n}`, schoolId: 'school', upload: upload as unknown as Upload, done });

  // Only two are read at a time: all five have had their turn.
  await vi.waitFor(() => expect(error.mock.calls.filter(([, said]) => said === 'an import was left unfinished')).toHaveLength(5));
  expect(upload.drop).not.toHaveBeenCalled();
  expect(done).not.toHaveBeenCalled();
  await desk.stop();
});
