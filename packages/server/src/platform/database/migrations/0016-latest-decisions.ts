import { Migration } from '@mikro-orm/migrations';

/** The public page of an environment shows what its bodies decided lately, to everybody who looks in; a register grows for years. */
export class LatestDecisions extends Migration {
  override async up(): Promise<void> {
    this.addSql('create index decision_by_day on decision (environment_id, decided_on desc, recorded_at desc, id)');
  }
}
