import 'reflect-metadata';
import { setTimeout as wait } from 'node:timers/promises';
import { commands, openHouse } from './composition.ts';
import { type Config, ConfigError, readEnv, toConfig } from './env.ts';
import type { ExitCode, Terminal } from './platform/cli/command.ts';
import { throughServer } from './platform/cli/control.ts';
import { pick, runCommand } from './platform/cli/run-command.ts';
import { DataDirInUse } from './platform/database/embedded/data-dir-lock.ts';
import { DatabaseRefusal } from './platform/database/refusal.ts';
import { createLogger } from './platform/log/logger.ts';

/** How long a server that holds DATA_DIR may take to start before the command line gives up on it. */
const PATIENCE_MS = 20_000;

async function main(argv: readonly string[]): Promise<ExitCode> {
  const env = readEnv();
  const out: Terminal = {
    // Where the package manager was called; it runs scripts in the project's own folder.
    cwd: env['INIT_CWD'] ?? process.cwd(),
    line: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
  };
  const picked = pick(commands, argv);
  if ('lines' in picked) {
    picked.lines.forEach(picked.exit === 0 ? out.line : out.note);
    return picked.exit;
  }
  const config = toConfig({ ...env, LOG_LEVEL: env['LOG_LEVEL'] ?? 'warn' }, process.cwd());
  for (const started = Date.now(); ;) {
    const answered = config.databaseUrl === undefined ? await throughServer(config.dataDir, argv, out) : null;
    if (answered !== null) return answered;
    try {
      return await here(config, picked, out);
    } catch (error) {
      if (!(error instanceof DataDirInUse) || Date.now() - started > PATIENCE_MS) throw error;
      await wait(300);
    }
  }
}

async function here(config: Config, picked: Parameters<typeof runCommand>[0], out: Terminal): Promise<ExitCode> {
  const open = await openHouse(config, createLogger(config.logLevel));
  try {
    return await runCommand(picked, open.house, out);
  } finally {
    await open.close();
  }
}

main(process.argv.slice(2)).then(
  (exit) => { process.exitCode = exit; },
  (error: unknown) => {
    const told = error instanceof ConfigError || error instanceof DatabaseRefusal;
    process.stderr.write(`${told ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = error instanceof ConfigError ? 2 : 1;
  },
);
