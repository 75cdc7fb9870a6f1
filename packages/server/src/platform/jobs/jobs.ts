/** Durable work, at least once; a worker must be idempotent by the id it is given. */
export interface Jobs {
  /** Registers the worker of `queue`; call before the first send. */
  work<T extends object>(queue: string, handle: (data: T) => Promise<void>): Promise<void>;
  send<T extends object>(queue: string, data: T, options?: { readonly startAfter?: Date; readonly singletonKey?: string }): Promise<void>;
  stop(): Promise<void>;
}
