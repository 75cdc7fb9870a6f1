import { type ReactNode, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { DraftProposalDocument, type EditProposalQuery, ReviseProposalDocument } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useLeaveGuard } from '../../shell/use-leave-guard.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Checkbox, Choices } from '../../ui/Choices.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Select } from '../../ui/Field.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Row, Stack } from '../../ui/Page.tsx';
import { type Draft, emptyDraft, fromProposal, QUORUMS, type QuorumName, toInput } from './draft.ts';
import type { Picked } from './PersonPicker.tsx';
import css from './Rounds.module.css';
import { TeamFields } from './TeamFields.tsx';
import { TroubleNotice, useFaultWords } from './TroubleNotice.tsx';
import { useProposalAct } from './use-proposal-act.ts';
import { WordsFields } from './WordsFields.tsx';

export interface Around {
  readonly environmentId: string;
  readonly requiredLocales: readonly string[];
  readonly sizes: ReadonlyMap<string, number>;
  /** Who writes; leads the rounds unless somebody else is chosen. */
  readonly viewer: Picked;
  readonly finds: boolean;
}

/** Writes a proposal: what is proposed, how the team decides, who takes part, who leads, who may read it. */
export function ProposalEditor({ around, proposal, over }: { around: Around; proposal: EditProposalQuery['proposal']; over: ReactNode }) {
  const core = useMessages();
  const say = useMessages('rounds');
  const locale = useLocale();
  const [, go] = useLocation();
  const [draft, setDraft] = useState<Draft>(() => (proposal ? fromProposal(proposal, around.viewer) : emptyDraft(around.viewer)));
  const [touched, touch] = useState(false);
  const saved = useRef(false);
  const act = useProposalAct();
  const faultWords = useFaultWords();
  useLeaveGuard(touched && !act.busy && !saved.current, say('rounds.edit.unsaved'));
  const set = (part: Partial<Draft>) => { touch(true); setDraft((before) => ({ ...before, ...part })); };
  const faults = act.trouble?.kind === 'FAULTY' ? act.trouble.faults : [];
  const error = (field: string) => faults.filter((fault) => fault.field === field).map(faultWords)[0];
  const locales = [...new Set([...(around.requiredLocales.length ? around.requiredLocales : [locale]), ...Object.keys(draft.words.title), ...Object.keys(draft.words.body)])];
  const save = async () => {
    const input = toInput(draft, around.environmentId);
    const done = proposal
      ? await act.run(ReviseProposalDocument, { id: proposal.id, version: proposal.version, input }, say('rounds.edit.saved'))
      : await act.run(DraftProposalDocument, { input }, say('rounds.edit.saved'));
    if (!done) return;
    saved.current = true;
    go(`/rounds/${done.id}`);
  };
  return (
    <Page wide title={say('rounds.edit.title')} lead={say('rounds.edit.lead')} over={over}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <Stack gap={5}>
          <ErrorSummary title={core('formFaults')} faults={faults.map((fault) => ({ id: `proposal-${fault.field}`, text: faultWords(fault) }))} />
          {act.trouble?.kind !== 'FAULTY' && <TroubleNotice trouble={act.trouble} />}
          <WordsFields id="proposal" words={draft.words} locales={locales} errors={{ title: error('title'), body: error('body') }} onChange={(words) => set({ words })} />
          <div className={css['narrow']}>
            <Stack gap={5}>
              <Choices
                legend={say('rounds.edit.kind')} value={[draft.kind]} onChange={([kind]) => set({ kind: kind === 'FIST_TO_FIVE' ? 'FIST_TO_FIVE' : 'CONSENT' })}
                choices={(['CONSENT', 'FIST_TO_FIVE'] as const).map((each) => ({ value: each, label: say(`rounds.kind.${each}`), hint: say(`rounds.edit.kindHint.${each}`) }))}
              />
              <TeamFields draft={draft} environmentId={around.environmentId} sizes={around.sizes} finds={around.finds} error={error} set={set} />
              <Select label={say('rounds.edit.quorum')} value={draft.quorum} onChange={(event) => set({ quorum: event.target.value as QuorumName })}>
                {(Object.keys(QUORUMS) as QuorumName[]).map((each) => <option key={each} value={each}>{say(`rounds.edit.quorum.${each}`)}</option>)}
              </Select>
              <Checkbox id="proposal-publicRecord" label={say('rounds.edit.public')} hint={say('rounds.edit.publicHint')} checked={draft.publicRecord} onChange={(publicRecord) => set({ publicRecord })} />
            </Stack>
          </div>
          <Row>
            <Button type="submit" busy={act.busy}>{say('rounds.edit.save')}</Button>
            {proposal && <Link href={`/rounds/${proposal.id}`} className={buttonClass('quiet')}>{say('rounds.edit.cancel')}</Link>}
          </Row>
        </Stack>
      </form>
    </Page>
  );
}
