import type { Browser } from 'playwright-core';
import type { Demonstration } from './shared-server.ts';
import { Visitor } from './visitor.ts';

/** The demonstration's ballots, one for each state (`CERTIFIED`) and each method in it (`CERTIFIED SCOTTISH_STV`), as its coordinator knows them. */
export const ballotsByState = (server: Demonstration, browser: Browser) => byState(server, browser, 'ballots');

/** The same of what its teams agree on in rounds. */
export const proposalsByState = (server: Demonstration, browser: Browser) => byState(server, browser, 'proposals');

/** The same of its elections of members. */
export const electionsByState = (server: Demonstration, browser: Browser) => byState(server, browser, 'elections');

async function byState(server: Demonstration, browser: Browser, list: 'ballots' | 'proposals' | 'elections'): Promise<Record<string, string>> {
  const coordinator = await Visitor.arrive(browser, server.url);
  await coordinator.letIn(await server.account('coordinator'));
  const { viewer } = await coordinator.ask<{ viewer: { environment: { found: { edges: { node: { id: string; state: string; method?: string } }[] } } } }>(
    `{ viewer { environment { found: ${list}(first: 50) { edges { node { id state ${list === 'ballots' ? 'method' : ''} } } } } } }`);
  await coordinator.leave();
  return Object.fromEntries(viewer.environment.found.edges.flatMap(({ node }) => [[node.state, node.id], [`${node.state} ${node.method ?? ''}`.trim(), node.id]] as const).toReversed());
}
