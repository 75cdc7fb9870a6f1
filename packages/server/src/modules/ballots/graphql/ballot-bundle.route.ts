import { Readable } from 'node:stream';
import type { BundleKind } from '@plenary/count/recount';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { teller } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { viewerOf } from '../../people/index.ts';
import { visibleBallot } from '../application/ballot-reader.ts';
import { lookerAt } from '../application/looker.ts';
import { bundleOf } from '../application/secret/bundle.ts';
import { maySeeAuditorsBundle, maySeeResult } from '../domain/policy.ts';

/** What anyone needs to recount a secret ballot, as a file (docs/verifying.md). The auditors' file also opens what the public one withholds. */
export function ballotBundle(app: FastifyInstance, house: House): void {
  const route = (kind: BundleKind) => async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const ctx = await request.visitor(reply);
    const ballot = await visibleBallot(ctx, (request.params as { id: string }).id);
    const looker = ballot && lookerAt(await viewerOf(ctx), ballot);
    const may = kind === 'public' ? maySeeResult : maySeeAuditorsBundle;
    if (ballot === null || looker === null || ballot.secrecy !== 'SECRET' || ballot.result === null || !may(looker, ballot.state)) throw coded('NOT_FOUND');
    const bundle = await bundleOf(house, teller(ballot.schoolId), ballot, ballot.result, kind);
    return reply
      .header('content-disposition', `attachment; filename="${ballot.id}${kind === 'public' ? '' : '-auditors'}.ndjson"`)
      .header('cache-control', 'no-store')
      .type('application/x-ndjson; charset=utf-8')
      .send(Readable.from(bundle.lines()));
  };
  app.get('/ballot/bundle/:id', route('public'));
  app.get('/ballot/auditors-bundle/:id', route('auditors'));
}
