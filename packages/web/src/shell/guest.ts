import { useEffect } from 'react';
import { hashOf } from '../apollo/document-id.ts';
import { SignOutDocument } from '../gql/graphql.ts';
import type { Viewer } from './use-viewer.ts';

const KEY = 'plenary.guest';

/** "Not my phone": the session ends after voting, or when the page is closed. Kept in this tab alone. */
export function setGuest(on: boolean): void {
  try {
    if (on) sessionStorage.setItem(KEY, '1');
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage the button to sign out remains.
  }
}

export function isGuest(): boolean {
  try {
    return sessionStorage.getItem(KEY) === '1';
  } catch {
    return false;
  }
}

/** Ends a guest's session when the page goes away; the request outlives the page. */
export function useGuest(viewer: Viewer | null): void {
  const id = viewer?.id;
  useEffect(() => {
    if (!id || !isGuest()) return;
    const leave = () => {
      void fetch('/graphql', {
        method: 'POST', keepalive: true, credentials: 'same-origin', headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ documentId: `sha256:${hashOf(SignOutDocument)}`, operationName: 'SignOut', variables: {} }),
      });
    };
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, [id]);
}
