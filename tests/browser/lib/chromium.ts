import { existsSync } from 'node:fs';
import type { Browser, LaunchOptions } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where this machine's Chromium is, or null: those tests report themselves skipped, by name. */
export const chromiumPath = PLACES.find((place) => place !== undefined && existsSync(place)) ?? null;

export const missing = chromiumPath === null ? ': skipped, no Chromium' : '';

/**
 * Every new context has a window, and every window starts two hidden pages for the menu of an address bar that nobody
 * sees: a fifth of what a test costs. Of two such switches the last one counts, so Playwright's own list is said again
 * (`chromiumSwitches` in playwright-core).
 */
const WITHOUT = [
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay',
  'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints',
  'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch',
];

/** A browser that talks to this machine alone: no updates, no sync, no first-run pages, and drawing that waits for no graphics process. */
export async function launch(options: LaunchOptions = {}): Promise<Browser> {
  if (chromiumPath === null) throw new Error('no Chromium');
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: chromiumPath,
    ...options,
    args: [
      '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--disable-gpu', '--force-prefers-reduced-motion', `--disable-features=${WITHOUT.join()}`, ...(options.args ?? []),
    ],
  });
}

let own: Promise<Browser> | null = null;

/** This worker's browser: its files use it one after another, starting one takes longer than some of them, and it ends with the worker. */
export async function ownBrowser(): Promise<Browser> {
  const there = await own?.catch(() => null);
  if (!there?.isConnected()) own = launch();
  return own!;
}

/** Closes what a file opened in it, whoever of its visitors is still there. */
export async function emptied(browser: Browser | undefined): Promise<void> {
  await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
}
