import { expect, it } from 'vitest';
import { School } from '../../modules/people/data/school.entity.ts';
import { onEachEngine } from '../../testing/test-database.ts';
import { gate, school } from './database.ts';

onEachEngine('the wall between schools', [School], (test) => {
  it('shows a school only its own rows, by entity, by statement, and by none outside a scope', async () => {
    const { database } = test();
    const [first, second] = await database.transaction(gate, (em) =>
      em.execute<{ id: string }[]>(`insert into school (name) values ('First'), ('Second') returning id`));
    const seen = await database.fork(school(first!.id)).execute<{ name: string }[]>('select name from school');
    expect(seen).toEqual([{ name: 'First' }]);
    expect(await database.fork(school(second!.id)).find(School, {})).toMatchObject([{ name: 'Second' }]);
    await expect(database.fork(school(first!.id)).execute('select * from box.cast_ballot')).rejects.toThrow(/permission denied/);
  });
});
