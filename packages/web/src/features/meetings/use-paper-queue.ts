import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import { AddPaperDocument } from '../../gql/graphql.ts';
import type { Meeting } from './meeting.ts';
import { titleOf } from './paper-words.ts';
import { uploadFile } from './upload-file.ts';
import type { Trouble } from './use-meeting-act.ts';

/** A file on its way to become a paper. */
export interface Sending {
  readonly key: number;
  readonly itemId: string;
  readonly file: File;
  readonly sent: number;
  readonly total: number;
  /** Once it is on the server, only the paper is still to be made of it. */
  readonly uploadId: string | null;
  readonly state: 'WAITING' | 'SENDING' | 'FAILED';
  readonly trouble: Trouble | null;
}

/** Tries against somebody who changes the same meeting meanwhile: a paper is in nobody's way. */
const TRIES = 4;

/**
 * Files go up one after the other, and each becomes a paper as soon as it is there. One that fails stays, with its reason, to
 * be tried again; what failed for want of a network is tried again by itself once there is one.
 */
export function usePaperQueue(meeting: Meeting, onAdded: (title: string) => void) {
  const client = useApolloClient();
  const [queue, setQueue] = useState<readonly Sending[]>([]);
  const keys = useRef(0);
  const stops = useRef(new Map<number, AbortController>());
  const latest = useRef({ version: meeting.version, onAdded });
  useEffect(() => { latest.current = { version: meeting.version, onAdded }; });
  useEffect(() => {
    const all = stops.current;
    return () => { for (const stop of all.values()) stop.abort(); };
  }, []);

  const change = useCallback((key: number, part: Partial<Sending>) => setQueue((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each))), []);
  const drop = useCallback((key: number) => {
    stops.current.get(key)?.abort();
    setQueue((before) => before.filter((each) => each.key !== key));
  }, []);

  const next = queue.some(({ state }) => state === 'SENDING') ? undefined : queue.find(({ state }) => state === 'WAITING');
  useEffect(() => {
    if (!next) return;
    const { key, itemId, file } = next;
    const stop = new AbortController();
    stops.current.set(key, stop);
    const add = async (uploadId: string): Promise<Trouble | null> => {
      let { version } = latest.current;
      for (let tried = 1; ; tried += 1) {
        const { data } = await client.mutate({ mutation: AddPaperDocument, variables: { id: meeting.id, version, itemId, input: { uploadId, title: titleOf(file.name) } } });
        const answer = data?.addPaper;
        if (answer?.__typename === 'MeetingChanged') return null;
        if (answer?.__typename === 'MeetingRefused') return { kind: 'REFUSED', reason: answer.reason, about: answer.about };
        if (answer?.__typename === 'MeetingFaulty') return { kind: 'FAULTY', faults: answer.faults.map((fault) => ({ ...fault, itemId: null })) };
        if (answer?.__typename !== 'MeetingStale' || tried === TRIES) return { kind: 'STALE' };
        ({ version } = answer.meeting);
      }
    };
    const send = async () => {
      const uploadId = next.uploadId ?? await uploadFile(meeting.id, 'paper', file, (sent, total) => change(key, { sent, total }), stop.signal);
      change(key, { uploadId });
      const trouble = await add(uploadId);
      if (trouble) return change(key, { state: 'FAILED', trouble });
      drop(key);
      latest.current.onAdded(titleOf(file.name));
    };
    change(key, { state: 'SENDING', sent: 0, trouble: null });
    send().catch((fault: unknown) => { if (!stop.signal.aborted) change(key, { state: 'FAILED', trouble: { kind: 'FAILED', fault } }); }).finally(() => stops.current.delete(key));
  }, [next, client, meeting.id, change, drop]);

  useEffect(() => {
    const online = () => setQueue((before) => before.map((each) => (isUnreachable(each) ? { ...each, state: 'WAITING' } : each)));
    addEventListener('online', online);
    return () => removeEventListener('online', online);
  }, []);

  return {
    queue,
    add: (itemId: string, files: readonly File[]) => setQueue((before) => [
      ...before, ...files.map((file): Sending => ({ key: keys.current += 1, itemId, file, sent: 0, total: file.size, uploadId: null, state: 'WAITING', trouble: null })),
    ]),
    again: (key: number) => change(key, { state: 'WAITING' }),
    drop,
  };
}

const isUnreachable = ({ state, trouble }: Sending): boolean =>
  state === 'FAILED' && trouble?.kind === 'FAILED' && trouble.fault instanceof ServerFault && trouble.fault.code === 'UNREACHABLE';
