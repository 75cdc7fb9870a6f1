import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { ChooseRosterOrgDocument, CommitRosterImportDocument, DiscardRosterImportDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { useAct } from '../../shell/use-act.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import type { ImportState } from './import-state.ts';
import { countOf } from './ImportCounts.tsx';

const RULES = ['HAS_FAULTS', 'ORG_NOT_CHOSEN', 'UNKNOWN_ORG', 'WRONG_STATE'] as const;

/** What can be done with a preview: nothing while there are faults, else commit or discard. */
export function ImportActs({ import_ }: { import_: ImportState }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const { id, orgs, faultCount, warningCount } = import_;
  const several = orgs.length > 1;
  const previewed = orgs.find(each => each.chosen)?.sourcedId ?? '';
  const [org, setOrg] = useState(previewed);
  const [asking, ask] = useState(false);
  const [choose] = useMutation(ChooseRosterOrgDocument);
  const [commit] = useMutation(CommitRosterImportDocument);
  const [discard] = useMutation(DiscardRosterImportDocument);
  const choosing = useAct(() => choose({ variables: { id, orgSourcedId: org } }));
  const committing = useAct(() => commit({ variables: { input: { id, orgSourcedId: previewed || null } } }));
  const discarding = useAct(() => discard({ variables: { id } }), staff('import.discarded'));
  // What would happen is seen before it can be done.
  const unseen = several && (org !== previewed || !previewed);
  const rules = Object.fromEntries(RULES.map(rule => [rule, staff(`import.rule.${rule}`)]));
  const leaving = countOf(import_, 'PERSON', 'LEAVE');

  return (
    <Stack gap={5}>
      {faultCount > 0 ? (
        <Notice kind="danger" title={staff('import.faulty', { count: faultCount })}><p>{staff('import.faultyHow')}</p></Notice>
      ) : (
        <Notice kind={warningCount > 0 ? 'warn' : 'good'} title={warningCount > 0 ? staff('import.warned', { count: warningCount }) : staff('import.clean')}><p>{staff('import.nothingYet')}</p></Notice>
      )}
      {several && faultCount === 0 && (
        <Choices
          legend={staff('import.org')} hint={staff('import.orgHint')} value={org ? [org] : []} onChange={([value]) => setOrg(value ?? '')}
          choices={orgs.map(each => ({ value: each.sourcedId, label: each.name, hint: staff('people.found', { count: each.people }) }))}
        />
      )}
      <FaultNotice fault={choosing.fault ?? committing.fault ?? discarding.fault} rules={rules} />
      <Row>
        {faultCount === 0 && unseen && <Button disabled={!org} busy={choosing.busy} onClick={() => void choosing.run()}>{staff('import.showOrg')}</Button>}
        {faultCount === 0 && !unseen && <Button busy={committing.busy} onClick={() => ask(true)}>{staff('import.commit')}</Button>}
        <Button kind={faultCount ? 'primary' : 'secondary'} busy={discarding.busy} onClick={() => void discarding.run()}>{staff('import.discard')}</Button>
      </Row>
      <Dialog
        open={asking} title={staff('import.commitAsk')} onClose={() => ask(false)} closeLabel={say('cancel')}
        actions={<Button busy={committing.busy} onClick={() => { ask(false); void committing.run(); }}>{staff('import.commit')}</Button>}
      >
        <ul>
          <li>{staff('import.sum.ADD', { count: countOf(import_, 'PERSON', 'ADD') })}</li>
          <li>{staff('import.sum.CHANGE', { count: countOf(import_, 'PERSON', 'CHANGE') })}</li>
          <li>{staff('import.sum.LEAVE', { count: leaving })}</li>
        </ul>
        {leaving > 0 && <p>{staff('import.leaveMeans')}</p>}
        <p>{staff('import.allOrNothing')}</p>
      </Dialog>
    </Stack>
  );
}
