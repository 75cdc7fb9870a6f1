import type { Office } from '../../gql/graphql.ts';
import type { Body } from './body.ts';

/** What a keeper is about to do. */
export type Asked =
  | { readonly act: 'SEAT' | 'RETIRE'; readonly seatId: string }
  | { readonly act: 'VACATE'; readonly holdingId: string }
  | { readonly act: 'LEAVE' | 'TAKE_BACK'; readonly officerId: string }
  | { readonly act: 'OFFICE'; readonly office?: Office }
  | { readonly act: 'ADD' | 'CERTIFY' | 'ROLL_OVER' | 'CLOSE' };

/** Where on the page it is said that it was done. */
export type Place = 'TOP' | 'SEATS' | 'OFFICERS';
export interface Done { readonly at: Place; readonly text: string; readonly turn: number }

/** What every dialog of a keeper gets. */
export interface KeepProps {
  body: Body;
  onClose: () => void;
  onDone: (at: Place, text: string) => void;
}
