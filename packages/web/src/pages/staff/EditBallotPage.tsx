import { useQuery } from '@apollo/client/react';
import { useLocation } from 'wouter';
import { ServerFault } from '../../apollo/faults.ts';
import { BallotEditor } from '../../features/ballot-editor/BallotEditor.tsx';
import type { Surroundings } from '../../features/ballot-editor/step.ts';
import { Preparation } from '../../features/ballot-office/Preparation.tsx';
import { EditBallotDocument, EditorSurroundingsDocument, type EditorSurroundingsQuery } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Params } from '../../page-module.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { PageSkeleton } from '../../shell/PageSkeleton.tsx';
import { Link } from '../../ui/Link.tsx';
import { StaffGate } from './StaffGate.tsx';

/** `/ballots/new` and `/ballots/:id/edit`. */
export default function EditBallotPage({ params: { id } }: { params: Params }) {
  return <StaffGate can="draftBallots">{({ environment }) => <Edit key={id ?? 'new'} id={id ?? null} environmentId={environment.id} />}</StaffGate>;
}

const around = ({ id, name, timeZone, requiredLocales, constituencies }: NonNullable<EditorSurroundingsQuery['environment']>): Surroundings => ({
  id, name, timeZone, requiredLocales, sizes: new Map(constituencies.map(each => [each.constituency, each.size])),
});

function Edit({ id, environmentId }: { id: string | null; environmentId: string }) {
  const say = useMessages();
  const [, go] = useLocation();
  const surroundings = useQuery(EditorSurroundingsDocument, { variables: { id: environmentId } });
  const edited = useQuery(EditBallotDocument, id ? { variables: { id }, fetchPolicy: 'network-only' } : { skip: true, variables: { id: '' } });
  const over = id ? <Link href={`/ballots/${id}`}>{say('ballot.office')}</Link> : <Link href="/ballots">{say('ballots.title')}</Link>;
  if (id && !edited.data && !edited.error) return <PageSkeleton />;
  return (
    <Loaded result={surroundings}>
      {({ environment }) => {
        const ballot = edited.data?.ballot ?? null;
        if (!environment || (id && !ballot)) return <FaultPanel fault={edited.error ?? new ServerFault('NOT_FOUND')} onRetry={() => void edited.refetch()} />;
        const place = around(environment);
        return (
          <BallotEditor
            around={place} ballot={ballot} over={over}
            finish={saved => <Preparation ballot={saved} sizes={place.sizes} timeZone={place.timeZone} editable={false} onChanged={done => done && go(`/ballots/${saved.id}`)} />}
          />
        );
      }}
    </Loaded>
  );
}
