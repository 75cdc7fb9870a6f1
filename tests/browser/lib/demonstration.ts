import type { Browser } from 'playwright-core';
import type { RunningServer } from './running-server.ts';
import { Visitor } from './visitor.ts';

/** The demonstration's ballots, one for each state, as its coordinator knows them. */
export async function ballotsByState(server: RunningServer, browser: Browser): Promise<Record<string, string>> {
  const coordinator = await Visitor.arrive(browser, server.url);
  await coordinator.signIn(await server.account('coordinator'));
  const found = await coordinator.page.evaluate(async () => {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { environment { ballots(first: 50) { edges { node { id state } } } } } }' }),
    });
    const { data } = await answer.json() as { data: { viewer: { environment: { ballots: { edges: { node: { id: string; state: string } }[] } } } } };
    return data.viewer.environment.ballots.edges.map(({ node }) => [node.state, node.id] as const);
  });
  await coordinator.leave();
  return Object.fromEntries(found.toReversed());
}
