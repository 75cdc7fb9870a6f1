import type { Statements } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { audit } from '../../../people/index.ts';

export const proposalTopic = (proposalId: string): string => `proposal:${proposalId}`;
/** What lists and the home page listen to: that somewhere a round opened, ended, or waits for its facilitator. */
export const proposalsTopic = (environmentId: string): string => `proposals:${environmentId}`;

export interface ProposalChange {
  readonly proposal: { readonly id: string; readonly schoolId: string; readonly environmentId: string };
  /** For example `proposal.opened`. */
  readonly kind: string;
  readonly actorId: string;
  /** Ids, codes and counts only: never what somebody said. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Lists and homes learn of it too. */
  readonly widely?: boolean;
}

/** The last beat of every use case here: the audit row and the happenings, in the transaction of the change. */
export async function recordProposal(
  { events }: Pick<House, 'events'>, em: Statements, { proposal, kind, actorId, detail = {}, widely = false }: ProposalChange,
): Promise<void> {
  const { id, schoolId, environmentId } = proposal;
  await audit(em, { schoolId, actorId, act: kind, subjectId: id, detail });
  const topics = [proposalTopic(id), ...(widely ? [proposalsTopic(environmentId)] : [])];
  await events.record(em, topics.map((topic) => ({ schoolId, topic, kind, subjectId: id })));
}
