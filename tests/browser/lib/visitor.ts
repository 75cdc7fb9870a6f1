import { AxeBuilder } from '@axe-core/playwright';
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { full } from '../../../packages/count/src/full-size.testing.ts';
import { readSlip } from '../../../packages/server/src/modules/people/seed/slip-secret.ts';
import type { Account } from './running-server.ts';
import { words } from './words.ts';

export type Locale = 'en' | 'es';
export type Scheme = 'light' | 'dark';

export const PHONE = { width: 360, height: 740 } as const;
export const DESK = { width: 1280, height: 900 } as const;

/** Where pictures of the pages go; never into the tree. */
export const pictures = process.env['PICTURES'] ?? join(tmpdir(), 'plenary-pictures');
/** No test looks at them, and drawing a whole page costs as much as opening it: for whoever names a folder, and at full size. */
const pictured = full || process.env['PICTURES'] !== undefined;

export interface Kind { readonly locale?: Locale; readonly scheme?: Scheme; readonly size?: { width: number; height: number } }

/** One person with one browser. What the page complains about in the console fails the test that ends with it. */
export class Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly #origin: string;
  readonly locale: Locale;
  /** The page's words by their key, in this visitor's language. */
  readonly say: ReturnType<typeof words>;
  readonly complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page, origin: string, locale: Locale) {
    this.context = context;
    this.page = page;
    this.#origin = origin;
    this.locale = locale;
    this.say = words(locale);
  }

  static async arrive(browser: Browser, url: string, { locale = 'en', scheme = 'light', size = DESK }: Kind = {}): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: url, locale: locale === 'es' ? 'es-US' : 'en-US', colorScheme: scheme, viewport: size,
      timezoneId: 'America/Los_Angeles', reducedMotion: 'reduce', acceptDownloads: true,
      hasTouch: size.width < 600, isMobile: size.width < 600,
    });
    // Chosen on this device, as with the switcher at the top; otherwise the pages speak the person's own language.
    await context.addInitScript((chosen) => { localStorage.setItem('plenary.locale', localStorage.getItem('plenary.locale') ?? chosen); }, locale);
    const page = await context.newPage();
    const visitor = new Visitor(context, page, new URL(url).origin, locale);
    const complain = (what: string) => visitor.complaints.push(`${new URL(page.url()).pathname}: ${what}`);
    page.on('pageerror', (error) => complain(error.message));
    page.on('console', (line) => { if (line.type() === 'error') complain(line.text()); });
    // React tells what it recovered from as the cause of another error.
    await context.addInitScript(() => {
      addEventListener('error', ({ error }: { error?: { cause?: Error } }) => { if (error?.cause) console.error(error.cause.stack); });
    });
    page.setDefaultTimeout(15_000);
    return visitor;
  }

  /** Opens the slip's link and presses the one button there is. */
  async signIn(account: Account): Promise<void> {
    await this.page.goto(account.signInUrl);
    await this.press('signIn.confirm');
    await this.page.waitForURL((url) => url.pathname !== '/s');
  }

  /**
   * Signed in without a page, for whoever the sign-in is not about: opening one and leaving it costs more than most of
   * what follows. Who casts a secret vote signs in by the page, which keeps what the vote is derived from.
   */
  async letIn({ slip }: Account): Promise<void> {
    const { signIn } = await this.ask<{ signIn: { __typename: string } }>('mutation($input: SignInInput!) { signIn(input: $input) { __typename } }', { input: { token: readSlip(slip)!.token } });
    strictEqual(signIn.__typename, 'SignedIn');
  }

  /** Any operation, as whoever is signed in with this browser; the demonstration takes any text. */
  async ask<T>(query: string, variables: object = {}): Promise<T> {
    const answer = await this.context.request.post('/graphql', { headers: { origin: this.#origin }, data: { query, variables } });
    const { data, errors } = await answer.json() as { data?: T; errors?: unknown };
    if (data == null) throw new Error(JSON.stringify(errors));
    return data;
  }

  heading(name?: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, ...(name === undefined ? {} : { name }) });
  }

  button(key: string): Locator {
    return this.page.getByRole('button', { name: this.say(key), exact: true });
  }

  async press(key: string): Promise<void> {
    await this.button(key).click();
  }

  /** The button of the dialog that is open. */
  async confirm(key: string): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: this.say(key), exact: true }).click();
  }

  text(key: string): Locator {
    return this.page.getByText(this.say(key)).first();
  }

  /** Goes there and waits until the page has its heading and nothing is loading any more. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    await this.page.waitForFunction((loading) => !document.querySelector('[aria-busy=true]')
      && ![...document.querySelectorAll('[role=status]')].some((each) => each.textContent?.trim() === loading), this.say('loading') as string);
    await this.page.evaluate(() => document.fonts.ready);
  }

  /** The whole page, or as much of it as the screen shows. */
  async picture(name: string, fullPage = true): Promise<void> {
    if (!pictured) return;
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}.png`), fullPage });
  }

  /**
   * Nothing that axe finds, on the page as it stands now. It costs as much as opening the page, so every state of a page is
   * read at full size alone; who means to look at each page always says so.
   */
  async isAccessible(where = '', { always = false } = {}): Promise<void> {
    if (!full && !always) return;
    // "Legacy" adds nothing up over frames, of which no page has any: for that, each look would open another tab.
    const { violations } = await new AxeBuilder({ page: this.page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    deepStrictEqual(violations.map(({ id, nodes }) => `${where} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`), []);
  }

  /** Nothing sticks out at the side. */
  async fits(where = 'the page'): Promise<void> {
    const [inside, room] = await this.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    ok(inside! <= room!, `${where} scrolls sideways`);
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}
