// `pnpm --silent plenary …`: the command line on the same database as the server. Only the command writes to stdout.
import { build } from './build.mjs';
import { serve } from './serve.mjs';

if (!(await build(['count', 'server']))) process.exit(1);
await serve('plenary.js', { NODE_ENV: 'production' }, process.argv.slice(2));
