import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * Each rule of the house, proved by a planted violation. The plants live in a copy of the layout in a temporary
 * folder, never in the tree; beside each stands a neighbour that does the permitted thing and must stay unreported.
 */
const root = resolve(import.meta.dirname, '../..');
const modules = 'packages/server/src/modules';

interface Plant { readonly rule: string; readonly at: string; readonly says: string }

/** Files that must exist for the plants to reach, all within the rules. */
const NEIGHBOURS: Record<string, string> = {
  'packages/count/src/index.ts': 'export const half = (n: bigint) => n / 2n;\n',
  'packages/count/src/recount/node/read.ts': `import { readFile } from 'node:fs/promises';\nimport { half } from '../../index.ts';\nexport const read = [readFile, half];\n`,
  'packages/server/src/env.ts': 'export const readEnv = () => process.env;\n',
  'packages/server/src/platform/clock/clock.ts': 'export const now = () => new Date();\n',
  [`${modules}/people/index.ts`]: `export * from './domain/standing.ts';\n`,
  [`${modules}/people/domain/standing.ts`]: `import { half } from '@plenary/count';\nexport const standing = (at: Date) => [half(2n), new Date(at.getTime() + 1)];\n`,
  [`${modules}/people/domain/standing.test.ts`]: `import { it } from 'vitest';\nit('may use a test runner', () => { Date.now(); });\n`,
  [`${modules}/people/data/person.entity.ts`]: `import { defineEntity } from '@mikro-orm/core';\nexport const Person = defineEntity;\n`,
  [`${modules}/people/graphql/person.type.ts`]: `import { Field } from 'type-graphql';\nimport type { Person } from '../data/person.entity.ts';\nexport const PersonType = Field;\nexport type Shown = typeof Person;\n`,
  [`${modules}/messages/index.ts`]: `import { standing } from '../people/index.ts';\nexport const sendMessage = standing;\n`,
  [`${modules}/bodies/index.ts`]: `import { sendMessage } from '../messages/index.ts';\nimport { standing } from '../people/index.ts';\nexport const bodies = [standing, sendMessage];\n`,
  [`${modules}/meetings/application/draft-meeting.ts`]: `import { bodies } from '../../bodies/index.ts';\nimport { sendMessage } from '../../messages/index.ts';\nimport { standing } from '../../people/index.ts';\nexport const draftMeeting = [bodies, sendMessage, standing];\n`,
  [`${modules}/minutes/application/read-notes.ts`]: `import { bodies } from '../../bodies/index.ts';\nexport const readNotes = bodies;\n`,
  [`${modules}/records/index.ts`]: `import { bodies } from '../bodies/index.ts';\nexport const records = bodies;\n`,
  [`${modules}/ballots/index.ts`]: `export * from './application/open-ballot.ts';\n`,
  [`${modules}/ballots/application/open-ballot.ts`]: `import { standing } from '../../people/index.ts';\nexport const openBallot = standing;\n`,
  [`${modules}/ballots/data/ballot.entity.ts`]: `import { Person } from '../../people/data/person.entity.ts';\nexport const Ballot = Person;\n`,
  [`${modules}/ballots/graphql/ballot.type.ts`]: `import { PersonType } from '../../people/graphql/person.type.ts';\nexport const BallotType = PersonType;\n`,
  'packages/web/src/ui/Card.tsx': 'export const Card = 1;\n',
  'packages/web/src/apollo/client.ts': `export { Card } from '../ui/Card.tsx';\n`,
  'packages/web/src/features/ballots/BallotCard.tsx': `import { Card } from '../../ui/Card.tsx';\nexport const BallotCard = Card;\n`,
};

