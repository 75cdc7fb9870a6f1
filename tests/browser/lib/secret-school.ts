import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { type Paper, SecretVoter } from '../../../packages/server/src/modules/ballots/testing/secret-voter.ts';
import type { RunningServer } from './running-server.ts';
import type { Visitor } from './visitor.ts';

interface Made { readonly id: string; readonly version: number }

/** Any operation, as the person who is signed in with this browser. */
export const ask = <T>(visitor: Visitor, query: string, variables: object = {}): Promise<T> => visitor.ask<T>(query, variables);

export interface Question {
  readonly method?: string;
  readonly maxChoices?: number;
  readonly seats?: number;
  readonly budgetTotal?: number;
  readonly question: { readonly en: string; readonly es: string };
  readonly options?: readonly { readonly en: string; readonly es: string; readonly cost?: number }[];
  readonly constituencies: readonly string[];
  readonly secrecy?: string;
}

const both = ({ en, es }: { en: string; es: string }) => [{ locale: 'en', text: en }, { locale: 'es', text: es }];

/** Drafts a ballot and opens it at once. */
export async function opened(coordinator: Visitor, { question, options = [], constituencies, method = 'YES_NO', secrecy = 'SECRET', ...more }: Question): Promise<string> {
  const { viewer } = await ask<{ viewer: { environment: { id: string } } }>(coordinator, '{ viewer { environment { id } } }');
  const input = {
    environmentId: viewer.environment.id, method, secrecy, binding: 'ADVISORY', combine: 'TOGETHER', question: both(question), description: [], allowAbstain: true, closesAt: new Date(Date.now() + 864e5).toISOString(),
    options: options.map(({ cost, ...label }) => ({ label: both(label), ...(cost === undefined ? {} : { cost }) })), constituencies: constituencies.map((constituency) => ({ constituency, quorum: { kind: 'NONE' } })), ...more,
  };
  const drafted = await ask<{ draftBallot: { ballot?: Made } }>(coordinator, 'mutation($input: BallotInput!) { draftBallot(input: $input) { ... on BallotSaved { ballot { id version } } ... on BallotFaulty { faults { field } } } }', { input });
  let ballot = drafted.draftBallot.ballot;
  if (!ballot) throw new Error(JSON.stringify(drafted));
  for (const act of ['scheduleBallot', 'openBallot']) {
    const done: Record<string, { ballot?: Made }> = await ask(coordinator, `mutation($id: ID!, $version: Int!) { ${act}(id: $id, version: $version) { ... on BallotChanged { ballot { id version } } ... on BallotRefused { reason about } } }`, ballot);
    ballot = done[act]?.ballot;
    if (!ballot) throw new Error(JSON.stringify(done));
  }
  return ballot.id;
}

/** As many of a constituency as are named vote, each from a place of their own, with slips made for the purpose. */
export async function crowd(server: RunningServer, coordinator: Visitor, ballotId: string, constituency: string, choices: readonly (readonly number[])[]): Promise<void> {
  const { viewer } = await ask<{ viewer: { environment: { id: string; people: { edges: { node: { id: string } }[] } } } }>(coordinator,
    'query($filter: PeopleFilter!, $first: Int!) { viewer { environment { id people(first: $first, filter: $filter) { edges { node { id } } } } } }', { first: choices.length, filter: { constituency, withoutSlip: true } });
  const tokens = choices.map(() => Buffer.from(hkdfSync('sha512', randomBytes(16), 'plenary/root/v1\0', 'plenary/slip-token/v1\0', 32)));
  const slips = viewer.environment.people.edges.map(({ node }, at) => ({ personId: node.id, tokenHash: createHash('sha256').update(tokens[at]!).digest('hex') }));
  await ask(coordinator, 'mutation($input: MakeAccessSlipsInput!) { makeAccessSlips(input: $input) { made } }', { input: { environmentId: viewer.environment.id, expiresAt: new Date(Date.now() + 864e5).toISOString(), slips } });
  for (const [at, choice] of choices.entries()) {
    const signedIn = await fetch(`${server.url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ query: 'mutation($input: SignInInput!) { signIn(input: $input) { __typename } }', variables: { input: { token: tokens[at]!.toString('hex') } } }),
    });
    const headers = { cookie: signedIn.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '), origin: server.url };
    const voter = new SecretVoter(await (await fetch(`${server.url}/ballot/paper?ballot=${ballotId}`, { headers })).json() as Paper);
    const binary = { 'content-type': 'application/octet-stream' };
    const issued = await fetch(`${server.url}/ballot/issue?ballot=${ballotId}`, { method: 'POST', headers: { ...headers, ...binary }, body: new Uint8Array(voter.blinded()) });
    voter.unblind(Buffer.from(await issued.arrayBuffer()));
    const cast = await fetch(`${server.url}/ballot/cast`, { method: 'POST', headers: { ...binary, origin: server.url }, body: new Uint8Array(voter.body(choice)) });
    if (!cast.ok) throw new Error(`${cast.status} ${await cast.text()}`);
  }
}

const stateOf = async (visitor: Visitor, id: string) =>
  (await ask<{ ballot: Made & { state: string } }>(visitor, 'query($id: ID!) { ballot(id: $id) { id version state } }', { id })).ballot;

/** Closes a ballot before its time. */
export async function closed(coordinator: Visitor, id: string): Promise<void> {
  await ask(coordinator, 'mutation($id: ID!, $version: Int!) { closeBallot(id: $id, version: $version, reason: "Everybody has voted.") { __typename } }', await stateOf(coordinator, id));
}

/** Closes a ballot, unless it is, and has two people stand for it. */
export async function certified(coordinator: Visitor, clerk: Visitor, id: string): Promise<void> {
  const version = () => stateOf(coordinator, id);
  if ((await version()).state === 'OPEN') await closed(coordinator, id);
  for (let tries = 0; (await version()).state !== 'TALLIED'; tries += 1) {
    if (tries > 300) throw new Error('not counted');
    await new Promise((later) => { setTimeout(later, 300); });
  }
  for (const person of [coordinator, clerk]) {
    const done = await ask<{ certifyBallot: { __typename: string } }>(person, 'mutation($id: ID!, $version: Int!) { certifyBallot(id: $id, version: $version) { __typename ... on BallotRefused { reason about } } }', await version());
    if (done.certifyBallot.__typename !== 'BallotChanged') throw new Error(JSON.stringify(done));
  }
}
