// `pnpm --silent recount BUNDLE [--json] [--receipt HEX-OR-FILE]... [--checkpoint FILE]...`: checks and counts a ballot's bundle.
import { run } from './run.mjs';

await run('src/recount/node/cli.ts', import.meta.url, async ({ main }, args) => {
  process.exitCode = await main(args, { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text), from: process.env.INIT_CWD ?? '.' });
});
