import { resolve } from 'node:path';
import type { Command } from '../../../platform/cli/command.ts';
import { importDistrict } from '../application/roster/import-district.ts';
import { wordsOf } from './fault-words.ts';

interface Asked {
  readonly path: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly school: string | null;
}

export const importRosterCommand: Command = {
  name: 'import-roster',
  usage: 'PATH [--dry-run] [--school NAME] [--json]',
  summary: 'Imports a OneRoster 1.1 or 1.2 export (CSV files in a folder or zip); --dry-run only shows what it would do.',
  async run(args, house, out) {
    const asked = parse(args);
    if (typeof asked === 'string') {
      out.note(asked);
      return 2;
    }
    const report = await importDistrict(house, { ...asked, path: resolve(out.cwd, asked.path), progress: (rows) => { if (!asked.json) out.note(`${rows} rows read`); } });
    if (asked.json) {
      out.line(JSON.stringify(report));
      return report.faultCount > 0 ? 1 : 0;
    }
    for (const fault of report.faults) {
      out.note(`${fault.file}${fault.line === null ? '' : `:${fault.line}`}: ${fault.level === 'WARNING' ? 'warning: ' : ''}${wordsOf(fault)}`);
    }
    const unsaid = report.faultCount + report.warningCount - report.faults.length;
    if (unsaid > 0) out.note(`… and ${unsaid} more of the same kinds.`);
    if (report.faultCount > 0) {
      out.note(`${report.faultCount} fault${report.faultCount === 1 ? '' : 's'}; nothing was changed.`);
      return 1;
    }
    for (const school of report.schools) {
      out.line(`${school.name}${school.isNew ? ' (new)' : ''}: ${summary(school.counts)}`);
    }
    out.line(asked.dryRun ? 'Nothing was changed: this was a dry run.' : 'Committed.');
    return 0;
  },
};

function summary(counts: readonly { subject: string; effect: string; count: number }[]): string {
  const count = (subject: string, effect: string) => counts.find((each) => each.subject === subject && each.effect === effect)?.count ?? 0;
  return [
    `people ${count('PERSON', 'ADD')} added, ${count('PERSON', 'CHANGE')} changed, ${count('PERSON', 'KEEP')} kept, ${count('PERSON', 'LEAVE')} left`,
    `memberships ${count('MEMBERSHIP', 'ADD')} added, ${count('MEMBERSHIP', 'LEAVE')} ended`,
    `guardianships ${count('GUARDIANSHIP', 'ADD')} added, ${count('GUARDIANSHIP', 'LEAVE')} ended`,
  ].join('; ');
}

/** The wrong usage in words, or what was asked. */
function parse(args: readonly string[]): Asked | string {
  const paths: string[] = [];
  let [dryRun, json, school]: [boolean, boolean, string | null] = [false, false, null];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!;
    const named = /^--school=(.*)$/s.exec(arg);
    if (arg === '--dry-run') dryRun = true;
    else if (arg === '--json') json = true;
    else if (named !== null) school = named[1]!.trim();
    else if (arg === '--school') {
      at += 1;
      school = args[at]?.trim() ?? '';
    } else if (arg.startsWith('-') && arg !== '-') return `There is no option ${arg.slice(0, 40)}.`;
    else paths.push(arg);
  }
  if (school === '') return '--school needs a name.';
  if (paths.length !== 1) return 'Name one folder or zip file.';
  return { path: paths[0]!, dryRun, json, school };
}
