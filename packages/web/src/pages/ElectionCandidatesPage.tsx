import { CandidatesSheet } from '../features/elections/CandidatesSheet.tsx';
import { LoadedElection } from '../features/elections/LoadedElection.tsx';
import type { Params } from '../page-module.ts';

export default function ElectionCandidatesPage({ params: { id = '' } }: { params: Params }) {
  return <LoadedElection id={id}>{(election) => <CandidatesSheet election={election} />}</LoadedElection>;
}
