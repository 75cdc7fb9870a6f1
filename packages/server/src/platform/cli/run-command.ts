import type { House } from '../room.ts';
import type { Command, ExitCode, Terminal } from './command.ts';

/** The command named by `argv`, or what to print and answer instead. */
export function pick(commands: readonly Command[], argv: readonly string[]):
  | { readonly command: Command; readonly args: readonly string[] }
  | { readonly lines: readonly string[]; readonly exit: ExitCode } {
  const [name, ...args] = argv;
  const command = commands.find((each) => each.name === name);
  if (command !== undefined) {
    return args.includes('--help') ? { lines: [usage(command), command.summary], exit: 0 } : { command, args };
  }
  const asked = name === 'help' || name === '--help' || name === '-h';
  return { lines: [...(asked || name === undefined ? [] : ['There is no such command.', '']), ...help(commands)], exit: asked ? 0 : 2 };
}

/** Runs a picked command; what nobody expected goes to the log, and to the terminal without its content. */
export async function runCommand(
  { command, args }: { readonly command: Command; readonly args: readonly string[] }, house: House, out: Terminal,
): Promise<ExitCode> {
  try {
    const exit = await command.run(args, house, out);
    if (exit === 2) out.note(usage(command));
    return exit;
  } catch (error) {
    house.log.error({ err: error, command: command.name }, 'a command failed');
    out.note('Something went wrong; the log says what. Nothing was half done.');
    return 1;
  }
}

/** Picks and runs in one go, for orders that arrive over the control socket. */
export async function answerOrder(
  commands: readonly Command[], argv: readonly string[], house: House, out: Terminal,
): Promise<ExitCode> {
  const picked = pick(commands, argv);
  if (!('lines' in picked)) return runCommand(picked, house, out);
  picked.lines.forEach((line) => (picked.exit === 0 ? out.line(line) : out.note(line)));
  return picked.exit;
}

const usage = ({ name, usage: rest }: Command) => `usage: plenary ${name} ${rest}`.trimEnd();

function help(commands: readonly Command[]): string[] {
  return [
    'usage: plenary COMMAND …',
    '',
    ...commands.flatMap(({ name, usage: rest, summary }) => [`  ${name} ${rest}`.trimEnd(), `      ${summary}`]),
    '  help',
    '      Prints this.',
    '',
    'Works on the database of DATABASE_URL, else on the one in DATA_DIR, through the server where one is running.',
    'Ends with 0: done; 1: the input has faults; 2: wrong usage.',
  ];
}
