import { gql } from '@apollo/client';
import { expect, it } from 'vitest';
import { makeClient } from './client.ts';

it('keeps a count that the committee was shown when a shared message comes without it', () => {
  const { cache } = makeClient();
  const query = gql`{ ballot(id: "b") { id version result { outcome ballots } } }`;
  const write = (version: number, result: object | null) =>
    cache.writeQuery({ query, data: { ballot: { __typename: 'Ballot', id: 'b', version, result: result && { __typename: 'BallotResult', ...result } } } });
  const read = () => cache.readQuery<{ ballot: { version: number; result: object | null } }>({ query })?.ballot;
  write(1, null);
  expect(read()).toMatchObject({ result: null });
  write(2, { outcome: 'ADOPTED', ballots: 20 });
  write(3, null);
  expect(read()).toMatchObject({ version: 3, result: { outcome: 'ADOPTED', ballots: 20 } });
});

it.each(['Ballot', 'Election', 'Proposal'])('keeps what one may do on the page of a %s when its editor asks for less', (name) => {
  const { cache } = makeClient();
  const [whole, part] = [gql`{ thing { id viewerCan { edit open } } }`, gql`{ thing { id viewerCan { edit } } }`];
  const write = (query: typeof whole, viewerCan: object) =>
    cache.writeQuery({ query, data: { thing: { __typename: name, id: 'x', viewerCan: { __typename: 'Acts', ...viewerCan } } } });
  write(whole, { edit: true, open: true });
  write(part, { edit: false });
  expect(cache.readQuery({ query: whole })).toMatchObject({ thing: { viewerCan: { edit: false, open: true } } });
});
