import { useEffect, useRef, useState } from 'react';
import { MovePaperDocument, RenamePaperDocument, WithdrawPaperDocument } from '../../gql/graphql.ts';
import { LocalText, usePickText } from '../../i18n/LocalText.tsx';
import { useLocale } from '../../i18n/locale-store.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useLeaveGuard } from '../../shell/use-leave-guard.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { FilePicker } from '../../ui/FilePicker.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section, Stack } from '../../ui/Page.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { FileFault } from './FileFault.tsx';
import type { Item, Meeting, Paper } from './meeting.ts';
import { limitIn, sizeIn } from './paper-words.ts';
import { Late, PaperLink } from './PaperList.tsx';
import css from './Papers.module.css';
import { TroubleNotice } from './TroubleNotice.tsx';
import { PAPER_ENDINGS } from './upload-file.ts';
import { useGiveBack } from './use-give-back.ts';
import { useMeetingAct } from './use-meeting-act.ts';
import { type Sending, usePaperQueue } from './use-paper-queue.ts';

const ACCEPT = PAPER_ENDINGS.map((ending) => `.${ending}`).join(',');

/** The papers of every item, as those who prepare the meeting keep them. */
export function PapersEditor({ meeting }: { meeting: Meeting }) {
  const say = useMessages('papers');
  const locale = useLocale();
  const dates = useDates(meeting.environment.timeZone);
  const { queue, add, again, drop } = usePaperQueue(meeting, (title) => announce(say('papers.added', { title })));
  useLeaveGuard(queue.length > 0, say('papers.leaveAsk'));
  const { agenda, latestPosting, notices } = meeting;
  const [opened] = useState(() => Date.now());
  const late = notices.length > 0 && latestPosting != null && opened > Date.parse(latestPosting);
  return (
    <Stack gap={5}>
      <p>{say(notices.length > 0 ? 'papers.posted' : 'papers.draft')}</p>
      <p className={css['note']}>{say('papers.addHint', { most: limitIn(locale, meeting.mostFileBytes) })}</p>
      {late && <Notice kind="info" title={say('papers.late.title')}><p>{say('papers.late', { when: dates.dayTime(latestPosting) })}</p></Notice>}
      {agenda.length === 0 && <p>{say('papers.noItems')}</p>}
      {agenda.map((item) => (
        <ItemPapers key={item.id} item={item} meeting={meeting} sending={queue.filter(({ itemId }) => itemId === item.id)} onPick={(files) => add(item.id, files)} onAgain={again} onDrop={drop} />
      ))}
    </Stack>
  );
}

interface ItemPapersProps {
  item: Item;
  meeting: Meeting;
  sending: readonly Sending[];
  onPick: (files: readonly File[]) => void;
  onAgain: (key: number) => void;
  onDrop: (key: number) => void;
}

function ItemPapers({ item, meeting, sending, onPick, onAgain, onDrop }: ItemPapersProps) {
  const say = useMessages('papers');
  const pick = usePickText();
  const act = useMeetingAct();
  const [asked, ask] = useState<{ readonly paper: Paper; readonly what: 'RENAME' | 'WITHDRAW' } | null>(null);
  /** A new field for each choice: the same file may be chosen again. */
  const [turn, setTurn] = useState(0);
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    document.getElementById(next.current)?.focus();
    next.current = null;
  });
  const { papers } = item;
  const move = async (paper: Paper, position: number, way: 'up' | 'down') => {
    if (act.busy || position < 1 || position > papers.length) return;
    if (!await act.run(MovePaperDocument, { id: meeting.id, version: meeting.version, paperId: paper.id, position })) return;
    setTimeout(() => document.getElementById(`${way}-${paper.id}`)?.focus());
    announce(say('papers.moved', { title: paper.title, position, count: papers.length }));
  };
  const posted = item.state !== 'PROPOSED';
  return (
    <Section title={<span id={`item-${item.id}`}><span className={css['label']}>{item.label}</span> <LocalText of={item.title} /></span>}>
      <div className={css['item']}>
        <TroubleNotice trouble={act.trouble} timeZone={meeting.environment.timeZone} />
        {papers.length > 0 && (
          <ul className={css['list']}>
            {papers.map((paper, at) => (
              <li key={paper.id} className={css['row']}>
                <div><PaperLink paper={paper} /> <Late paper={paper} timeZone={meeting.environment.timeZone} /></div>
                <div className={css['acts']}>
                  <Button id={`rename-${paper.id}`} kind="secondary" aria-label={say('papers.act.rename', { title: paper.title })} onClick={() => ask({ paper, what: 'RENAME' })}>{say('papers.rename')}</Button>
                  {papers.length > 1 && (['up', 'down'] as const).map((way) => {
                    const position = at + (way === 'up' ? 0 : 2);
                    const possible = position >= 1 && position <= papers.length;
                    return <Button key={way} id={`${way}-${paper.id}`} kind="quiet" aria-disabled={!possible || undefined} aria-label={say(`papers.act.${way}`, { title: paper.title })} onClick={() => void move(paper, position, way)}>{say(`papers.${way}`)}</Button>;
                  })}
                  <Button kind="quiet" aria-label={say('papers.act.withdraw', { title: paper.title })} onClick={() => ask({ paper, what: 'WITHDRAW' })}>{say('papers.withdraw')}</Button>
                </div>
              </li>
            ))}
          </ul>
        )}
        {sending.map((each) => <SendingRow key={each.key} sending={each} meeting={meeting} onAgain={() => onAgain(each.key)} onDrop={() => onDrop(each.key)} />)}
        <FilePicker
          key={turn} id={`add-${item.id}`} multiple accept={ACCEPT} label={say('papers.add', { title: `${item.label} ${pick(item.title)}` })}
          onPick={(files) => { onPick(files); next.current = `add-${item.id}`; setTurn((before) => before + 1); }}
        />
      </div>
      {asked?.what === 'RENAME' && <RenameDialog meeting={meeting} paper={asked.paper} onClose={() => ask(null)} />}
      {asked?.what === 'WITHDRAW' && <WithdrawDialog meeting={meeting} paper={asked.paper} posted={posted} onClose={() => ask(null)} onDone={() => { ask(null); next.current = `add-${item.id}`; announce(say('papers.withdrawn', { title: asked.paper.title })); }} />}
    </Section>
  );
}