const WHO_MAY_KNOW_WHOM: readonly Plant[] = [
  { rule: 'no-cycles', at: 'packages/server/src/platform/clock/tick.ts', says: `import type { Tock } from './tock.ts';\nexport type Tick = Tock;\n` },
  { rule: 'every-import-resolves', at: 'packages/server/src/platform/clock/lost.ts', says: `export * from './nowhere.ts';\n` },
  { rule: 'domain-is-pure', at: `${modules}/ballots/domain/quorum.ts`, says: `import { createHash } from 'node:crypto';\nexport const quorum = createHash;\n` },
  { rule: 'domain-is-pure', at: `${modules}/ballots/domain/majority.ts`, says: `import { z } from 'zod';\nexport const majority = z;\n` },
  { rule: 'domain-is-pure', at: `${modules}/ballots/domain/turnout.ts`, says: `import { standing } from '../../people/index.ts';\nexport const turnout = standing;\n` },
  { rule: 'application-speaks-no-graphql', at: `${modules}/ballots/application/cast-ballot.ts`, says: `import { GraphQLError } from 'graphql';\nexport const castBallot = GraphQLError;\n` },
  { rule: 'application-speaks-no-graphql', at: `${modules}/ballots/application/close-ballot.ts`, says: `import { BallotType } from '../graphql/ballot.type.ts';\nexport const closeBallot = BallotType;\n` },
  { rule: 'graphql-sees-entities-as-types', at: `${modules}/ballots/graphql/ballot.resolver.ts`, says: `import { Ballot } from '../data/ballot.entity.ts';\nexport const resolver = Ballot;\n` },
  { rule: 'modules-meet-at-the-door', at: `${modules}/ballots/application/roll.ts`, says: `import { standing } from '../../people/domain/standing.ts';\nexport const roll = standing;\n` },
  { rule: 'modules-meet-at-the-door-graphql', at: `${modules}/ballots/graphql/roll.resolver.ts`, says: `import { standing } from '../../people/domain/standing.ts';\nexport const roll = standing;\n` },
  { rule: 'modules-meet-at-the-door-data', at: `${modules}/ballots/data/roll.ts`, says: `import { standing } from '../../people/domain/standing.ts';\nexport const roll = standing;\n` },
  { rule: 'rooms-keep-their-order', at: `${modules}/people/application/needs.ts`, says: `import { openBallot } from '../../ballots/index.ts';\nexport const needs = openBallot;\n` },
  { rule: 'messages-keep-their-order', at: `${modules}/messages/application/address.ts`, says: `import { bodies } from '../../bodies/index.ts';\nexport const address = bodies;\n` },
  { rule: 'bodies-keep-their-order', at: `${modules}/bodies/application/elect.ts`, says: `import { openBallot } from '../../ballots/index.ts';\nexport const elect = openBallot;\n` },
  { rule: 'platform-knows-no-school-words', at: 'packages/server/src/platform/log/logger.ts', says: `import { standing } from '../../modules/people/index.ts';\nexport const logger = standing;\n` },
  { rule: 'web-and-server-meet-in-schema', at: 'packages/web/src/features/ballots/BallotList.tsx', says: `import type { readEnv } from '../../../../server/src/env.ts';\nexport type BallotList = typeof readEnv;\n` },
  { rule: 'web-and-server-meet-in-schema', at: 'packages/server/src/main.ts', says: `import { Card } from '../../web/src/ui/Card.tsx';\nexport const main = Card;\n` },
  { rule: 'meetings-keep-their-order', at: `${modules}/meetings/application/post-notice.ts`, says: `import { openBallot } from '../../ballots/index.ts';\nexport const postNotice = openBallot;\n` },
  { rule: 'minutes-keep-their-order', at: `${modules}/minutes/application/circulate.ts`, says: `import { openBallot } from '../../ballots/index.ts';\nexport const circulate = openBallot;\n` },
  { rule: 'records-keep-their-order', at: `${modules}/records/application/write-csv.ts`, says: `import { openBallot } from '../../ballots/index.ts';\nexport const writeCsv = openBallot;\n` },
  { rule: 'nobody-reads-records', at: `${modules}/ballots/application/exported.ts`, says: `import { records } from '../../records/index.ts';\nexport const exported = records;\n` },
  { rule: 'motions-keep-their-order', at: `${modules}/motions/application/announce-result.ts`, says: `import { openBallot } from '../../ballots/index.ts';\nexport const announceResult = openBallot;\n` },
  { rule: 'remedies-keep-their-order', at: `${modules}/remedies/application/settle-demand.ts`, says: `import { openBallot } from '../../ballots/index.ts';\nexport const settleDemand = openBallot;\n` },
  { rule: 'features-do-not-know-each-other', at: 'packages/web/src/features/people/PersonCard.tsx', says: `import { BallotCard } from '../ballots/BallotCard.tsx';\nexport const PersonCard = BallotCard;\n` },
  { rule: 'ui-knows-no-school-words', at: 'packages/web/src/ui/Meter.tsx', says: `import { Card } from '../apollo/client.ts';\nexport const Meter = Card;\n` },
  { rule: 'count-stands-alone', at: 'packages/count/src/tally.ts', says: `import { readFile } from 'node:fs/promises';\nexport const tally = readFile;\n` },
  { rule: 'count-on-node-needs-only-node', at: 'packages/count/src/cli/fancy.ts', says: `import ts from 'typescript';\nexport const fancy = ts;\n` },
  { rule: 'pages-load-no-node-of-count', at: 'packages/count/src/recount/index.ts', says: `import { read } from './node/read.ts';\nexport const recount = read;\n` },
];

