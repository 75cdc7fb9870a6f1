import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { useLeaveGuard } from '../../shell/use-leave-guard.ts';
import { Button } from '../../ui/Button.tsx';
import { FilePicker } from '../../ui/FilePicker.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import { Progress } from '../../ui/Progress.tsx';
import css from './Roster.module.css';
import { FolderPicker } from './FolderPicker.tsx';
import { isRosterFile, uploadRoster } from './upload-roster.ts';

const megabytes = (bytes: number) => Math.round((bytes / 1_000_000) * 10) / 10;

/** Chooses the files and sends them to be read. Nothing changes yet: reading ends in a preview. */
export function RosterUpload({ environmentId }: { environmentId: string }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const [, go] = useLocation();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [ignored, setIgnored] = useState(0);
  const [sent, setSent] = useState<{ done: number; total: number } | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);
  useLeaveGuard(sent !== null, staff('import.leaveAsk'));

  const pick = (picked: readonly File[]) => {
    const fitting = picked.filter(isRosterFile);
    setFiles(fitting);
    setIgnored(picked.length - fitting.length);
    setFault(null);
  };
  const send = async () => {
    const abort = (stop.current = new AbortController());
    setFault(null);
    setSent({ done: 0, total: files.reduce((sum, file) => sum + file.size, 0) });
    try {
      go(`/import/${await uploadRoster(environmentId, files, (done, total) => setSent({ done, total }), abort.signal)}`);
    } catch (error) {
      if (!abort.signal.aborted) setFault(error);
      setSent(null);
    }
  };

  if (sent) {
    return (
      <Stack gap={4}>
        <Progress label={staff(sent.done < sent.total ? 'import.sending' : 'import.reading', { done: megabytes(sent.done), total: megabytes(sent.total) })} done={sent.done} total={sent.total} />
        <Row><Button kind="secondary" onClick={() => stop.current?.abort(new DOMException('stopped', 'AbortError'))}>{say('cancel')}</Button></Row>
      </Stack>
    );
  }
  return (
    <form onSubmit={event => { event.preventDefault(); void send(); }}>
      <Stack gap={4}>
        <FaultNotice fault={fault} />
        <FilePicker label={staff('import.files')} hint={staff('import.filesHint')} accept=".zip,.csv,application/zip,text/csv" multiple onPick={pick} />
        <FolderPicker onPick={pick} />
        {files.length > 0 && (
          <div>
            <h3>{staff('import.chosen', { count: files.length })}</h3>
            <ul className={css['files']}>{files.map(file => <li key={file.webkitRelativePath || file.name}>{file.name} <span className={css['note']}>{staff('import.size', { size: megabytes(file.size) })}</span></li>)}</ul>
          </div>
        )}
        {ignored > 0 && <Notice kind={files.length ? 'info' : 'warn'} live="polite">{staff('import.ignored', { count: ignored })}</Notice>}
        <Row><Button type="submit" disabled={files.length === 0}>{staff('import.read')}</Button></Row>
        <p className={css['note']}>{staff('import.nothingYet')}</p>
      </Stack>
    </form>
  );
}
