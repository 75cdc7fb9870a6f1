import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import type { Question } from '@plenary/count';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { build, issuer, random } from '../../../../../count/src/recount/testing.ts';
import { receiptLines } from '../../../lib/secret/receipt.ts';
import { show } from '../../../testing/render.tsx';
import type { Ballot } from '../ballot.ts';
import type { FromRecount, RecountJob } from './recount-job.ts';
import { runRecount } from './run-recount.ts';
import Verification from './Verification.tsx';

configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 40_000 });

/** The worker's side, on this thread; `terminated` counts those that were stopped. */
let terminated = 0;
class OneThread extends EventTarget {
  postMessage(job: RecountJob): void {
    const tell = (data: FromRecount) => void this.dispatchEvent(new MessageEvent('message', { data }));
    void runRecount(job, (votes) => tell({ kind: 'progress', votes })).then((report) => tell({ kind: 'done', report }), () => tell({ kind: 'failed' }));
  }
  terminate(): void {
    terminated += 1;
  }
}

const question: Question = { method: 'YES_NO', options: ['YES', 'NO'], maxChoices: 1, seats: 1, budget: null };
const issuers = [issuer(), issuer()];
const pool = (constituency: string, roll: number, yes: number, no: number) => ({
  constituency, roll, quorum: { kind: 'NONE' } as const, majority: { numerator: 1, denominator: 2, base: 'CAST', atLeast: false } as const,
  piles: [{ choices: [0], papers: yes }, { choices: [1], papers: no }],
});
const election = (small: boolean, onPaper = 0) => build(
  { question, combine: 'TOGETHER', pools: [pool('PARENT', 60, 14, 9), ...(small ? [pool('TEACHER', 20, 3, 2)] : [])] },
  { issuers: small ? issuers : issuers.slice(0, 1), next: random(7), signed: true, onPaper, changed: 0.4 },
);

async function open(lines: string[] | null, made = election(false), locale: 'en' | 'es' = 'en') {
  const ballot = {
    id: made.definition.ballot, method: 'YES_NO', maxChoices: 1, seats: 1, budgetTotal: null, constituencies: made.definition.constituencies,
    options: made.definition.options.map(({ id, kind }) => ({ __typename: 'BallotOption', id, kind, cost: null, label: [] })),
  } as unknown as Ballot;
  await show(<Verification ballot={ballot} />, {}, locale);
  vi.stubGlobal('Worker', OneThread);
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return lines === null ? new Response('', { status: 503 }) : new Response(lines.join(''));
  });
  return asked;
}
const paste = (text: string, field = 'Your receipt', verb = 'Check my ballot') => {
  fireEvent.change(screen.getByLabelText(field), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: verb }));
};
const written = (bytes: Uint8Array) => receiptLines({ leaf: Uint8Array.from(bytes.subarray(0, 32)), signature: Uint8Array.from(bytes.subarray(32)) }).join('\n');

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('recounting in the page', () => {
  it('confirms a sound result and says what it checked', async () => {
    const made = election(false);
    const asked = await open(await made.lines('public'), made);
    fireEvent.click(screen.getByRole('button', { name: 'Recount everything' }));
    await screen.findByText('The result is confirmed');
    expect(asked).toEqual([`/ballot/bundle/${made.definition.ballot}`]);
    expect(screen.getByText('Every vote stands on a ballot paper the school signed.')).toBeTruthy();
    expect(screen.getByText(/^23 votes were checked/)).toBeTruthy();
    expect(screen.queryByText('Does not hold')).toBeNull();
  });

  it('names what does not hold, in Spanish too', async () => {
    const made = election(false);
    const lines = await made.lines('public');
    const at = lines.findIndex((line) => line.includes('"choices":"00010000"'));
    lines[at] = lines[at]!.replace('"choices":"00010000"', '"choices":"00010001"');
    await open(lines, made, 'es');
    fireEvent.click(screen.getByRole('button', { name: 'Volver a contar todo' }));
    await screen.findByText('Algo no coincide');
    expect(screen.getByText(`Un voto dice otra cosa de la que fijó su votante. (línea ${at + 1})`)).toBeTruthy();
    expect(screen.getAllByText('No coincide').length).toBeGreaterThan(1);
  });

  it('tells which group is withheld', async () => {
    const made = election(true);
    await open(await made.lines('public'), made);
    fireEvent.click(screen.getByRole('button', { name: 'Recount everything' }));
    await screen.findByText('What may be checked here is confirmed');
    expect(screen.getByText(/^Teachers: fewer than 11 votes/)).toBeTruthy();
  });

  it('tells why single votes stay closed', async () => {
    const made = election(false, 0.2);
    await open(await made.lines('public'), made);
    fireEvent.click(screen.getByRole('button', { name: 'Recount everything' }));
    await screen.findByText('What may be checked here is confirmed');
    expect(screen.getByText(/^Parents: few people voted by one of the two ways/)).toBeTruthy();
  });

  it('can be stopped, and says when nothing came of it', async () => {
    await open(null);
    const before = terminated;
    fireEvent.click(screen.getByRole('button', { name: 'Recount everything' }));
    await screen.findByText('The recount could not be made');
    vi.stubGlobal('fetch', () => new Promise(() => {}));
    fireEvent.click(screen.getByRole('button', { name: 'Recount everything' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
    await screen.findByText('Stopped. Nothing was decided.');
    expect(terminated).toBe(before + 2);
  });
});

describe('one\'s own vote', () => {
  it('is found by its receipt, and shown only when asked for', async () => {
    const made = election(false);
    const row = made.pools[0]!.rows.find(({ choices }) => choices !== null)!;
    const asked = await open(await made.lines('public'), made);
    paste(`My receipt\n${written(made.receipt(row.leaf))}`);
    await screen.findByText('Your ballot is in the count');
    expect(asked.join()).not.toContain(Buffer.from(row.leaf).toString('hex'));
    const words = row.choices![3] === 0 ? 'Yes' : 'No';
    expect(screen.queryByText(words)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Show how this vote was counted' }));
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('that was replaced by a later one is said to be', async () => {
    const made = election(false);
    await open(await made.lines('public'), made);
    paste(written(made.receipt(made.pools[0]!.rows.find(({ choices }) => choices === null)!.leaf)));
    await screen.findByText('This receipt is of an earlier vote');
  });

  it('is missed when it is not there, and a forged receipt is told from it', async () => {
    const made = election(false);
    await open(await made.lines('public'), made);
    const stray = made.receipt(new Uint8Array(32).fill(5));
    paste(written(stray));
    await screen.findByText('This receipt is not in the count');
    const forged = stray.slice();
    forged[90]! ^= 1;
    paste(written(forged));
    await screen.findByText('This receipt is not signed by the box');
    paste('hello');
    await waitFor(() => expect(screen.getByText(/There is no receipt in this text/)).toBeTruthy());
  });

  it('of a withheld group is not called missing', async () => {
    const made = election(true);
    await open(await made.lines('public'), made);
    paste(written(made.receipt(made.pools[1]!.rows[0]!.leaf)));
    await screen.findByText('Your receipt is genuine');
  });

  it('is not looked up in votes that do not hold together', async () => {
    const made = election(false);
    const lines = await made.lines('public');
    await open(lines.slice(0, -2), made);
    paste(written(made.receipt(made.pools[0]!.rows[0]!.leaf)));
    await screen.findByText('Something does not hold');
  });
});
