import type { House } from '../house.ts';

/** 0: done; 1: the input has faults, nothing was changed; 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** Where a command speaks to: this process's terminal, or one at the other end of a running server's socket. */
export interface Terminal {
  /** Folder the command was typed in; relative paths among its arguments start here, not in the server's folder. */
  readonly cwd: string;
  /** One line of the answer, to stdout. */
  line(text: string): void;
  /** One line of a fault or of progress, to stderr. */
  note(text: string): void;
}

/** A subcommand of `pnpm --silent plenary`; rooms hand theirs to the composition in {@link Room.commands}. */
export interface Command {
  /** What is typed, for example `import-roster`. */
  readonly name: string;
  /** Arguments as help prints them, for example `PATH [--dry-run] [--school NAME]`. */
  readonly usage: string;
  /** One sentence for `plenary help`. */
  readonly summary: string;
  /**
   * Runs in the process that owns the database: the server when one is running, else the CLI's own.
   * Faults of the input are told with `out.note` and answered with 1; throwing is for what nobody expected.
   */
  run(args: readonly string[], house: House, out: Terminal): Promise<ExitCode>;
}
