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
  await coordinator.signIn(await server.account('coordinator'));
  const found = await coordinator.page.evaluate(async (name) => {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ viewer { environment { found: ${name}(first: 50) { edges { node { id state ${name === 'ballots' ? 'method' : ''} } } } } } }` }),
    });
    const { data } = await answer.json() as { data: { viewer: { environment: { found: { edges: { node: { id: string; state: string; method?: string } }[] } } } } };
    return data.viewer.environment.found.edges.flatMap(({ node }) => [[node.state, node.id], [`${node.state} ${node.method ?? ''}`.trim(), node.id]] as const);
  }, list);
  await coordinator.leave();
  return Object.fromEntries(found.toReversed());
}
