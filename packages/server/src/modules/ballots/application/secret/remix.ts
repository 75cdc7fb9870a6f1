import { type EntityManager, keeper } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { SMALLEST_BATCH } from '../../domain/secret/batches.ts';
import { signCheckpoints } from './checkpoints.ts';

/** Milliseconds between two remixes of open ballots. */
export const REMIX_EVERY = 5 * 60_000;

/**
 * Whoever may read the database's own bookkeeping sees which rows were written together and in which order, and could
 * match papers given out with votes put in. So both are rewritten in random order: every row by one transaction,
 * then the whole file. What waits for the log enters it by the way, where it is enough to hide among.
 */
export async function remix(house: House): Promise<void> {
  if (await house.db.transaction(keeper, remixRegistry)) await house.db.rewrite('registry.paper');
  if (await house.db.transaction(keeper, remixBox)) await house.db.rewrite('box.paper');
  await signCheckpoints(house);
}

/** Another server's remix is as good. */
const taken = async (em: EntityManager): Promise<boolean> => {
  const [row] = await em.execute<{ mine: boolean }[]>(`select pg_try_advisory_xact_lock(hashtext('plenary:remix')) as mine`);
  return !row!.mine;
};

/** One transaction wrote all there is: nothing has come since the last remix. */
const isMixed = async (em: EntityManager, table: string): Promise<boolean> => {
  const [row] = await em.execute<{ writers: number }[]>(`select count(distinct xmin::text)::int as writers from ${table}`);
  return row!.writers <= 1;
};

/** True when anything was rewritten. Who reads meanwhile reads; who writes waits, and then finds the rows again. */
async function remixRegistry(em: EntityManager): Promise<boolean> {
  if (await taken(em)) return false;
  await em.execute('lock table registry.paper in exclusive mode');
  if (await isMixed(em, 'registry.paper')) return false;
  await em.execute(`
    with gone as (delete from registry.paper
      returning ballot_id, person_id, school_id, constituency, nonce, blinded, blind_signature, on_paper)
    insert into registry.paper (ballot_id, person_id, school_id, constituency, nonce, blinded, blind_signature, on_paper)
    select * from gone order by random()`);
  return true;
}

async function remixBox(em: EntityManager): Promise<boolean> {
  if (await taken(em)) return false;
  await em.execute('lock table box.paper in exclusive mode');
  if (await isMixed(em, 'box.paper')) return false;
  await em.execute(`
    with waiting as materialized (
      select ballot_id, constituency, coalesce(max(batch), -1) + 1 as next
      from box.paper group by 1, 2 having count(*) filter (where batch is null) >= ?),
    gone as (delete from box.paper
      returning ballot_id, school_id, constituency, pk, revision, credential, commitment, signature, leaf, salt, choices, batch)
    insert into box.paper (ballot_id, school_id, constituency, pk, revision, credential, commitment, signature, leaf, salt, choices, batch)
    select g.ballot_id, g.school_id, g.constituency, g.pk, g.revision, g.credential, g.commitment, g.signature, g.leaf, g.salt, g.choices,
      coalesce(g.batch, w.next)
    from gone g left join waiting w using (ballot_id, constituency)
    order by random()`, [SMALLEST_BATCH]);
  return true;
}

/** Remixes now and then while the server runs; the answer stops it. What fails is tried again the next time. */
export function remixRegularly(house: House): () => Promise<void> {
  let under = Promise.resolve();
  const timer = setInterval(() => {
    under = under.then(() => remix(house)).catch((error: unknown) => { house.log.error({ err: error }, 'the ballot box was not remixed'); });
  }, REMIX_EVERY);
  timer.unref();
  return () => {
    clearInterval(timer);
    return under;
  };
}
