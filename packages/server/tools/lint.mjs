// `pnpm lint`: what a line may say (oxlint), and who may know whom (dependency-cruiser).
import { pathToFileURL } from 'node:url';
import { TOOLS, node } from './workspace.mjs';

/** @returns {Promise<{name: string, code: number, output: string}[]>} */
export function lint() {
  return Promise.all([
    { name: 'oxlint', run: node(TOOLS.oxlint, ['--deny-warnings'], { quiet: true }) },
    { name: 'dependency rules', run: node(TOOLS.depcruise, ['--output-type', 'err-long', 'packages/count/src', 'packages/server/src', 'packages/web/src'], { quiet: true }) },
  ].map(async ({ name, run }) => ({ name, ...(await run.ended) })));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const results = await lint();
  for (const { output } of results) process.stdout.write(output);
  process.exit(results.some(({ code }) => code !== 0) ? 1 : 0);
}
