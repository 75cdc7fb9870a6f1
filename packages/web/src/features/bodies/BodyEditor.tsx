import { type ReactNode, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { type BodyKind, CreateBodyDocument, ReviseBodyDocument } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useLeaveGuard } from '../../shell/use-leave-guard.ts';
import { toast } from '../../ui/announce.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Checkbox, Choices } from '../../ui/Choices.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Row, Stack } from '../../ui/Page.tsx';
import css from './Bodies.module.css';
import { AUTHORITIES, type Body, KINDS, LAWS, usual } from './body.ts';
import { LanguageTexts } from './LanguageTexts.tsx';
import { localesOf, textsIn, textsOf } from './texts.ts';
import { TroubleNotice, useFaultWords } from './TroubleNotice.tsx';
import { useBodyAct } from './use-body-act.ts';

const draftOf = (body: Body | null) => ({
  name: textsOf(body?.name ?? []), remit: textsOf(body?.remit ?? []), kind: body?.kind ?? ('SSC' as BodyKind), meetingLaw: body?.meetingLaw ?? usual('SSC').meetingLaw,
  authority: body?.authority ?? usual('SSC').authority, studentSeats: body?.studentSeats ?? false,
});

interface BodyEditorProps {
  environmentId: string;
  requiredLocales: readonly string[];
  body: Body | null;
  over: ReactNode;
}

/** Words, kind, law and authority of a body, new or known. The kind brings what is usual with it, until somebody says otherwise. */
export function BodyEditor({ environmentId, requiredLocales, body, over }: BodyEditorProps) {
  const core = useMessages();
  const say = useMessages('bodies');
  const locale = useLocale();
  const [, go] = useLocation();
  const [draft, setDraft] = useState(() => draftOf(body));
  const [touched, touch] = useState(false);
  const saved = useRef(false);
  const act = useBodyAct();
  const faultWords = useFaultWords(draft.meetingLaw);
  useLeaveGuard(touched && !act.busy && !saved.current, say('bodies.edit.unsaved'));
  const set = (part: Partial<typeof draft>) => { touch(true); setDraft((before) => ({ ...before, ...part })); };
  const faults = act.trouble?.kind === 'FAULTY' ? act.trouble.faults : [];
  const error = (field: string) => faults.filter((fault) => fault.field === field).map(faultWords)[0];
  const locales = localesOf(requiredLocales, locale, draft.name, draft.remit);
  const save = async () => {
    const input = { ...draft, name: textsIn(draft.name), remit: textsIn(draft.remit) };
    const done = await (body ? act.run(ReviseBodyDocument, { id: body.id, version: body.version, input }) : act.run(CreateBodyDocument, { environmentId, input }));
    if (!done) return;
    saved.current = true;
    toast(say('bodies.edit.saved'));
    go(`/bodies/${done.id}`);
  };
  return (
    <Page wide title={say(body ? 'bodies.edit.change' : 'bodies.edit.new')} lead={!body && say('bodies.edit.lead')} over={over}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <Stack gap={5}>
          <ErrorSummary title={core('formFaults')} faults={faults.map((fault) => ({ id: `body-${fault.field}`, text: faultWords(fault) }))} />
          {act.trouble?.kind !== 'FAULTY' && <TroubleNotice trouble={act.trouble} law={draft.meetingLaw} />}
          <LanguageTexts id="body-name" label={say('bodies.field.name')} hint={say('bodies.edit.nameHint')} error={error('name')} locales={locales} texts={draft.name} most={200} onChange={(name) => set({ name })} />
          <LanguageTexts id="body-remit" label={say('bodies.field.remit')} hint={say('bodies.edit.remitHint')} error={error('remit')} locales={locales} texts={draft.remit} most={4000} long onChange={(remit) => set({ remit })} />
          <div className={css['narrow']}>
            <Stack gap={5}>
              <Choices
                legend={say('bodies.edit.kind')} value={[draft.kind]} choices={KINDS.map((each) => ({ value: each, label: say(`bodies.kind.${each}`), hint: say(`bodies.kindHint.${each}`) }))}
                onChange={([next]) => { const kind = KINDS.find((each) => each === next) ?? draft.kind; set({ kind, ...usual(kind) }); }}
              />
              <Choices
                id="body-meetingLaw" legend={say('bodies.edit.law')} error={error('meetingLaw')} value={[draft.meetingLaw]} choices={LAWS.map((each) => ({ value: each, label: say(`bodies.law.${each}`), hint: say(`bodies.law.${each}.hint`) }))}
                onChange={([next]) => set({ meetingLaw: LAWS.find((each) => each === next) ?? draft.meetingLaw })}
              />
              <Choices
                legend={say('bodies.edit.authority')} value={[draft.authority]} choices={AUTHORITIES.map((each) => ({ value: each, label: say(`bodies.authority.${each}`), hint: say(`bodies.authority.${each}.hint`) }))}
                onChange={([next]) => set({ authority: AUTHORITIES.find((each) => each === next) ?? draft.authority })}
              />
              <Checkbox label={say('bodies.edit.students')} hint={say('bodies.edit.studentsHint')} checked={draft.studentSeats} onChange={(studentSeats) => set({ studentSeats })} />
            </Stack>
          </div>
          <Row>
            <Button type="submit" busy={act.busy}>{say(body ? 'bodies.edit.save' : 'bodies.edit.create')}</Button>
            <Link href={body ? `/bodies/${body.id}` : '/bodies'} className={buttonClass('quiet')}>{core('cancel')}</Link>
          </Row>
        </Stack>
      </form>
    </Page>
  );
}
