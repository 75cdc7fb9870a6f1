import { type Draft, seal, sealed } from './testing.ts';
import type { Change } from './world.testing.ts';

/** The lines of the untouched bundle, changed without any care for its last line, or with it. */
const lines = (name: string, code: Change['code'], change: (lines: string[], draft: Draft) => readonly string[], told?: string): Change =>
  ({ name, code, ...(told === undefined ? {} : { told }), change: (draft) => change(seal(draft), draft) });
const resealed = (name: string, code: Change['code'], change: (lines: string[]) => readonly string[], told?: string): Change =>
  lines(name, code, (all) => sealed(change(all.slice(0, -1))), told);
const at = (all: readonly string[], kind: 'pool' | 'leaf') => all.findIndex((line) => line.startsWith(`{"${kind}"`));
const edited = (all: readonly string[], n: number, change: (line: string) => string) => all.map((line, each) => (each === n ? change(line) : line));

export const FORM: readonly Change[] = [
  lines('nothing is left', 'EMPTY', () => []),
  lines('cut inside the first line', 'TRUNCATED', (all) => [all[0]!.slice(0, 100)], '1'),
  lines('cut after the first line', 'TRUNCATED', (all) => all.slice(0, 1), '1'),
  lines('cut inside a constituency\'s line', 'TRUNCATED', (all) => [all[0]!, all[1]!.slice(0, -20)], '2'),
  lines('cut after a constituency\'s line', 'TRUNCATED', (all) => all.slice(0, 2), '2'),
  lines('cut inside a vote\'s line', 'TRUNCATED', (all) => [...all.slice(0, 8), all[8]!.slice(0, 300)], '9'),
  lines('cut after a vote\'s line', 'TRUNCATED', (all) => all.slice(0, 9), '9'),
  lines('cut before the last line', 'TRUNCATED', (all) => all.slice(0, -1)),
  lines('cut inside the last line', 'TRUNCATED', (all) => [...all.slice(0, -1), all.at(-1)!.slice(0, -10)]),
  lines('cut by one byte', 'TRUNCATED', (all) => [...all.slice(0, -1), all.at(-1)!.slice(0, -1)]),
  lines('a line more after the end', 'AFTER_END', (all) => [...all, all[3]!]),
  lines('the last line states other lines', 'LINE_COUNT', (all) => [...all.slice(0, -1), all.at(-1)!.replace(/"lines":\d+/, '"lines":3')]),
  lines('the last line states another fingerprint', 'FINGERPRINT', (all) => [...all.slice(0, -1), all.at(-1)!.replace(/"sha256":"......../, '"sha256":"00000000')]),
  lines('a digit of a roll\'s hash is changed', 'FINGERPRINT', (all) => edited(all, 1, (line) => line.replace(/"rollHash":"......../, '"rollHash":"00000000'))),
  resealed('the first line is missing', 'NO_HEADER', (all) => all.slice(1)),
  resealed('a second first line', 'UNEXPECTED_LINE', (all) => [all[0]!, ...all]),
  resealed('a vote before any constituency', 'UNEXPECTED_LINE', (all) => [all[0]!, all[2]!, all[1]!, ...all.slice(3)]),
  resealed('a line of another kind', 'LINE_FORM', (all) => [...all, '{"note":"all is well"}\n'], 'line'),
  resealed('a line that is no object', 'LINE_FORM', (all) => [...all, '[1]\n'], 'line'),
  resealed('a line that is not JSON', 'NOT_JSON', (all) => [...all, 'all is well\n']),
  resealed('an empty line', 'NOT_JSON', (all) => [...all, '\n']),
  resealed('a vote\'s line with spaces', 'NOT_CANONICAL', (all) => edited(all, at(all, 'leaf'), (line) => line.replace(',', ', '))),
  resealed('a vote\'s line that ends like on Windows', 'NOT_CANONICAL', (all) => edited(all, at(all, 'leaf'), (line) => line.replace('\n', '\r\n'))),
  resealed('a vote\'s line that names its key twice', 'NOT_CANONICAL', (all) => edited(all, at(all, 'leaf'), (line) => line.replace('"pk"', '"pk":"","pk"'))),
  resealed('a vote\'s line with one key more', 'LINE_FORM', (all) => edited(all, at(all, 'leaf'), (line) => line.replace('}', ',"weight":2}')), 'keys'),
  resealed('a vote\'s line with keys in another order', 'LINE_FORM', (all) => edited(all, at(all, 'leaf'), (line) => line.replace(/("batch":\d+),("pk":"[0-9a-f]+")/, '$2,$1')), 'keys'),
  resealed('a leaf in capital letters', 'LINE_FORM', (all) => edited(all, at(all, 'leaf'), (line) => line.replace(/"leaf":"[0-9a-f]+"/, (leaf) => leaf.toUpperCase().replace('LEAF', 'leaf'))), 'leaf'),
  resealed('a signature that is too short', 'LINE_FORM', (all) => edited(all, at(all, 'leaf'), (line) => line.replace(/"sig":"..../, '"sig":"')), 'sig'),
  resealed('a revision that is a text', 'LINE_FORM', (all) => edited(all, at(all, 'leaf'), (line) => line.replace(/"revision":(\d+)/, '"revision":"$1"')), 'revision'),
  resealed('a revision below zero', 'LINE_FORM', (all) => edited(all, at(all, 'leaf'), (line) => line.replace(/"revision":(\d+)/, '"revision":-$1')), 'revision'),
  resealed('a roll that is no whole number', 'LINE_FORM', (all) => edited(all, at(all, 'pool'), (line) => line.replace(/"roll":\d+/, '"roll":80.5')), 'roll'),
  resealed('a pile of paper with a remark', 'LINE_FORM', (all) => edited(all, at(all, 'pool'), (line) => line.replace('"piles":[{', '"piles":[{"remark":"",')), 'paper'),
  resealed('a bundle of version 2', 'VERSION', (all) => edited(all, 0, (line) => line.replace('"v":1', '"v":2'))),
  resealed('a kind of bundle that is not known', 'LINE_FORM', (all) => edited(all, 0, (line) => line.replace('"auditors"', '"press"')), 'kind'),
  { name: 'a constituency is left out', code: 'POOL_COUNT', change: ({ pools }) => { pools.pop(); } },
  { name: 'a constituency is left out, and the first line fitted', code: 'POOL_COUNT', change: ({ header, pools }) => { pools.pop(); header.pools -= 1; } },
  { name: 'a constituency stands twice', code: 'POOL_ORDER', change: ({ header, pools }) => { pools.push(pools[0]!); header.pools += 1; } },
  { name: 'constituencies change places', code: 'POOL_ORDER', change: ({ pools }) => { pools.reverse(); } },
  { name: 'a constituency takes another\'s name', code: 'POOL_ORDER', change: ({ pools }) => { pools[0]!.line.constituency = 'TEACHER'; } },
];
