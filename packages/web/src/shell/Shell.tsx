import { useApolloClient } from '@apollo/client/react';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { setLocale, useLocale } from '../i18n/locale-store.ts';
import { isLocale, LOCALES } from '../i18n/locales.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Announcements } from '../ui/announce.tsx';
import { LanguageSwitcher } from '../ui/LanguageSwitcher.tsx';
import { Link } from '../ui/Link.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { useGuest } from './guest.ts';
import css from './Shell.module.css';
import { followViewer, signOut } from './session.ts';
import { setTheme, shownTheme } from './theme.ts';
import { useViewer, type Viewer } from './use-viewer.ts';

/** What stands around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const say = useMessages();
  const viewer = useViewer();
  const locale = useLocale();
  useGuest(viewer ?? null);
  const client = useApolloClient();
  useEffect(() => followViewer(client), [client]);
  return (
    <div className={css['shell']}>
      <a href="#main" className={css['skip']}>{say('skip')}</a>
      <header className={css['masthead']}>
        <div className={css['bar']}>
          <Link href="/" className={css['brand']}>
            <span className={css['name']}>{viewer?.environment.name ?? say('app.name')}</span>
          </Link>
          <LanguageSwitcher label={say('language')} locales={LOCALES} current={locale} onChange={(next) => isLocale(next) && void setLocale(next)} />
        </div>
        <nav aria-label={say('nav')} className={css['nav']}>
          {viewer && <Links viewer={viewer} />}
          {viewer === null && <SignedOutLinks />}
        </nav>
      </header>
      <ConnectionBanner />
      <main id="main" tabIndex={-1} className={css['main']}>{children}</main>
      <footer className={css['footer']}>
        <div className={css['foot']}>
          <span>{viewer ? say('signedInAs', { name: viewer.person.displayName }) : say('app.line')}</span>
          <span className={css['tools']}>
            <ThemeButton />
            {viewer && <SignOutButton />}
          </span>
        </div>
      </footer>
      <Announcements />
    </div>
  );
}

/** Whose everyday work open rounds and bodies are; others find theirs on the home page, and beside the elections. */
const STAFF: readonly string[] = ['TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR'];

function Links({ viewer }: { viewer: Viewer }) {
  const say = useMessages();
  const can = viewer.environment.viewerCan;
  return (
    <ul>
      <Item href="/">{say('nav.home')}</Item>
      <Item href="/ballots">{say('nav.ballots')}</Item>
      <Item href="/elections">{say('nav.elections')}</Item>
      {(can.draftBallots || viewer.constituencies.some((each) => STAFF.includes(each))) && <><Item href="/rounds">{say('nav.rounds')}</Item><Item href="/bodies">{say('nav.bodies')}</Item></>}
      {can.seePeople && <Item href="/people">{say('nav.people')}</Item>}
      {can.importRoster && <Item href="/import">{say('nav.import')}</Item>}
      {can.makeSlips && <Item href="/slips">{say('nav.slips')}</Item>}
      <Item href="/me">{say('nav.me')}</Item>
    </ul>
  );
}

function SignedOutLinks() {
  const say = useMessages();
  return (
    <ul>
      <Item href="/">{say('nav.public')}</Item>
      <Item href="/s">{say('signIn')}</Item>
    </ul>
  );
}

function Item({ href, children }: { href: string; children: ReactNode }) {
  const [path] = useLocation();
  const here = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
  return <li><Link href={href} aria-current={here ? 'page' : undefined}>{children}</Link></li>;
}

function ThemeButton() {
  const say = useMessages();
  const [theme, show] = useState(shownTheme);
  const other = theme === 'dark' ? 'light' : 'dark';
  return <button type="button" className={css['tool']} onClick={() => { setTheme(other); show(other); }}>{say(`theme.${other}`)}</button>;
}

function SignOutButton() {
  const say = useMessages();
  const client = useApolloClient();
  const [, go] = useLocation();
  return <button type="button" className={css['tool']} onClick={() => void signOut(client).then(() => go('/'), () => {})}>{say('signOut')}</button>;
}
