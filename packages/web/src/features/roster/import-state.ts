import type { ImportStateFragment } from '../../gql/graphql.ts';

export type ImportState = ImportStateFragment;
