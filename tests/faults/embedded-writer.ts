// The victim of embedded-kill.test.ts: writes to an embedded database and says which rows were acknowledged.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataDir } from '../../packages/server/src/platform/database/embedded/data-dir-lock.ts';
import { EngineThread } from '../../packages/server/src/platform/database/embedded/thread.ts';

const [dataDir, round] = process.argv.slice(2) as [string, string];
const say = (line: string) => writeSync(1, `${line}\n`);

try {
  await lockDataDir(dataDir);
  const engine = await EngineThread.start(join(dataDir, 'pglite'));
  say('ready');
  // Should nobody kill us: the test is gone, or stuck.
  process.stdin.on('end', () => process.exit(3)).resume();
  setTimeout(() => process.exit(3), 60_000);
  for (let nth = 0; ; nth += 1) {
    const name = `${round}-${nth}`;
    await engine.transaction(async (statements) => {
      await statements.query('insert into school (name) values ($1)', [name]);
    });
    say(name);
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
