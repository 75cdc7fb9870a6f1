import { useQuery } from '@apollo/client/react';
import { BallotCheckpointsDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { toast } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Row, Section, Stack } from '../../ui/Page.tsx';
import css from './Office.module.css';

/** Signed anew every five minutes while voting lasts, and for the last time right after the close. */
const EVERY_MS = { OPEN: 60_000, CLOSED: 5000 };

/** How far each log has come, signed: for the committee to keep elsewhere, since a copy is what nobody can rewrite. */
export function Checkpoints({ ballotId, state }: { ballotId: string; state: keyof typeof EVERY_MS }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const { data } = useQuery(BallotCheckpointsDocument, { variables: { id: ballotId }, fetchPolicy: 'cache-and-network', pollInterval: EVERY_MS[state] });
  const checkpoints = data?.ballot?.checkpoints;
  if (!checkpoints) return null;
  const copy = (note: string) => void navigator.clipboard.writeText(note).then(() => toast(staff('office.checkpointCopied')), () => toast(staff('office.checkpointNotCopied')));
  return (
    <Section title={staff('office.checkpoints')}>
      <Stack gap={4}>
        <p>{staff('office.checkpointsLead')}</p>
        {checkpoints.map(({ constituency, size, note }) => {
          const group = say(`constituency.${constituency}`);
          return (
            <div key={constituency}>
              <Stack gap={3}>
                <h3 className={css['h3']}>{group}{size !== null && <> <span className={css['note']}>{staff('office.checkpointSize', { size })}</span></>}</h3>
                {note === null ? <p>{staff('office.checkpointNone')}</p> : <>
                  <pre className={css['checkpoint']} translate="no">{note}</pre>
                  <Row><Button kind="secondary" aria-label={staff('office.checkpointCopyOf', { group })} onClick={() => copy(note)}>{staff('office.checkpointCopy')}</Button></Row>
                </>}
              </Stack>
            </div>
          );
        })}
      </Stack>
    </Section>
  );
}
