/** Time for waiting and for words; deadlines are decided by the database's `clock_timestamp()`, never by this. */
export interface Clock {
  now(): Date;
  /** Resolves after `ms`, or at once when `signal` aborts. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}
