// `pnpm start`: builds what is stale, then serves.
import { build } from './build.mjs';
import { serve } from './serve.mjs';

if (!(await build())) process.exit(1);
await serve('main.js', { NODE_ENV: 'production' });
