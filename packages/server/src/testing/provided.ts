import 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Server to create databases on, or null: those tests report themselves skipped, by name. */
    postgresUrl: string | null;
    postgresTemplate: string;
    pgliteDump: string;
  }
}
