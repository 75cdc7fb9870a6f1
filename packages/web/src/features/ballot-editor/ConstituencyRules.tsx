import { useState } from 'react';
import type { MajorityBase, QuorumKind } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Card } from '../../ui/Card.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';
import type { DraftConstituency } from './draft.ts';
import css from './Editor.module.css';
import { MAJORITIES, type Majority, type MajorityPreset, presetOf, type Quorum, quorumToday } from './rules.ts';

interface ConstituencyRulesProps {
  value: DraftConstituency;
  /** People in the constituency today. */
  size: number;
  /** Whether the ballot asks yes or no, which alone has a majority. */
  asks: boolean;
  quorumError: string | undefined;
  majorityError: string | undefined;
  onChange: (value: DraftConstituency) => void;
}

/** Quorum and majority of one constituency, chosen in words. */
export function ConstituencyRules({ value, size, asks, quorumError, majorityError, onChange }: ConstituencyRulesProps) {
  const say = useMessages();
  const { constituency, quorum, majority } = value;
  return (
    <Card as="section" aria-label={say(`constituency.${constituency}`)}>
      <Stack gap={4}>
        <h2>{say(`constituency.${constituency}`)}</h2>
        <div className={css['rules']}>
          <QuorumFields id={`ballot-quorum-${constituency}`} value={quorum} size={size} error={quorumError} onChange={next => onChange({ ...value, quorum: next })} />
          {asks && <MajorityFields id={`ballot-majority-${constituency}`} value={majority} error={majorityError} onChange={next => onChange({ ...value, majority: next })} />}
        </div>
      </Stack>
    </Card>
  );
}

const KINDS = ['NONE', 'SHARE_OF_ROLL', 'COUNT'] as const satisfies readonly QuorumKind[];

function QuorumFields({ id, value, size, error, onChange }: { id: string; value: Quorum; size: number; error: string | undefined; onChange: (value: Quorum) => void }) {
  const staff = useMessages('staff');
  const needed = quorumToday(value, size);
  return (
    <Stack gap={3}>
      <Select id={id} label={staff('editor.quorum')} hint={staff('editor.quorumHint')} error={error} value={value.kind} onChange={event => onChange({ ...value, kind: event.target.value as QuorumKind })}>
        {KINDS.map(kind => <option key={kind} value={kind}>{staff(`editor.quorum.${kind}`)}</option>)}
      </Select>
      {value.kind === 'SHARE_OF_ROLL' && <Fraction of={value} top={staff('editor.numerator')} bottom={staff('editor.denominator')} onChange={part => onChange({ ...value, ...part })} />}
      {value.kind === 'COUNT' && <TextField type="number" inputMode="numeric" min={1} label={staff('editor.count')} value={value.count || ''} onChange={event => onChange({ ...value, count: Number(event.target.value) })} />}
      {needed !== null && size > 0 && <p className={css['note']} aria-live="polite">{staff('editor.quorumToday', { needed, size })}</p>}
    </Stack>
  );
}

function MajorityFields({ id, value, error, onChange }: { id: string; value: Majority; error: string | undefined; onChange: (value: Majority) => void }) {
  const staff = useMessages('staff');
  // Chosen by hand, "another share" stays open even while the numbers happen to be a known one.
  const [other, setOther] = useState(() => presetOf(value) === 'OTHER');
  const preset: MajorityPreset = other ? 'OTHER' : presetOf(value);
  const choose = (name: MajorityPreset) => {
    setOther(name === 'OTHER');
    if (name !== 'OTHER') onChange(MAJORITIES[name]);
  };
  return (
    <Stack gap={3}>
      <Select id={id} label={staff('editor.majority')} hint={staff('editor.majorityHint')} error={error} value={preset} onChange={event => choose(event.target.value as MajorityPreset)}>
        {([...Object.keys(MAJORITIES), 'OTHER'] as MajorityPreset[]).map(name => <option key={name} value={name}>{staff(`editor.majority.${name}`)}</option>)}
      </Select>
      {preset === 'OTHER' && (
        <>
          <Select label={staff('editor.compare')} value={value.atLeast ? 'AT_LEAST' : 'MORE'} onChange={event => onChange({ ...value, atLeast: event.target.value === 'AT_LEAST' })}>
            <option value="MORE">{staff('editor.moreThan')}</option>
            <option value="AT_LEAST">{staff('editor.atLeast')}</option>
          </Select>
          <Fraction of={value} top={staff('editor.numerator')} bottom={staff('editor.denominator')} onChange={part => onChange({ ...value, ...part })} />
          <Select label={staff('editor.base')} value={value.base} onChange={event => onChange({ ...value, base: event.target.value as MajorityBase })}>
            <option value="CAST">{staff('editor.base.CAST')}</option>
            <option value="PRESENT">{staff('editor.base.PRESENT')}</option>
            <option value="ROLL">{staff('editor.base.ROLL')}</option>
          </Select>
        </>
      )}
    </Stack>
  );
}

function Fraction({ of, top, bottom, onChange }: { of: { numerator: number; denominator: number }; top: string; bottom: string; onChange: (part: { numerator: number } | { denominator: number }) => void }) {
  return (
    <div className={css['fraction']}>
      <TextField type="number" inputMode="numeric" min={1} label={top} value={of.numerator || ''} onChange={event => onChange({ numerator: Number(event.target.value) })} />
      <TextField type="number" inputMode="numeric" min={1} label={bottom} value={of.denominator || ''} onChange={event => onChange({ denominator: Number(event.target.value) })} />
    </div>
  );
}
