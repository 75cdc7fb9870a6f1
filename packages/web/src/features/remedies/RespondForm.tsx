import { useState } from 'react';
import { type RecommendationShownFragment, RespondToRecommendationDocument, type ResponseKind } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { toast } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import { LanguageAreas, localesOf, type Texts, textsIn, textsOf } from './LanguageAreas.tsx';
import css from './Remedies.module.css';
import { NamesTold, tellsNames } from './NamesTold.tsx';
import { TroubleNotice } from './TroubleNotice.tsx';
import { missingIn, useRemedyAct } from './use-remedy-act.ts';
import { noon } from './words.ts';

const KINDS: readonly ResponseKind[] = ['ACCEPTED', 'IN_PART', 'DECLINED'];
/** What stands for the chair's own word among the grounds. */
const CHAIR = 'CHAIR';

/** Writes the deciding body's answer, keeps it as a draft, and gives it for good. */
export function RespondForm({ recommendation: { id, version, motions, requiredLocales, response, to, viewerCan } }: { recommendation: RecommendationShownFragment }) {
  const say = useMessages('remedies');
  const locale = useLocale();
  const pick = usePickText();
  const dates = useDates(to.environment.timeZone);
  const act = useRemedyAct();
  const [kind, choose] = useState<ResponseKind | null>(response?.kind ?? null);
  const [texts, write] = useState<Texts>(textsOf(response?.text ?? []));
  const [ground, rest] = useState<string | null>(response?.motionId ?? motions[0]?.id ?? (viewerCan.giveAsChair ? CHAIR : null));
  const grounds = [
    ...motions.map((motion) => ({ value: motion.id, label: say('remedies.respond.motion', { day: dates.day(noon(motion.decidedOn)), text: pick(motion.text) }) })),
    ...(viewerCan.giveAsChair ? [{ value: CHAIR, label: say('remedies.respond.chair') }] : []),
  ];
  const send = async (give: boolean, said = texts, keepNames = false) => {
    if (kind === null) return;
    write(said);
    const input = { kind, text: textsIn(said), keepNames, motionId: ground === CHAIR ? null : ground, give };
    if (await act.run(RespondToRecommendationDocument, { id, version, input })) toast(say(give ? 'remedies.respond.given' : 'remedies.respond.kept'));
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send(true); }}>
      <Stack gap={5}>
        <div className={css['narrow']}><Choices legend={say('remedies.respond.kind')} choices={KINDS.map((value) => ({ value, label: say(`remedies.kind.${value}`) }))} value={kind ? [kind] : []} onChange={([value]) => choose(value as ResponseKind)} /></div>
        <LanguageAreas label={say('remedies.respond.text')} hint={say('remedies.respond.textHint')} locales={localesOf(requiredLocales, locale)} missing={missingIn(act.trouble)} texts={texts} onChange={(said) => { write(said); if (tellsNames(act.trouble)) act.forget(); }} />
        {grounds.length > 0
          ? <div className={css['narrow']}><Choices legend={say('remedies.respond.ground')} choices={grounds} value={ground ? [ground] : []} onChange={([value]) => rest(value ?? null)} /></div>
          : <p>{say('remedies.respond.noMotion')}</p>}
        <TroubleNotice trouble={act.trouble} />
        <NamesTold trouble={act.trouble} texts={texts} onAgain={(said, keep) => void send(true, said, keep)} />
        {grounds.length > 0 && <p className={css['small']}>{say('remedies.respond.giveHow')}</p>}
        <Row>
          {grounds.length > 0 && <Button type="submit" disabled={kind === null} busy={act.busy}>{say('remedies.respond.give')}</Button>}
          <Button kind="secondary" disabled={kind === null} busy={act.busy} onClick={() => void send(false)}>{say('remedies.respond.keep')}</Button>
        </Row>
      </Stack>
    </form>
  );
}
