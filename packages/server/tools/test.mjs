// `pnpm test`: every check there is. What is missing on this machine (PostgreSQL, Chromium, the conformance data) is
// skipped by name; with CI set, a skipped check is a failed run, and every proof runs at full size
// (packages/count/src/full-size.testing.ts). The last line counts them all.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from './build.mjs';
import { lint } from './lint.mjs';
import { freshSchema } from './schema.mjs';
import { typecheck } from './typecheck.mjs';
import { TOOLS, inRoot, node, root, seconds } from './workspace.mjs';

const mayNotSkip = ['1', 'true'].includes(process.env.CI ?? '');
const started = performance.now();
const count = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const skips = [];

// Nobody works at this machine meanwhile but the tests. A third of a journey in a browser is waiting for a picture, a
// delivery or the disk, so there is one worker more than two cores; past a few, PostgreSQL's connections would run out.
const workers = Math.min(8, Math.max(3, availableParallelism()));

// A server is started dozens of times: each start would compile the same modules anew.
// https://nodejs.org/api/module.html#module-compile-cache
process.env.NODE_COMPILE_CACHE ??= inRoot('node_modules', '.cache', 'compiled');

const heading = (text) => process.stdout.write(`\n${text}\n`);

function check(name, code, output) {
  count[code === 0 ? 'passed' : 'failed'] += 1;
  process.stdout.write(`  ${code === 0 ? 'ok    ' : 'FAILED'} ${name}\n`);
  if (code !== 0) {
    failures.push(name);
    process.stdout.write(`${output}\n`);
  }
}

/** Runs some of vitest's projects and adds up what each file had to say. */
async function tests(title, projects) {
  heading(title);
  const folder = mkdtempSync(join(tmpdir(), 'plenary-run-'));
  const report = join(folder, 'report.json');
  const { code } = await node(TOOLS.vitest, [
    'run', ...projects.flatMap((name) => ['--project', name]), '--passWithNoTests', '--maxWorkers', String(workers),
    '--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`,
  ]).ended;
  if (!existsSync(report)) {
    count.failed += 1;
    failures.push(`${title}: the run itself`);
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  const before = count.failed;
  for (const file of testResults) {
    const name = relative(root, file.name);
    const by = (status) => file.assertionResults.filter((test) => status.includes(test.status));
    count.passed += by(['passed']).length;
    for (const test of by(['failed'])) {
      count.failed += 1;
      failures.push(`${name}: ${test.fullName}`);
    }
    for (const test of by(['skipped', 'pending', 'todo', 'disabled'])) {
      count.skipped += 1;
      skips.push(`${name}: ${test.fullName}`);
    }
    // A file that could not be read, or whose preparation failed, has no failed test to show for it.
    if (file.status === 'failed' && by(['failed']).length === 0) {
      count.failed += 1;
      failures.push(`${name}: ${file.message.split('\n')[0] || 'could not run'}`);
    }
  }
  // An error outside every test.
  if (code !== 0 && count.failed === before) {
    count.failed += 1;
    failures.push(`${title}: an error outside every test`);
  }
}

heading('Build, lint, types, contract');
check('build', (await build()) ? 0 : 1, '');
const [linted, typed, contract] = await Promise.all([lint(), typecheck(), freshSchema()]);
for (const { name, code, output } of linted) check(name, code, output);
for (const { name, code, output } of typed) check(`types of ${name}`, code, output);
check('schema/schema.graphql is what the server emits', contract.code, contract.output);

// Together, so that no core waits for the last file of a part.
await tests('Tests: unit, property, integration, fault, browser', ['browser', 'journeys', 'server', 'count', 'web', 'web-apart']);

if (skips.length > 0) {
  heading(`Skipped${mayNotSkip ? ', which CI does not allow' : ''}`);
  for (const name of skips) process.stdout.write(`  ${name}\n`);
}
if (failures.length > 0) {
  heading('Failed');
  for (const name of failures) process.stdout.write(`  ${name}\n`);
}
process.stdout.write(`\nin ${seconds(started)}\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
process.exitCode = count.failed > 0 || (mayNotSkip && count.skipped > 0) ? 1 : 0;
