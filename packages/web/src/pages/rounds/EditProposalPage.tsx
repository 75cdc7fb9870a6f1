import { useQuery } from '@apollo/client/react';
import { ServerFault } from '../../apollo/faults.ts';
import { ProposalEditor } from '../../features/rounds/ProposalEditor.tsx';
import { EditProposalDocument, ProposalSurroundingsDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Params } from '../../page-module.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { PageSkeleton } from '../../shell/PageSkeleton.tsx';
import { useViewer, type Viewer } from '../../shell/use-viewer.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';

/** `/rounds/new`, for those who prepare, and `/rounds/:id/edit`, also for the draft's facilitator. */
export default function EditProposalPage({ params: { id } }: { params: Params }) {
  const viewer = useViewer();
  if (viewer === undefined) return <PageSkeleton />;
  const retry = () => location.reload();
  if (viewer === null) return <FaultPanel fault={new ServerFault('UNAUTHENTICATED')} onRetry={retry} />;
  if (!id && !viewer.environment.viewerCan.draftBallots) return <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={retry} />;
  return <Edit key={`${id} ${viewer.id}`} id={id ?? null} viewer={viewer} />;
}

function Edit({ id, viewer: { environment, person } }: { id: string | null; viewer: Viewer }) {
  const say = useMessages('rounds');
  const surroundings = useQuery(ProposalSurroundingsDocument, { variables: { id: environment.id } });
  const edited = useQuery(EditProposalDocument, id ? { variables: { id }, fetchPolicy: 'no-cache' } : { skip: true, variables: { id: '' } });
  if (id && !edited.data && !edited.error) return <PageSkeleton />;
  return (
    <Loaded result={surroundings}>
      {({ environment: around }) => {
        const proposal = edited.data?.proposal ?? null;
        if (!around || (id && !proposal)) return <FaultPanel fault={edited.error ?? new ServerFault('NOT_FOUND')} onRetry={() => void edited.refetch()} />;
        const over = <Link href={proposal ? `/rounds/${proposal.id}` : '/rounds'}>{say('rounds.title')}</Link>;
        if (proposal && !proposal.viewerCan.edit) return <Page title={say('rounds.edit.closed.title')} over={over}><Notice kind="warn">{say('rounds.edit.closed')}</Notice></Page>;
        return (
          <ProposalEditor
            proposal={proposal} over={over}
            around={{
              environmentId: environment.id, requiredLocales: around.requiredLocales, sizes: new Map(around.constituencies.map((each) => [each.constituency, each.size])),
              viewer: { id: person.id, displayName: person.displayName }, finds: environment.viewerCan.seePeople,
            }}
          />
        );
      }}
    </Loaded>
  );
}
