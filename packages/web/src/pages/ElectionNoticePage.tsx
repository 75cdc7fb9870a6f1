import { LoadedElection } from '../features/elections/LoadedElection.tsx';
import { NoticeSheet } from '../features/elections/NoticeSheet.tsx';
import type { Params } from '../page-module.ts';

export default function ElectionNoticePage({ params: { id = '' } }: { params: Params }) {
  return <LoadedElection id={id}>{(election) => <NoticeSheet election={election} />}</LoadedElection>;
}
