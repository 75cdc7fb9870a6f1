import { useState } from 'react';
import { AnswerDemandDocument, type DemandShownFragment } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { toast } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import { LanguageAreas, localesOf, type Texts, textsIn } from './LanguageAreas.tsx';
import { NamesTold, tellsNames } from './NamesTold.tsx';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useRemedyAct } from './use-remedy-act.ts';

/** Answers a demand in writing, for those who prepare the body's meetings. */
export function AnswerDemand({ demand: { id, version }, requiredLocales }: { demand: DemandShownFragment; requiredLocales: readonly string[] }) {
  const say = useMessages('remedies');
  const locale = useLocale();
  const act = useRemedyAct();
  const [writing, write] = useState(false);
  const [texts, change] = useState<Texts>({});
  const send = async (said = texts, keepNames = false) => {
    change(said);
    if (await act.run(AnswerDemandDocument, { id, version, answer: textsIn(said), keepNames })) toast(say('remedies.answerDone'));
  };
  if (!writing) return <div><Button kind="secondary" onClick={() => write(true)}>{say('remedies.answer')}</Button></div>;
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <Stack gap={4}>
        <LanguageAreas label={say('remedies.answerLabel')} hint={say('remedies.answerHint')} locales={localesOf(requiredLocales, locale)} texts={texts} onChange={(said) => { change(said); if (tellsNames(act.trouble)) act.forget(); }} />
        <TroubleNotice trouble={act.trouble} />
        <NamesTold trouble={act.trouble} texts={texts} onAgain={(said, keep) => void send(said, keep)} />
        <Row><Button type="submit" busy={act.busy}>{say('remedies.answerSend')}</Button><Button kind="quiet" onClick={() => write(false)}>{say('remedies.cancel')}</Button></Row>
      </Stack>
    </form>
  );
}
