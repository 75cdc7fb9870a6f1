import { Migration } from '@mikro-orm/migrations';

/** Whoever proposed a correction may take it back, as when it no longer fits: nobody voted on it, and the record does not say so. */
export class CorrectionsTakenBack extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
alter table minutes_correction
  drop constraint minutes_correction_state_check,
  drop constraint minutes_correction_check3,
  add constraint minutes_correction_state_check check (state in ('PROPOSED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
  add constraint minutes_correction_votes_check check (
    (state in ('PROPOSED', 'WITHDRAWN')) = (objections is null) and (objections is null) = (ayes is null) and (objections is null) = (noes is null))`);
  }
}