function SendingRow({ sending: { file, sent, state, total, trouble, uploadId }, meeting, onAgain, onDrop }: { sending: Sending; meeting: Meeting; onAgain: () => void; onDrop: () => void }) {
  const core = useMessages();
  const say = useMessages('papers');
  const locale = useLocale();
  const size = { done: sizeIn(locale, sent), total: sizeIn(locale, total) };
  return (
    <div className={css['row']}>
      {state === 'WAITING' && <p>{say('papers.waiting', { name: file.name })}</p>}
      {state === 'SENDING' && <Progress label={uploadId === null && sent < total ? say('papers.sending', { name: file.name, ...size }) : say('papers.checking', { name: file.name })} done={sent} total={total} />}
      {state === 'FAILED' && (trouble?.kind === 'FAILED'
        ? <><p><strong>{file.name}</strong></p><FileFault fault={trouble.fault} name={file.name} /></>
        : <><p><strong>{file.name}</strong></p><TroubleNotice trouble={trouble} timeZone={meeting.environment.timeZone} /></>)}
      <div className={css['acts']}>
        {state === 'FAILED' && <Button kind="secondary" aria-label={say('papers.againName', { name: file.name })} onClick={onAgain}>{say('papers.again')}</Button>}
        <Button kind="quiet" aria-label={say('papers.dropName', { name: file.name })} onClick={onDrop}>{state === 'FAILED' ? say('papers.drop') : core('cancel')}</Button>
      </div>
    </div>
  );
}

function RenameDialog({ meeting, paper, onClose }: { meeting: Meeting; paper: Paper; onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('papers');
  useGiveBack();
  const act = useMeetingAct();
  const [title, setTitle] = useState(paper.title);
  const [tried, setTried] = useState(false);
  const missing = title.trim() === '';
  const send = async () => {
    setTried(true);
    if (missing || !await act.run(RenamePaperDocument, { id: meeting.id, version: meeting.version, paperId: paper.id, title: title.trim() })) return;
    announce(say('papers.renamed', { title: title.trim() }));
    onClose();
  };
  return (
    <Dialog open title={say('papers.rename.title')} onClose={onClose} closeLabel={core('cancel')} actions={<Button busy={act.busy} onClick={() => void send()}>{say('papers.rename.save')}</Button>}>
      <form onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <Stack gap={4}>
          <TroubleNotice trouble={act.trouble} timeZone={meeting.environment.timeZone} />
          <TextField label={say('papers.rename.label')} hint={say('papers.rename.hint')} error={tried && missing ? say('papers.rename.missing') : undefined} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
        </Stack>
      </form>
    </Dialog>
  );
}

function WithdrawDialog({ meeting, paper, posted, onClose, onDone }: { meeting: Meeting; paper: Paper; posted: boolean; onClose: () => void; onDone: () => void }) {
  const core = useMessages();
  const say = useMessages('papers');
  useGiveBack();
  const act = useMeetingAct();
  const send = async () => {
    if (await act.run(WithdrawPaperDocument, { id: meeting.id, version: meeting.version, paperId: paper.id })) onDone();
  };
  return (
    <Dialog open title={say('papers.withdraw.title', { title: paper.title })} onClose={onClose} closeLabel={core('cancel')} actions={<Button kind="danger" busy={act.busy} onClick={() => void send()}>{say('papers.withdraw')}</Button>}>
      <Stack gap={4}>
        <TroubleNotice trouble={act.trouble} timeZone={meeting.environment.timeZone} />
        <p>{say(posted ? 'papers.withdraw.posted' : 'papers.withdraw.draft')}</p>
      </Stack>
    </Dialog>
  );
}
