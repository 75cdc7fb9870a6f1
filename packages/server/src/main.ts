import 'reflect-metadata';
import { buildSchema, commands, openHouse, rooms, welcome } from './composition.ts';
import { ConfigError, readEnv, toConfig } from './env.ts';
import { openControl } from './platform/cli/control.ts';
import { answerOrder } from './platform/cli/run-command.ts';
import { DatabaseRefusal } from './platform/database/refusal.ts';
import { serve } from './platform/http/serve.ts';
import { createLogger } from './platform/log/logger.ts';

const pagesRoot = new URL('../../web/dist/', import.meta.url);

async function main(): Promise<void> {
  const config = toConfig(readEnv(), process.cwd());
  const log = createLogger(config.logLevel);
  const open = await openHouse(config, log);
  const { house } = open;
  const greeting = await welcome(house);
  const stopWork = await open.work();
  const serving = await serve({ ...open, rooms, schema: buildSchema(), pagesRoot });
  // The embedded database admits one process: `plenary` goes through this one.
  const stopControl = config.databaseUrl === undefined
    ? await openControl(config.dataDir, (argv, out) => answerOrder(commands, argv, house, out))
    : async () => {};
  process.stdout.write(`Plenary answers at ${config.port === 0 ? serving.address : config.publicUrl}\n${greeting === null ? '' : `${greeting}\n`}`);

  whenAskedToStop(async () => {
    process.stdout.write('Stopping: nobody new is let in, whoever is inside may finish.\n');
    await stopControl();
    await serving.close();
    await stopWork();
    await open.close();
  });
}

/** Longest that those inside may take to finish; containers are killed after ten seconds. */
const DRAIN_MS = 8000;

/** The first signal drains and ends with 0; a second ends at once. */
function whenAskedToStop(stop: () => Promise<void>): void {
  let asked = false;
  const onSignal = () => {
    if (asked) process.exit(1);
    asked = true;
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

main().catch((error: unknown) => {
  // A fault of the environment is told to the person who started it; all else needs the stack.
  const told = error instanceof ConfigError || error instanceof DatabaseRefusal || isPortInUse(error);
  process.stderr.write(`${told ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});

function isPortInUse(error: unknown): error is Error {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
}
