import { useQuery } from '@apollo/client/react';
import { ServerFault } from '../../apollo/faults.ts';
import { BodyEditor } from '../../features/bodies/BodyEditor.tsx';
import { BodySurroundingsDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Params } from '../../page-module.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { Link } from '../../ui/Link.tsx';
import { StaffGate } from '../staff/StaffGate.tsx';
import { KnownBody } from './KnownBody.tsx';

/** `/bodies/new` and `/bodies/:id/edit`. */
export default function EditBodyPage({ params: { id } }: { params: Params }) {
  const say = useMessages('bodies');
  return (
    <StaffGate can="draftBallots">
      {({ environment }) => id
        ? (
          <KnownBody id={id} title={say('bodies.edit.change')}>
            {(body, over) => <BodyEditor key={body.id} environmentId={body.environment.id} requiredLocales={body.environment.requiredLocales} body={body} over={over} />}
          </KnownBody>
        )
        : <New environmentId={environment.id} />}
    </StaffGate>
  );
}

function New({ environmentId }: { environmentId: string }) {
  const say = useMessages('bodies');
  const result = useQuery(BodySurroundingsDocument, { variables: { id: environmentId } });
  return (
    <Loaded result={result} title={say('bodies.edit.new')}>
      {({ environment }) => environment
        ? <BodyEditor environmentId={environmentId} requiredLocales={environment.requiredLocales} body={null} over={<Link href="/bodies">{say('bodies.title')}</Link>} />
        : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch().catch(() => {})} />}
    </Loaded>
  );
}
