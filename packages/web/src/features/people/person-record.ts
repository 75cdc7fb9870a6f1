import type { PersonQuery } from '../../gql/graphql.ts';

export type PersonRecord = NonNullable<PersonQuery['person']>;

/** What whoever keeps the register may do. */
export interface Keeper {
  timeZone: string;
  administers: boolean;
  makesSlips: boolean;
}
