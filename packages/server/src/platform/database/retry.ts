/** Attempts in all; the last failure is the caller's. */
export const RETRIES = 5;

const TRANSIENT = new Set(['40001', '40P01']);

/** SQLSTATE of a driver error, however deeply MikroORM wrapped it. */
export function sqlState(error: unknown): string | undefined {
  for (let e = error as { code?: unknown; cause?: unknown } | undefined; e; e = e.cause as typeof e) {
    if (typeof e.code === 'string' && /^[0-9A-Z]{5}$/.test(e.code)) return e.code;
  }
  return undefined;
}

/** Runs `work` again on serialization failures and deadlocks, waiting a little longer each time, with jitter. */
export async function withRetry<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= RETRIES || !TRANSIENT.has(sqlState(error) ?? '')) throw error;
      await new Promise((resolve) => { setTimeout(resolve, Math.random() * 2 ** attempt * 5); });
    }
  }
}
