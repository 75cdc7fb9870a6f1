import { beforeAll, describe, expect, it } from 'vitest';
import { School } from '../../modules/people/data/school.entity.ts';
import { fillEveryTable, walledTables } from '../../testing/every-table.ts';
import { onEachEngine } from '../../testing/test-database.ts';
import { type Scope, caster, school, teller } from './database.ts';

/** Not a school's data, so without its key; everything else must have one. */
const WITHOUT_SCHOOL = ['public.setup_link', 'public.plenary_migration', 'public.school'];
/** What the gate may read across schools: enough to find whose something is, and no person's data. */
const BEHIND_THE_GATE = ['access_slip', 'agenda_paper', 'ballot', 'ballot_constituency', 'calendar_link', 'election', 'governing_body', 'learning_environment', 'meeting', 'message', 'message_delivery', 'outbox', 'posting_proof', 'proposal', 'recommendation', 'reconsideration_demand', 'roster_import', 'school', 'session', 'setup_link'];

const FIRST = '11111111-1111-4111-8111-111111111111';
const SECOND = '22222222-2222-4222-8222-222222222222';

onEachEngine('the walls between schools', [School], (test) => {
  const owner = async <Row>(sql: string, params?: unknown[]) => (await test().database.executeAsOwner(sql, params)).rows as Row[];

  describe('in the catalog', () => {
    it('every table of ours is walled, even against its owner, and says whose each row is', async () => {
      const tables = await owner<{ name: string; walled: boolean; keyed: boolean }>(`
        select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled,
          exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'school_id' and a.attnotnull) as keyed
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname in ('public', 'registry', 'box')`);
      expect(tables.length).toBeGreaterThan(20);
      expect(tables.filter(({ walled }) => !walled).map(({ name }) => name)).toEqual(['public.plenary_migration']);
      expect(tables.filter(({ keyed }) => !keyed).map(({ name }) => name).toSorted()).toEqual(WITHOUT_SCHOOL.toSorted());
    });

    it('the roles that serve requests own nothing, inherit nothing, and cannot pass a wall', async () => {
      const roles = await owner<{ name: string }>(`
        select rolname as name from pg_roles where rolname like 'plenary\\_%' and rolname in
          ('plenary_none', 'plenary_app', 'plenary_gate', 'plenary_caster', 'plenary_teller',
            'plenary_registry', 'plenary_box', 'plenary_keeper')
          and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin)
          and not exists (select from pg_auth_members m where m.member = pg_roles.oid)
          and not exists (select from pg_class c where c.relowner = pg_roles.oid)
          and not exists (select from pg_proc p where p.proowner = pg_roles.oid)
          and not exists (select from pg_namespace n where n.nspowner = pg_roles.oid)`);
      expect(roles).toHaveLength(8);
    });

    it('a view would read with its reader\'s rights, and no function runs with its owner\'s', async () => {
      expect(await owner(`
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'v' and n.nspname in ('public', 'registry', 'box')
          and not coalesce('security_invoker=true' = any (c.reloptions), false)
        union all
        select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname in ('public', 'registry', 'box')`)).toEqual([]);
    });

    it('what is read across schools is this list and no more', async () => {
      const readable = await owner<{ name: string }>(`
        select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v') and n.nspname in ('public', 'registry', 'box')
          and has_any_column_privilege('plenary_gate', c.oid, 'select') order by 1`);
      expect(readable.map(({ name }) => name)).toEqual(BEHIND_THE_GATE);
    });

    it('whoever gives out ballot papers cannot see the box, and the box knows no person', async () => {
      const seen = (role: string) => owner<{ name: string }>(`
        select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v') and n.nspname in ('public', 'registry', 'box')
          and has_any_column_privilege($1, c.oid, 'select, insert, update') order by 1`, [role]);
      expect(await seen('plenary_registry')).toEqual([{ name: 'public.ballot' }, { name: 'registry.issuer' }, { name: 'registry.paper' }]);
      expect(await seen('plenary_box')).toEqual([{ name: 'box.paper' }, { name: 'box.signer' }, { name: 'public.ballot' }]);
    });

    it('outside a scope a connection may do nothing', async () => {
      expect(await owner(`
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname in ('public', 'registry', 'box')
          and has_any_column_privilege('plenary_none', c.oid, 'select, insert, update')`)).toEqual([]);
    });
  });

  it('forgetting the scope is an error, not a leak', async () => {
    const { database } = test();
    // oxlint-disable-next-line house/no-raw-connection -- the very thing that must not work
    const unscoped = database.fork(school(FIRST)).getConnection();
    await expect(unscoped.execute('select * from school')).rejects.toThrow(/does not exist/);
    await expect(unscoped.execute('select * from public.school')).rejects.toThrow(/permission denied/);
    await expect(unscoped.execute('select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  describe('with a row of each school in every table', () => {
    let tables: readonly string[];
    beforeAll(async () => {
      tables = await walledTables(test().database);
      await fillEveryTable(test().database, [FIRST, SECOND]);
    });

    const hands: [string, Scope][] = [['school', school(FIRST)], ['caster', caster(FIRST)], ['teller', teller(FIRST)]];
    it.each(hands)('the %s of one sees, changes and takes nothing of the other\'s', async (_, scope) => {
      const { database } = test();
      let read = 0;
      for (const table of tables) {
        const seen = await attempt(() => database.fork(scope).execute<{ school_id: string }[]>(`select school_id from ${table}`));
        if (seen !== null) {
          expect(seen.filter(({ school_id: whose }) => whose !== FIRST), table).toEqual([]);
          read += seen.length;
        }
        await attempt(() => database.fork(scope).execute(`delete from ${table} where school_id = ?`, [SECOND]));
        await attempt(() => database.fork(scope).execute(`update ${table} set school_id = ? where school_id = ?`, [FIRST, SECOND]));
        const given = await attempt(() => database.fork(scope).execute(`update ${table} set school_id = ? where school_id = ? returning 1 as given`, [SECOND, FIRST]));
        expect(given ?? [], `${table}: a row given away`).toEqual([]);
        const [left] = await owner<{ n: number }>(`select count(*)::int as n from ${table} where school_id = $1`, [SECOND]);
        expect(left!.n, table).toBe(1);
      }
      expect(read).toBeGreaterThan(0);
    });

    it('by entity as by statement', async () => {
      const { database } = test();
      expect(await database.fork(school(SECOND)).find(School, {})).toMatchObject([{ id: SECOND }]);
      expect(await database.fork(school(FIRST)).findOne(School, { id: SECOND })).toBeNull();
    });

    it('one process serving both at once mixes up nothing', async () => {
      const { database } = test();
      await Promise.all(Array.from({ length: 60 }, async (_, turn) => {
        const mine = turn % 2 === 0 ? FIRST : SECOND;
        const rows = turn % 3 === 0
          ? await database.fork(school(mine)).execute<{ id: string }[]>('select id from school')
          : await database.transaction(school(mine), async (em) => {
            await em.execute('select 1');
            return em.execute<{ id: string }[]>('select id from school');
          });
        expect(rows).toEqual([{ id: mine }]);
      }));
    });
  });
});

/** Null where the role has no such right at all, or a wall or rule threw the change back. */
async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    expect(String(error)).toMatch(/permission denied|row-level security|append only/);
    return null;
  }
}
