import { pathToFileURL } from 'node:url';
import { inRoot, node, projectNode } from './workspace.mjs';

/**
 * Runs a built program of the server as this very process, so that a signal meets nobody on its way;
 * on another Node than the project's own, as a child that is passed every signal and answers for the exit code.
 */
export async function serve(program, env = {}, args = []) {
  const script = inRoot('packages', 'server', 'dist', program);
  if (Number(process.versions.node.split('.')[0]) >= 24) {
    Object.assign(process.env, env);
    process.setSourceMapsEnabled(true);
    process.argv = [process.execPath, script, ...args];
    await import(pathToFileURL(script).href);
    return;
  }
  if (projectNode() === process.execPath) {
    process.stderr.write('Node 24 is not installed; run `npx -y pnpm@12 install` first.\n');
    process.exit(1);
  }
  const { child, ended } = node(script, args, { env, nodeArgs: ['--enable-source-maps'] });
  // A terminal's Ctrl-C reaches the child by itself; a second one would cut its draining short.
  process.on('SIGINT', () => { if (!process.stdin.isTTY) child.kill('SIGINT'); });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.exitCode = (await ended).code;
}
