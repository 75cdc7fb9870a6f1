// Runs a program of this package from its TypeScript source, which Node 24 reads as it is: nothing to build, nothing of
// the server needed. An older Node passes everything on to the one that the workspace pins.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Calls `main` with the module at `source`, a path inside this package, and the command's arguments. */
export async function run(source, caller, main) {
  if (Number(process.versions.node.split('.')[0]) >= 24) {
    await main(await import(new URL(`../${source}`, import.meta.url).href), process.argv.slice(2));
    return;
  }
  const pinned = fileURLToPath(new URL(`../../../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url));
  if (!existsSync(pinned)) {
    process.stderr.write('Node 24 is not installed; run `npx -y pnpm@12 install` first.\n');
    process.exit(1);
  }
  const { status } = spawnSync(pinned, [fileURLToPath(caller), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
