import type { ApolloClient } from '@apollo/client';
import { faultCode, faultField } from '../../apollo/faults.ts';
import { MakeSlipsDocument } from '../../gql/graphql.ts';
import { faultRule } from '../../shell/FaultNotice.tsx';
import type { StoreSlips } from './make-slips.ts';

/** Uploads the hashes of one batch, and reads the server's refusals as what they mean for it. */
export function storeBatch(client: ApolloClient, environmentId: string, expiresAt: string): StoreSlips {
  return async slips => {
    if (slips.length === 0) return null;
    try {
      await client.mutate({ mutation: MakeSlipsDocument, variables: { input: { environmentId, expiresAt, revokeEarlier: true, slips: [...slips] } } });
      return null;
    } catch (fault) {
      // The same hashes again: the first sending was kept although its answer was lost.
      if (faultCode(fault) === 'BAD_INPUT' && faultRule(fault) === 'REPEATED') return null;
      const place = /slips\.(\d+)\.personId$/.exec(faultField(fault) ?? '');
      if (faultCode(fault) === 'NOT_FOUND' && place && slips[Number(place[1])]) return Number(place[1]);
      throw fault;
    }
  };
}
