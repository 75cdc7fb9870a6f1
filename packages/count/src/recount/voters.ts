import type { BallotLine } from './form.ts';
import type { Findings } from './report.ts';

interface Voter {
  readonly cred: string;
  /** Revision, line and whether it was opened, for each line of this key. */
  readonly lines: { readonly revision: number; readonly line: number; readonly opened: boolean }[];
}

/** The revisions of every voter's key in one pool. */
export class Voters {
  readonly #voters = new Map<string, Voter>();

  get size(): number {
    return this.#voters.size;
  }

  /** Notes a line. `first`: this key was not seen before; `changed`: it was, with another credential. */
  note(ballot: BallotLine, line: number): { readonly first: boolean; readonly changed: boolean } {
    const { pk, cred, revision, choices } = ballot;
    const voter = this.#voters.get(pk);
    const entry = { revision, line, opened: choices !== null };
    if (voter === undefined) {
      this.#voters.set(pk, { cred, lines: [entry] });
      return { first: true, changed: false };
    }
    voter.lines.push(entry);
    return { first: false, changed: voter.cred !== cred };
  }

  highest(pk: string): number {
    return this.#voters.get(pk)?.lines.reduce((most, { revision }) => Math.max(most, revision), 0) ?? 0;
  }

  /** Revisions are 1 to n without gaps, and the highest, and no other, is opened (none where the pool is closed). */
  check(findings: Findings, pool: string, opened: boolean): void {
    for (const { lines } of this.#voters.values()) {
      lines.sort((one, other) => one.revision - other.revision);
      const last = lines.at(-1)!;
      for (const [at, { revision, line }] of lines.entries()) {
        const before = at === 0 ? 0 : lines[at - 1]!.revision;
        if (revision === before) findings.fault('REVISION_TWICE', line, pool, { revision });
        else if (revision !== before + 1) findings.fault('REVISION_MISSING', line, pool, { revision: before + 1 });
      }
      findings.did('REVISIONS', 'voters');
      findings.did('REVISIONS', 'superseded', lines.length - 1);
      if (!opened) continue;
      if (!lines.some((each) => each.revision === last.revision && each.opened)) findings.fault('NOT_OPENED', last.line, pool, { revision: last.revision });
      for (const each of lines) {
        if (each.revision !== last.revision && each.opened) findings.fault('OPENED_SUPERSEDED', each.line, pool, { revision: each.revision, highest: last.revision });
      }
    }
  }
}
