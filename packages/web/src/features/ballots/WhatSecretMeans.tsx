import { useMessages } from '../../i18n/use-messages.ts';
import css from './Secret.module.css';

/** What is promised in public of a secret vote, and what is not; folded, so that reading it loses no choice. */
export function WhatSecretMeans({ open = false }: { open?: boolean }) {
  const say = useMessages('vote');
  return (
    <details className={css['means']} open={open}>
      <summary>{say('means.title')}</summary>
      <ul>
        <li>{say('means.records')}</li>
        <li>{say('means.check')}</li>
        <li>{say('means.recount')}</li>
      </ul>
      <p>{say('means.not')}</p>
      <ul>
        <li>{say('means.watching')}</li>
        <li>{say('means.operator')}</li>
        <li>{say('means.proof')}</li>
      </ul>
    </details>
  );
}
