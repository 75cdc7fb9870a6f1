import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { AnswerNominationDocument, WithdrawNominationDocument } from '../../gql/graphql.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { LANGUAGES, languageName } from '../../lib/language-name.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select, TextArea } from '../../ui/Field.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import { ElectionTroubleNotice } from './ElectionTroubleNotice.tsx';
import css from './Elections.module.css';
import { useElectionAct } from './use-election-act.ts';
import { useWriteStatement } from './use-write-statement.ts';
import type { ElectionShown, Group, Nomination } from './view.ts';
import { wordsIn } from './words-in.ts';

interface OwnProps { nomination: Nomination; group: Group; election: ElectionShown; onChanged: () => void }

/** What waits for the viewer who was nominated: the answer, then the statement. */
export function OwnNominations({ election, onChanged }: { election: ElectionShown; onChanged: () => void }) {
  return election.constituencies.flatMap((group) => group.nominations.filter(({ mine }) => mine).map((nomination) => {
    const props = { nomination, group, election, onChanged };
    if (nomination.viewerCan.answer) return <AnswerCard key={nomination.id} {...props} />;
    return nomination.viewerCan.state ? <StatementCard key={nomination.id} {...props} /> : null;
  }));
}

function AnswerCard({ nomination, group, election, onChanged }: OwnProps) {
  const say = useMessages('elections');
  const pick = usePickText();
  const act = useElectionAct(onChanged);
  const [answer] = useMutation(AnswerNominationDocument);
  const send = (accept: boolean) => void act.run(
    async () => (await answer({ variables: { id: nomination.id, accept } })).data?.answerNomination, say(accept ? 'answer.doneYes' : 'answer.doneNo'));
  return (
    <Card marked as="section" aria-labelledby="answer-nomination">
      <Stack gap={4}>
        <h2 id="answer-nomination">{say('answer.title')}</h2>
        <ElectionTroubleNotice trouble={act.trouble} timeZone={election.environment.timeZone} />
        <p>{say('answer.lead', { seat: pick(group.seatName) })}</p>
        <Row>
          <Button busy={act.busy} onClick={() => send(true)}>{say('answer.yes')}</Button>
          <Button kind="secondary" busy={act.busy} onClick={() => send(false)}>{say('answer.no')}</Button>
        </Row>
      </Stack>
    </Card>
  );
}

function StatementCard({ nomination, election, onChanged }: OwnProps) {
  const core = useMessages();
  const say = useMessages('elections');
  const locale = useLocale();
  const { id, statement, viewerCan } = nomination;
  const { statementWords: most, environment: { requiredLocales, timeZone } } = election;
  const own = statement.filter((each) => !each.translated);
  const [texts, set] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(own.map((each) => [each.locale, each.text])));
  const languages = [...new Set([...requiredLocales, ...own.map((each) => each.locale), ...LANGUAGES])];
  const [tag, choose] = useState(() => own[0]?.locale ?? languages.find((each) => each === locale) ?? languages[0] ?? locale);
  const [stepping, ask] = useState(false);
  const write = useWriteStatement(onChanged);
  const step = useElectionAct(onChanged);
  const [withdraw] = useMutation(WithdrawNominationDocument);
  const text = texts[tag] ?? '';
  const count = wordsIn(text);
  const long = count > most;
  const back = () => void step.run(async () => (await withdraw({ variables: { id } })).data?.withdrawNomination, say('own.backDone')).then((done) => done && ask(false));
  return (
    <Card marked as="section" aria-labelledby="own-statement">
      <Stack gap={4}>
        <h2 id="own-statement">{say('own.title')}</h2>
        <p>{say('own.lead')}</p>
        <ElectionTroubleNotice trouble={write.trouble ?? step.trouble} timeZone={timeZone} />
        <Select label={say('own.language')} value={tag} onChange={(event) => choose(event.target.value)}>
          {languages.map((each) => <option key={each} value={each}>{languageName(each, locale)}</option>)}
        </Select>
        <TextArea
          rows={7} lang={tag} label={say('own.label', { language: languageName(tag, locale) })} hint={say('own.hint', { words: most })} value={text}
          error={long ? say('own.tooLong', { count, most }) : undefined} onChange={(event) => set({ ...texts, [tag]: event.target.value })}
        />
        <p className={long ? css['over'] : css['small']} aria-live="polite">{say('own.count', { count, most })}</p>
        {statement.some((each) => each.translated) && <p className={css['small']}>{say('own.losesTranslations')}</p>}
        <Row>
          <Button busy={write.busy} onClick={() => void (long || write.save(id, texts, say('own.saved')))}>{say('own.save')}</Button>
          {viewerCan.withdraw && <Button kind="quiet" onClick={() => ask(true)}>{say('own.back')}</Button>}
        </Row>
        <Dialog open={stepping} title={say('own.backAsk')} onClose={() => ask(false)} closeLabel={core('cancel')} actions={<Button kind="danger" busy={step.busy} onClick={back}>{say('own.back')}</Button>}>
          <p>{say('own.backExplain')}</p>
        </Dialog>
      </Stack>
    </Card>
  );
}
