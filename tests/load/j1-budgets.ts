import type { Browser, CDPSession, Page } from 'playwright-core';
import { launch } from '../browser/lib/chromium.ts';
import { RunningServer } from '../browser/lib/running-server.ts';
import { words } from '../browser/lib/words.ts';
import { median } from './lib/stats.ts';

/**
 * Journey J1, "a parent votes by phone in Spanish", against its budgets: from the letter's link on a phone that has
 * never been here, to the thanks after the vote. Prints a table; exit 0 when every budget is kept, 1 when one is not.
 * Bytes are those on the wire, heads included; seconds are the machine's alone, a reader's time is on top.
 */
interface Line { readonly name: string; readonly cpu: number; readonly latency: number; readonly kbps: number }

/** As the developer tools of Chromium name and throttle them; latency in milliseconds for each round trip. */
const LINES: readonly Line[] = [
  { name: '4G, CPU 4x slower', cpu: 4, latency: 165, kbps: 8100 },
  { name: 'slow 3G', cpu: 1, latency: 2000, kbps: 400 },
];
const ROUNDS = 3;
/** What experience counts; the document, icons and fonts are told beside it. */
const COUNTED = ['Script', 'Stylesheet', 'Fetch', 'XHR'];
const say = words('es');

interface Trip {
  /** Seconds from the link to a button that can be pressed. */
  readonly signIn: number;
  /** Seconds from that press to options that can be chosen. */
  readonly ballot: number;
  /** Seconds of all waiting, from the link to the thanks. */
  readonly all: number;
  readonly taps: number;
  readonly bytes: Readonly<Record<string, number>>;
}

async function travel(browser: Browser, link: string, line: Line): Promise<Trip> {
  const context = await browser.newContext({ locale: 'es-US', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(90_000);
    const wire = await context.newCDPSession(page);
    await throttle(wire, line);
    const bytes = await weigh(wire);
    let taps = 0;
    const tap = async (press: () => Promise<void>) => { taps += 1; await press(); };
    const began = performance.now();
    const since = () => (performance.now() - began) / 1000;

    await page.goto(link, { waitUntil: 'commit' });
    const confirm = page.getByRole('button', { name: say('signIn.confirm') });
    await confirm.waitFor();
    const signIn = since();
    await tap(() => confirm.tap());
    const option = page.getByRole('radio').first();
    await option.waitFor();
    const ballot = since() - signIn;
    // What was under way when the page became usable was not needed for it.
    const usable = { ...bytes };

    await tap(() => page.locator('label').filter({ has: page.getByRole('radio') }).first().tap());
    await tap(() => button(page, 'cast.verb').tap());
    await tap(() => button(page, 'cast.confirm').tap());
    await page.getByText(say('receipt.title')).waitFor();
    return { signIn, ballot, all: since(), taps, bytes: usable };
  } finally {
    await context.close();
  }
}

const button = (page: Page, key: string) => page.getByRole('button', { name: say(key), exact: true });

async function throttle(wire: CDPSession, { cpu, latency, kbps }: Line): Promise<void> {
  await wire.send('Network.enable');
  await wire.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: kbps * 125, uploadThroughput: kbps * 125 });
  await wire.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

/** Bytes that have arrived so far, by kind. */
async function weigh(wire: CDPSession): Promise<Record<string, number>> {
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = {};
  wire.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  return bytes;
}

/** Each journey ends with a vote, so each has a school of its own. */
async function journey(browser: Browser, line: Line): Promise<Trip> {
  const server = await RunningServer.start();
  try {
    return await travel(browser, (await server.account('parent (Spanish)')).signInUrl, line);
  } finally {
    await server.stop();
  }
}

const browser = await launch();
const rows: { readonly what: string; readonly measured: string; readonly budget: string; readonly kept: boolean }[] = [];
const row = (what: string, value: number, unit: string, most: number) =>
  rows.push({ what, measured: `${value.toFixed(unit === 'taps' ? 0 : 1)} ${unit}`, budget: `<= ${most} ${unit}`, kept: value <= most });
try {
  await journey(browser, { name: 'warm-up', cpu: 1, latency: 0, kbps: 100_000 });
  let first: Trip | undefined;
  let taps = 0;
  for (const [at, line] of LINES.entries()) {
    const trips: Trip[] = [];
    for (let round = 0; round < ROUNDS; round += 1) trips.push(await journey(browser, line));
    first ??= trips[0];
    taps = Math.max(taps, ...trips.map((trip) => trip.taps));
    const middle = (of: (trip: Trip) => number) => median(trips.map(of));
    row(`${line.name}: link until the sign-in button works`, middle((trip) => trip.signIn), 's', at === 0 ? 3 : 12);
    row(`${line.name}: press until a choice can be made`, middle((trip) => trip.ballot), 's', at === 0 ? 3 : 12);
    row(`${line.name}: all waiting, link to thanks`, middle((trip) => trip.all), 's', 60);
  }
  const kilobytes = Object.entries(first!.bytes).map(([kind, count]) => [kind, count / 1000] as const);
  row('JS, CSS and data until a choice can be made', kilobytes.filter(([kind]) => COUNTED.includes(kind)).reduce((sum, [, kB]) => sum + kB, 0), 'kB', 150);
  row('fonts, after first paint', kilobytes.find(([kind]) => kind === 'Font')?.[1] ?? 0, 'kB', 45);
  row('taps', taps, 'taps', 4);
  process.stdout.write(`${kilobytes.map(([kind, kB]) => `${kind} ${kB.toFixed(1)} kB`).join(', ')}\n\n`);
} finally {
  await browser.close();
}

const cells = [['J1, phone 360 px, Spanish, first visit', 'measured', 'budget', ''], ...rows.map(({ what, measured, budget, kept }) => [what, measured, budget, kept ? 'kept' : 'MISSED'])];
const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)));
for (const line of cells) process.stdout.write(`${line.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()}\n`);
process.exitCode = rows.every(({ kept }) => kept) ? 0 : 1;
