import { BylawsEditor } from '../../features/bodies/BylawsEditor.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Params } from '../../page-module.ts';
import { StaffGate } from '../staff/StaffGate.tsx';
import { KnownBody } from './KnownBody.tsx';

/** `/bodies/:id/bylaws`: another version, from the one in force. */
export default function EditBylawsPage({ params: { id = '' } }: { params: Params }) {
  const say = useMessages('bodies');
  return (
    <StaffGate can="draftBallots">
      {() => <KnownBody id={id} title={say('bodies.bylawsForm.title')}>{(body, over) => <BylawsEditor key={body.id} body={body} over={over} />}</KnownBody>}
    </StaffGate>
  );
}
