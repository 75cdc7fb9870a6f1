import { ApolloProvider } from '@apollo/client/react';
import { act, render, type RenderResult } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { vi } from 'vitest';
import { makeClient } from '../apollo/client.ts';
import { catalog } from '../i18n/catalogs.ts';
import { setLocale } from '../i18n/locale-store.ts';
import type { Locale } from '../i18n/locales.ts';

export interface Sent {
  operationName: string;
  variables: Record<string, unknown>;
}

/** Answers operations by name; a function may throw, which is a phone without network. */
export type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;

/** A component within a real client and the real words, in front of a server of this test. */
export async function show(component: ReactNode, answers: Answers, locale: Locale = 'en'): Promise<RenderResult & { sent: Sent[]; again: (component: ReactNode) => void }> {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    const request = JSON.parse(String(init.body)) as Sent;
    sent.push(request);
    const answer = answers[request.operationName];
    if (!answer) throw new Error(`nobody answers ${request.operationName}`);
    return new Response(JSON.stringify({ data: await answer(request.variables) }));
  });
  // Words that come later on a phone are here already: what waits for them within a press of a test waits for ever.
  await Promise.all([setLocale(locale, false), catalog('home', locale), catalog('setUp', locale), catalog('vote', locale), catalog('verify', locale), catalog('result', locale)]);
  const client = makeClient();
  const within = (what: ReactNode) => <ApolloProvider client={client}><Suspense>{what}</Suspense></ApolloProvider>;
  const shown = await act(async () => render(within(component)));
  return { ...shown, sent, again: (next) => shown.rerender(within(next)) };
}
