import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';

/** A made-up district in OneRoster 1.1: nobody in it exists. Of every hundred users 45 are students, 45 guardians, 10 staff. */
export async function writeDistrict(folder: string, users: number, schools: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await file(folder, 'manifest', [['propertyName', 'value'], ['oneroster.version', '1.1'], ['file.users', 'bulk']]);
  await file(folder, 'orgs', [
    ['sourcedId', 'status', 'dateLastModified', 'name', 'type', 'identifier', 'parentSourcedId'],
    ['district', '', '', 'Made-up Unified', 'district', '', ''],
    ...Array.from({ length: schools }, (_, n) => [`school-${n}`, '', '', `School No. ${n + 1}`, 'school', '', 'district']),
  ]);
  await file(folder, 'users', people(users, schools));
  await file(folder, 'enrollments', enrollments(users, schools));
}

const HEADER = [
  'sourcedId', 'status', 'dateLastModified', 'enabledUser', 'orgSourcedIds', 'role', 'username', 'userIds', 'givenName', 'familyName',
  'middleName', 'identifier', 'email', 'sms', 'phone', 'agentSourcedIds', 'grades', 'password', 'metadata.homeLanguage', 'metadata.elStatus',
];
const LANGUAGES = ['Spanish', 'English', 'English', 'Armenian', 'Korean'];

function* people(users: number, schools: number): Generator<string[]> {
  yield HEADER;
  for (let n = 0; n < users; n += 1) {
    const [kind, family] = [n % 20, Math.floor(n / 20)];
    const school = `school-${family % schools}`;
    const row = (role: string, mail: string, agents: string, grade: string, language: string, learner: string) => [
      `user-${n}`, '', '', 'true', school, role, `u${n}`, '', `Given${n}`, `Family${family}`, '', '', mail, '', `+1 555 ${String(n).padStart(7, '0')}`,
      agents, grade, 'Never-Read-1', language, learner,
    ];
    const mail = `u${n}@example.invalid`;
    if (kind < 9) yield row('student', '', `user-${n + 9}`, String(6 + (n % 3)), LANGUAGES[n % 5]!, n % 7 === 0 ? 'EL' : 'EO');
    else if (kind < 18) yield row('guardian', mail, '', '', '', '');
    else yield row(kind === 18 ? 'teacher' : 'aide', mail, '', '', '', '');
  }
}

/** Six classes for every student. */
function* enrollments(users: number, schools: number): Generator<string[]> {
  yield ['sourcedId', 'status', 'dateLastModified', 'classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role', 'primary', 'beginDate', 'endDate'];
  for (let n = 0; n < users; n += 1) {
    if (n % 20 >= 9) continue;
    for (let c = 0; c < 6; c += 1) yield [`e-${n}-${c}`, '', '', `class-${c}`, `school-${Math.floor(n / 20) % schools}`, `user-${n}`, 'student', '', '', ''];
  }
}

async function file(folder: string, name: string, rows: Iterable<readonly string[]>): Promise<void> {
  const out = createWriteStream(join(folder, `${name}.csv`));
  for (const row of rows) {
    if (!out.write(`${row.join(',')}\r\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
