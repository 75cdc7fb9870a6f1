import { useQuery } from '@apollo/client/react';
import { useLocation } from 'wouter';
import { ServerFault } from '../../apollo/faults.ts';
import { ElectionEditor } from '../../features/election-editor/ElectionEditor.tsx';
import { EditElectionDocument, ElectionSurroundingsDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Params } from '../../page-module.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { PageSkeleton } from '../../shell/PageSkeleton.tsx';
import { Link } from '../../ui/Link.tsx';
import { StaffGate } from './StaffGate.tsx';

/** `/elections/new` and `/elections/:id/edit`. */
export default function EditElectionPage({ params: { id } }: { params: Params }) {
  return <StaffGate can="draftBallots">{({ environment }) => <Edit key={id ?? 'new'} id={id ?? null} environmentId={environment.id} />}</StaffGate>;
}

function Edit({ id, environmentId }: { id: string | null; environmentId: string }) {
  const say = useMessages('elections');
  const [, go] = useLocation();
  const surroundings = useQuery(ElectionSurroundingsDocument, { variables: { id: environmentId } });
  const edited = useQuery(EditElectionDocument, id ? { variables: { id }, fetchPolicy: 'network-only' } : { skip: true, variables: { id: '' } });
  if (id && !edited.data && !edited.error) return <PageSkeleton title={say('edit.change')} />;
  return (
    <Loaded result={surroundings} title={say(id ? 'edit.change' : 'edit.title')}>
      {({ environment }) => {
        const election = edited.data?.election ?? null;
        if (!environment || (id && !election)) return <FaultPanel fault={edited.error ?? new ServerFault('NOT_FOUND')} onRetry={() => void edited.refetch()} />;
        const over = id ? <Link href={`/elections/${id}`}>{say('print.back')}</Link> : <Link href="/elections">{say('title')}</Link>;
        return <ElectionEditor around={environment} election={election} over={over} onSaved={(saved) => go(`/elections/${saved}`)} />;
      }}
    </Loaded>
  );
}
