import type { FastifyInstance } from 'fastify';
import type { House, Room } from '../../platform/room.ts';
import { abandonImports, forgetOldPreviews } from './application/roster/begin-import.ts';
import { COMMIT_QUEUE, type CommitJob, resumeCommits, workCommit } from './application/roster/finish-commit.ts';
import { ReadingDesk } from './application/roster/reading-desk.ts';
import { sweepUploads } from './application/roster/uploads.ts';
import { importRosterCommand } from './cli/import-roster.ts';
import { EnvironmentRosterImportsResolver, RosterImportResolver } from './graphql/roster-import.resolver.ts';
import { rosterUpload } from './graphql/roster-upload.route.ts';

/** One house has one desk, shared by its route and its start. */
const desks = new WeakMap<House, ReadingDesk>();
function deskOf(house: House): ReadingDesk {
  const desk = desks.get(house) ?? new ReadingDesk();
  desks.set(house, desk);
  return desk;
}

const SWEEP_EVERY_MS = 15 * 60_000;

/** The roster's part of the people room. */
export const rosterParts = {
  entities: [],
  resolvers: [RosterImportResolver, EnvironmentRosterImportsResolver],
  commands: [importRosterCommand],
  routes(app: FastifyInstance, house: House): void { rosterUpload(app, house, deskOf(house)); },
  async start(house: House): Promise<() => Promise<void>> {
    const sweep = async (ageMs: number) => {
      await abandonImports(house, await sweepUploads(house.config, house.clock.now(), ageMs));
      await forgetOldPreviews(house);
    };
    // The embedded database is this process's alone, and its folder with it; another server may share a folder otherwise.
    await sweep(house.db.kind === 'pglite' ? 0 : SWEEP_EVERY_MS);
    const timer = setInterval(() => {
      sweep(SWEEP_EVERY_MS).catch((error: unknown) => { house.log.warn({ err: error }, 'old uploads could not be swept'); });
    }, SWEEP_EVERY_MS);
    timer.unref();
    await house.jobs.work<CommitJob>(COMMIT_QUEUE, (job) => workCommit(house, job));
    await resumeCommits(house);
    return async () => {
      clearInterval(timer);
      await deskOf(house).stop();
    };
  },
} satisfies Omit<Room, 'name'>;
