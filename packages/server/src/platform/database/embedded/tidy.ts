import type { EngineThread } from './thread.ts';

/** Log since the last checkpoint, in bytes, that is worth another: bounds the disk it takes and the time a restart takes. */
const WORTH_A_CHECKPOINT = 32 * 1024 * 1024;
const LOOK_EVERY_MS = 60_000;
const VACUUM_EVERY_LOOKS = 6 * 60;

/**
 * Does what PostgreSQL's background processes do, of which the embedded engine has none: without checkpoints its
 * log would grow for ever, without vacuum its tables. What the planner knows of them is brought up to date soon after a
 * start, which does not wait for it. Answers how to stop.
 */
export function tidyRegularly(engine: EngineThread): () => void {
  let looks = 0;
  const timer = setInterval(() => {
    looks += 1;
    const due = looks % VACUUM_EVERY_LOOKS === 0 ? 'vacuum (analyze)' : looks === 1 ? 'analyze' : null;
    // What fails now is tried again at the next look; an engine that is gone says so to whoever asks it for data.
    void tidy(engine, due).catch(() => {});
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** One look: a checkpoint where it is worth it, and before it what is due. */
export function tidy(engine: EngineThread, due: 'vacuum (analyze)' | 'analyze' | null): Promise<void> {
  return engine.alone(async (exec) => {
    await exec('reset role');
    try {
      if (due !== null) await exec(due);
      const [answer] = await exec('select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()');
      if (Number(answer?.rows[0]?.['bytes']) > WORTH_A_CHECKPOINT) await exec('checkpoint');
    } finally {
      await exec('set role plenary_none');
    }
  });
}
