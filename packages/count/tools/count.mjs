// `pnpm --silent count --method M FILE`: counts a file of votes. Runs the package's own source and nothing else's.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { run } from './run.mjs';

await run('src/cli/run.ts', import.meta.url, ({ runCount }, args) => {
  // pnpm runs scripts in the root; whoever typed a path meant it from where they stood.
  const { code, out, err } = runCount(args, (path) => readFileSync(resolve(process.env.INIT_CWD ?? '.', path)));
  process.stdout.write(out);
  process.stderr.write(err);
  process.exitCode = code;
});
