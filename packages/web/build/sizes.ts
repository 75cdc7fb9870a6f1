import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Gzipped bytes a phone may spend before it can vote (shared by experience and performance goals). */
export const BUDGET = { entry: 120 * 1024, votingRoute: 15 * 1024, css: 8 * 1024, untilVoting: 150_000 } as const;

/** The page a parent votes on; the build names its chunk after the module. */
const VOTING_PAGE = /\/pages\/BallotPage\.tsx$/;

/** Prints what the voting path weighs after every build, and fails the build when it is over its budget. */
export function sizes(): Plugin {
  return {
    name: 'plenary-sizes',
    apply: 'build',
    generateBundle(_options, bundle) {
      const weigh = (name: string) => {
        const file = bundle[name];
        if (!file) return 0;
        return gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length;
      };
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const closure = (names: readonly string[], seen = new Set<string>()): Set<string> => {
        for (const name of names) {
          const file = bundle[name];
          if (seen.has(name) || file?.type !== 'chunk') continue;
          seen.add(name);
          closure(file.imports, seen);
        }
        return seen;
      };
      const styles = (names: Iterable<string>) => new Set([...names].flatMap((name) => {
        const file = bundle[name];
        return file?.type === 'chunk' ? [...(file.viteMetadata?.importedCss ?? [])] : [];
      }));
      const sum = (names: Iterable<string>) => [...names].reduce((total, name) => total + weigh(name), 0);

      const entry = closure(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName));
      const voting = chunks.find((chunk) => chunk.facadeModuleId && VOTING_PAGE.test(chunk.facadeModuleId));
      const route = new Set([...closure(voting ? [voting.fileName] : [])].filter((name) => !entry.has(name)));
      const catalog = chunks.filter((chunk) => chunk.facadeModuleId?.includes('virtual:messages/core/')).map((chunk) => weigh(chunk.fileName));
      const css = sum(styles([...entry, ...route]));
      const rows: [string, number, number][] = [
        ['entry JS', sum(entry), BUDGET.entry],
        ['voting route JS', sum(route), BUDGET.votingRoute],
        ['CSS of both', css, BUDGET.css],
        ['until voting, with the largest catalog and the page', sum(entry) + sum(route) + css + Math.max(0, ...catalog) + weigh('index.html'), BUDGET.untilVoting],
      ];
      for (const [what, size, budget] of rows) {
        const line = `${what.padEnd(52)} ${(size / 1024).toFixed(1).padStart(6)} KiB gz of ${(budget / 1024).toFixed(1)}`;
        if (size > budget) this.error(`over budget: ${line}`);
        else this.info(line);
      }
    },
  };
}
