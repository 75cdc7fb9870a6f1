import { type ReactNode, useState } from 'react';
import { CirculateMinutesDocument } from '../../gql/graphql.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Section, Stack } from '../../ui/Page.tsx';
import css from './Minutes.module.css';
import { type Block, type FoundName, type Gap, isApproved, type Minutes, type MinutesMeeting, nameKey, publicCopy } from './minutes.ts';
import { MinutesText } from './MinutesText.tsx';
import { SaveMinutes } from './SaveMinutes.tsx';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useMinutesAct } from './use-minutes-act.ts';

/** The record as it will be sent: what is still missing, students to be called by their seat, and the way to the members. */
export default function Circulate({ meeting, minutes, tools }: { meeting: MinutesMeeting; minutes: Minutes; tools: (block: Block) => ReactNode }) {
  const core = useMessages();
  const say = useMessages('minutes');
  const pick = usePickText();
  const [decided, decide] = useState<ReadonlyMap<string, Decided>>(new Map());
  const [asking, ask] = useState(false);
  const [asPublic, setPublic] = useState(false);
  const { run, busy, trouble, forget } = useMinutesAct();
  const { id, version, blocks, gaps, studentNamesFound: found } = minutes;
  const open = found.filter((name) => !decided.has(nameKey(name)));
  const sits = meeting.state === 'IN_SESSION';
  const ready = gaps.length === 0 && open.length === 0 && !sits;
  const choose = (name: FoundName, as: Decided) => decide((before) => new Map(before).set(nameKey(name), as));
  const send = async () => {
    const names = found.map((name) => {
      const { blockId, language, start, end } = name;
      const as = decided.get(nameKey(name));
      return { blockId, language, start, end, keep: as === 'KEEP', isWord: as === 'WORD' };
    });
    ask(false);
    await run(CirculateMinutesDocument, { id, version, names });
  };
  // Labels the writer chose are shown as they will stand; kept names stay marked.
  const replaced = found.filter((name) => decided.get(nameKey(name)) === 'SEAT' || (asPublic && decided.get(nameKey(name)) !== 'WORD'));
  const shown = publicCopy(blocks, replaced);
  const marked = replaced.length > 0 ? [] : found;
  return (
    <Stack gap={5}>
      <p className={css['note']}>{say('minutes.record.lead')}</p>
      {sits && <Notice kind="info" title={say('minutes.sits')}><p>{say('minutes.sits.how')}</p></Notice>}
      {gaps.length > 0 && <Gaps meetingId={meeting.id} gaps={gaps} />}
      {found.length > 0 && <Names blocks={blocks} found={found} decided={decided} onChoose={choose} />}
      <TroubleNotice trouble={trouble} />
      <Row>
        <Button aria-disabled={!ready || undefined} aria-describedby={ready ? undefined : 'not-ready'} busy={busy} onClick={() => { forget(); if (ready) ask(true); }}>{say('minutes.circulate')}</Button>
        <Button kind="secondary" aria-pressed={asPublic} onClick={() => setPublic(!asPublic)}>{say('minutes.asPublic')}</Button>
      </Row>
      {!ready && <p id="not-ready" className={css['note']}>{say('minutes.circulate.notYet')}</p>}
      {asPublic && <p role="status" className={css['note']}>{say('minutes.asPublic.how')}</p>}
      <SaveMinutes meeting={meeting} minutes={{ ...minutes, blocks: shown }} />
      <article className={css['paper']} data-draft={isApproved(minutes) ? undefined : say('minutes.watermark')}><MinutesText blocks={shown} found={marked} tools={asPublic ? undefined : tools} /></article>
      <Dialog open={asking} title={say('minutes.circulate.title')} closeLabel={core('cancel')} onClose={() => ask(false)} actions={<Button onClick={() => void send()}>{say('minutes.circulate.verb')}</Button>}>
        <p>{say('minutes.circulate.who', { body: pick(meeting.body.name), environment: meeting.environment.name })}</p>
        <p>{say('minutes.circulate.then')}</p>
      </Dialog>
    </Stack>
  );
}

/** By the seat in both copies; by name in that of the body; or no name, and so as it is in both. */
type Decided = 'SEAT' | 'KEEP' | 'WORD';

/** Where a gap is filled: what happened is recorded in the room, what was planned on the meeting's own page. */
const PLANNED: readonly Gap['part'][] = ['KIND', 'BODY', 'DATE', 'PLACE'];

function Gaps({ meetingId, gaps }: { meetingId: string; gaps: readonly Gap[] }) {
  const say = useMessages('minutes');
  return (
    <Notice kind="warn" title={say('minutes.gaps', { count: gaps.length })}>
      <ul className={css['gaps']}>
        {gaps.map(({ part, about }) => (
          <li key={`${part} ${about.join()}`}><Link href={`/meetings/${meetingId}${PLANNED.includes(part) ? '' : '/room'}`}>{say(`minutes.gap.${part}`)}</Link></li>
        ))}
      </ul>
    </Notice>
  );
}

/** Students named in what was written: each is called by their seat with one press, or stays because somebody says so, or is no student's name at all. */
function Names({ blocks, found, decided, onChoose }: { blocks: readonly Block[]; found: readonly FoundName[]; decided: ReadonlyMap<string, Decided>; onChoose: (name: FoundName, as: Decided) => void }) {
  const say = useMessages('minutes');
  const around = ({ blockId, language, start, end }: FoundName) => {
    const text = blocks.find(({ id }) => id === blockId)?.text.find(({ locale }) => locale === language)?.text ?? '';
    return { before: text.slice(Math.max(0, start - 40), start), name: text.slice(start, end), after: text.slice(end, end + 40) };
  };
  const open = found.filter((name) => !decided.has(nameKey(name)));
  return (
    <Section title={say('minutes.names')}>
      <p className={css['note']}>{say('minutes.names.why')}</p>
      {open.length > 1 && <Row><Button onClick={() => { for (const name of open) onChoose(name, 'SEAT'); }}>{say('minutes.names.all')}</Button></Row>}
      <ul className={css['names']}>
        {found.map((found) => {
          const { before, name, after } = around(found);
          const as = decided.get(nameKey(found));
          return (
            <li key={nameKey(found)}>
              <p lang={found.language} className={css['quote']}>…{before}<mark>{name}</mark>{after}…</p>
              <Row>
                <Button kind={as === 'SEAT' ? 'primary' : 'secondary'} aria-pressed={as === 'SEAT'} onClick={() => onChoose(found, 'SEAT')}>{say('minutes.names.replace', { label: found.label })}</Button>
                <Button kind={as === 'KEEP' ? 'primary' : 'quiet'} aria-pressed={as === 'KEEP'} onClick={() => onChoose(found, 'KEEP')}>{say('minutes.names.keep', { name })}</Button>
                {found.mayBeWord && <Button kind={as === 'WORD' ? 'primary' : 'quiet'} aria-pressed={as === 'WORD'} onClick={() => onChoose(found, 'WORD')}>{say('minutes.names.word')}</Button>}
              </Row>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
