import { Migration } from '@mikro-orm/migrations';
import { statements } from './statements.ts';

/**
 * Somebody may be given an office for a later day while another holds it until then, and an officer may leave from a day on
 * with nobody to follow. Whoever holds an office on a day is the newest of its terms that have begun, so there is never more
 * than one; two that begin on one day would leave it open who, and there are none.
 */
export class OfficersInTurn extends Migration {
  override async up(): Promise<void> {
    for (const statement of statements(IN_TURN)) this.addSql(statement);
  }
}

const IN_TURN = `
alter table officer_term
  -- The first day on which they hold it no more.
  add column leaves_on date,
  add column leaves_as text check (leaves_as in ('RESIGNED', 'RELIEVED')),
  add constraint officer_term_leaving_check check ((leaves_on is null) = (leaves_as is null) and leaves_on >= starts);
drop index one_officer_at_a_time;
create unique index one_officer_begins_on_a_day on officer_term (body_id, office, starts) where ended_at is null;
`;
