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

const SHARED = 'plenary.shared';

/** Several people vote on this device: found out when a second one signs in, or said so by one of them. */
export function isShared(): boolean {
  try {
    return localStorage.getItem(SHARED) === '1';
  } catch {
    return false;
  }
}

export function setShared(on: boolean): void {
  try {
    if (on) localStorage.setItem(SHARED, '1');
    else localStorage.removeItem(SHARED);
  } catch {
    // Then it is found out anew each time.
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
