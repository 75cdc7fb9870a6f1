import { auditBreak } from '../database/audit-chain.ts';
import { gate } from '../database/database.ts';
import type { Command } from './command.ts';

/** What can be checked without knowing any room: the schema's version, and that nobody rewrote the audit log. */
export const checkData: Command = {
  name: 'check-data',
  usage: '',
  summary: 'Checks that the database is whole: migrations applied, audit log unbroken.',
  async run(args, { db }, out) {
    if (args.length > 0) return 2;
    const pending = await db.migrationsPending();
    out.line(pending === 0 ? 'Migrations: all applied.' : `Migrations: ${pending} missing.`);
    const schools = await db.under(gate).execute<{ id: string }[]>('select id from school order by id');
    let faults = pending;
    for (const { id } of schools) {
      const broken = await auditBreak(db, id);
      if (broken === null) continue;
      faults += 1;
      out.note(`The audit log of school ${id} is broken at entry ${broken}.`);
    }
    out.line(`Audit logs: ${schools.length} read.`);
    return faults === 0 ? 0 : 1;
  },
};