const WHAT_A_LINE_MAY_SAY: readonly Plant[] = [
  { rule: 'node(no-process-env)', at: 'packages/server/src/platform/http/app.ts', says: 'export const port = process.env.PORT;\n' },
  { rule: 'house(no-clock)', at: `${modules}/ballots/domain/deadline.ts`, says: 'export const deadline = () => new Date();\n' },
  { rule: 'house(no-clock)', at: `${modules}/ballots/domain/notice.ts`, says: 'export const notice = () => Date.now();\n' },
  { rule: 'house(no-raw-connection)', at: `${modules}/ballots/data/box.ts`, says: `export const box = (em: { getConnection(): { execute(sql: string): void } }) => { em.getConnection().execute('select 1'); };\n` },
  { rule: 'typescript(no-explicit-any)', at: `${modules}/ballots/application/any.ts`, says: 'export const any = (value: any) => value;\n' },
];

const run = (program: string, args: readonly string[], cwd: string) =>
  new Promise<string>((answer, fail) => {
    execFile(process.execPath, [resolve(root, 'node_modules', program), ...args], { cwd, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      // A broken rule is exit 1 with an answer on stdout; no answer at all is a broken tool.
      if (stdout === '') fail(new Error(`${program} said nothing: ${stderr || String(error)}`));
      else answer(stdout);
    });
  });

async function cruise(cwd: string) {
  const folders = ['packages/count/src', 'packages/server/src', 'packages/web/src'];
  const said = await run('dependency-cruiser/bin/dependency-cruiser.mjs', ['--output-type', 'json', ...folders], cwd);
  const { summary } = JSON.parse(said) as { summary: { violations: { from: string; to: string; rule: { name: string } }[] } };
  return summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, at: from, to }));
}

async function lint(cwd: string) {
  const said = await run('oxlint/bin/oxlint', ['--format', 'json'], cwd);
  const { diagnostics } = JSON.parse(said) as { diagnostics: { code: string; filename: string }[] };
  return diagnostics.map(({ code, filename }) => ({ rule: code, at: filename.replaceAll('\\', '/') }));
}

describe('the rules of the house', () => {
  let house: string;
  let cruised: { rule: string; at: string }[];
  let linted: { rule: string; at: string }[];

  beforeAll(async () => {
    house = await mkdtemp(join(tmpdir(), 'plenary-house-'));
    const put = async (at: string, says: string) => {
      await mkdir(dirname(join(house, at)), { recursive: true });
      await writeFile(join(house, at), says);
    };
    for (const [at, says] of Object.entries(NEIGHBOURS)) await put(at, says);
    await put('packages/server/src/platform/clock/tock.ts', `import type { Tick } from './tick.ts';\nexport type Tock = Tick;\n`);
    for (const { at, says } of [...WHO_MAY_KNOW_WHOM, ...WHAT_A_LINE_MAY_SAY]) await put(at, says);
    for (const file of ['.dependency-cruiser.cjs', '.oxlintrc.json', 'package.json', 'packages/count/package.json', 'packages/server/tools']) {
      await cp(join(root, file), join(house, file), { recursive: true });
    }
    const server = 'packages/server/node_modules';
    await mkdir(join(house, server, '@plenary'), { recursive: true });
    for (const installed of ['node_modules', ...['graphql', 'type-graphql', 'zod', '@mikro-orm'].map((name) => join(server, name))]) {
      await symlink(join(root, installed), join(house, installed), 'dir');
    }
    // The planted one, not the tree's.
    await symlink(join(house, 'packages/count'), join(house, server, '@plenary/count'), 'dir');
    [cruised, linted] = await Promise.all([cruise(house), lint(house)]);
  }, 60_000);

  afterAll(() => rm(house, { recursive: true, force: true }));

  it.each(WHO_MAY_KNOW_WHOM)('$rule is broken by $at', ({ rule, at }) => {
    expect(cruised).toContainEqual(expect.objectContaining({ rule, at }));
  });

  it.each(WHAT_A_LINE_MAY_SAY)('$rule is broken by $at', ({ rule, at }) => {
    expect(linted).toContainEqual(expect.objectContaining({ rule, at }));
  });

  it.each(Object.keys(NEIGHBOURS))('%s does the permitted thing and is left alone', (at) => {
    const houseRules = new Set(WHAT_A_LINE_MAY_SAY.map(({ rule }) => rule));
    expect([...cruised, ...linted.filter(({ rule }) => houseRules.has(rule))].filter((found) => found.at === at)).toEqual([]);
  });

  it('proves every rule there is', () => {
    const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
    const proved = new Set(WHO_MAY_KNOW_WHOM.map(({ rule }) => rule));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !proved.has(name))).toEqual([]);
  });
});

describe('the real tree', () => {
  it('keeps every rule', async () => {
    const [cruised, linted] = await Promise.all([cruise(root), lint(root)]);
    expect([...cruised, ...linted]).toEqual([]);
  }, 60_000);

  it('keeps the counting package without a dependency', async () => {
    const { default: manifest } = await import('../../packages/count/package.json', { with: { type: 'json' } }) as { default: object };
    expect(Object.keys(manifest).filter((key) => /dependencies/i.test(key))).toEqual([]);
  });
});
