import { useEffect, useRef, useState } from 'react';
import type { Recipients } from './read-recipients.ts';
import { type Envelope, toEnvelopes } from './envelopes.ts';
import type { LetterJob } from './letter/letter-job.ts';
import type { Letters } from './letter/print-letters.ts';
import { type MadeSlip, makeSecrets, type SlipRun, storeSlips, type StoreSlips } from './make-slips.ts';

export type Stage =
  | { at: 'CHOOSING'; fault: unknown }
  | { at: 'READING'; done: number; total: number | null }
  | { at: 'STORING'; run: SlipRun; total: number }
  | { at: 'HALTED'; run: SlipRun; total: number }
  | { at: 'WRITING'; run: SlipRun; done: number; total: number }
  | { at: 'UNWRITTEN'; run: SlipRun; fault: unknown }
  | { at: 'DONE'; run: SlipRun; letters: Letters; envelopes: readonly Envelope<MadeSlip>[] };

export interface SlipWork {
  read: (onProgress: (done: number, total: number) => void, signal: AbortSignal) => Promise<Recipients>;
  store: StoreSlips;
  job: (school: string, envelopes: readonly Envelope<MadeSlip>[]) => LetterJob;
  locale: string;
}

/** Whether leaving the page would lose secrets that the server already takes for good. */
export const holdsSecrets = (stage: Stage): boolean => stage.at !== 'CHOOSING' && stage.at !== 'READING';

/**
 * Makes slips from the register to the printed letters. Secrets live in this state and nowhere else:
 * when the page goes, they go. Every step can be stopped, and goes on where it stopped.
 */
export function useSlipRun() {
  const [stage, setStage] = useState<Stage>({ at: 'CHOOSING', fault: null });
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const stop = useRef(new AbortController());
  const school = useRef('');
  const work = useRef<SlipWork>(null);
  useEffect(() => () => stop.current.abort(), []);

  const fresh = () => (stop.current = new AbortController()).signal;

  const write = async (run: SlipRun) => {
    const todo = work.current;
    if (!todo || run.stored.length === 0) return setStage({ at: 'CHOOSING', fault: run.fault });
    const envelopes = toEnvelopes(run.stored, todo.locale);
    const signal = fresh();
    setStage({ at: 'WRITING', run, done: 0, total: run.stored.length });
    try {
      // The PDF writer is fetched only by those who get this far.
      const { printLetters } = await import('./letter/print-letters.ts');
      const letters = await printLetters(todo.job(school.current, envelopes), (done, total) => setStage({ at: 'WRITING', run, done, total }), signal);
      setStage({ at: 'DONE', run, letters, envelopes });
    } catch (fault) {
      setStage({ at: 'UNWRITTEN', run, fault: signal.aborted ? null : fault });
    }
  };

  const store = async (run: SlipRun, total: number) => {
    const todo = work.current;
    if (!todo) return;
    setStage({ at: 'STORING', run, total });
    const ended = await storeSlips(run, todo.store, now => setStage({ at: 'STORING', run: now, total }), fresh());
    if (ended.doubtful.length + ended.waiting.length > 0) setStage({ at: 'HALTED', run: ended, total });
    else await write(ended);
  };

  const start = async (todo: SlipWork) => {
    work.current = todo;
    const signal = fresh();
    setStage({ at: 'READING', done: 0, total: null });
    try {
      const found = await todo.read((done, total) => setStage({ at: 'READING', done, total }), signal);
      school.current = found.school;
      setLeftOut(found.leftOut);
      await store(await makeSecrets(found.people), found.people.length);
    } catch (fault) {
      setStage({ at: 'CHOOSING', fault: signal.aborted ? null : fault });
    }
  };

  return { stage, leftOut, start, goOn: store, write, cancel: () => stop.current.abort(new DOMException('stopped', 'AbortError')), again: () => setStage({ at: 'CHOOSING', fault: null }) };
}
