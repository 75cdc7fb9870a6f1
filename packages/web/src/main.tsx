import './ui/tokens.css';
import './ui/base.css';
import { ApolloProvider } from '@apollo/client/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeClient } from './apollo/client.ts';
import { startLocale } from './i18n/locale-store.ts';
import { startOffline } from './offline/register.ts';
import { Router, warm } from './router.tsx';
import { startTheme } from './shell/theme.ts';

startTheme();
const client = makeClient();
// The page's code, its data and its words travel at the same time.
warm(client, location.pathname);
await startLocale().catch(() => {});

const root = document.getElementById('app');
if (!root) throw new Error('index.html has lost its #app');
createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={client}>
      <Router />
    </ApolloProvider>
  </StrictMode>,
);
// Letters that everybody can tell apart; after the first paint, because nobody should wait for them.
requestAnimationFrame(() => setTimeout(() => void import('./ui/fonts.css'), 0));
startOffline();
