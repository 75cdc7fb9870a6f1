import { MOST_RANKED_IN_PUBLIC } from '@plenary/count/recount';
import type { Ballot } from '../ballot.ts';
import { isRanked } from '../result/counted.ts';

/** Why single votes stay closed in public: whole rankings are nearly signatures, or few voted by one of the two ways. */
export const whyClosed = ({ method, options }: Pick<Ballot, 'method' | 'options'>): 'RANKINGS' | 'FEW' =>
  (isRanked(method) && options.length > MOST_RANKED_IN_PUBLIC ? 'RANKINGS' : 'FEW');
