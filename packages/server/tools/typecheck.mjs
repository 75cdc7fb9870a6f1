// `pnpm typecheck`: every package, and the tests. The pages' generated types are brought up to date first.
import { pathToFileURL } from 'node:url';
import { TOOLS, inRoot, node } from './workspace.mjs';

export const PROJECTS = ['packages/count', 'packages/server', 'packages/web', 'tests'];

/** @returns {Promise<{name: string, code: number, output: string}[]>} one result for each project. */
export async function typecheck() {
  const generated = await node(inRoot('packages', 'web', 'build', 'generate.ts'), [], { quiet: true }).ended;
  if (generated.code !== 0) return [{ name: 'packages/web: generated types', ...generated }];
  return Promise.all(PROJECTS.map(async (name) => ({ name, ...(await node(TOOLS.tsc, ['-p', `${name}/tsconfig.json`], { quiet: true }).ended) })));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const results = await typecheck();
  for (const { output } of results) process.stdout.write(output);
  process.exit(results.some(({ code }) => code !== 0) ? 1 : 0);
}
