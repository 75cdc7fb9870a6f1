import type { Check, RecountReport, Unchecked } from '@plenary/count/recount';
import { useEffect, useRef } from 'react';
import type { Constituency } from '../../../gql/graphql.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Stack } from '../../../ui/Page.tsx';
import type { Ballot } from '../ballot.ts';
import { RecountBusy } from './RecountBusy.tsx';
import { useRecount } from './use-recount.ts';
import css from './Verification.module.css';
import { whyClosed } from './why-closed.ts';

/** The whole recount in this browser, told check by check. */
export function RecountAll({ ballot, address }: { ballot: Ballot; address: string }) {
  const say = useMessages('verify');
  const { state, start, stop } = useRecount(address);
  const box = useRef<HTMLDivElement>(null);
  const done = state.is === 'DONE';
  useEffect(() => {
    if (done) box.current?.focus({ preventScroll: true });
  }, [done]);
  return (
    <div className={css['part']}>
      <h3 className={css['h3']}>{say('all.title')}</h3>
      <p>{say('all.lead')}</p>
      <div><Button busy={state.is === 'BUSY'} onClick={() => start()}>{say('all.verb')}</Button></div>
      <RecountBusy state={state} onStop={stop} />
      {state.is === 'DONE' && <div ref={box} tabIndex={-1} className={css['report']}><Report ballot={ballot} report={state.report} /></div>}
    </div>
  );
}

const KINDS = { CONFIRMED: 'good', CONFIRMED_IN_PART: 'good', FAULTY: 'danger', UNREADABLE: 'danger' } as const;

function Report({ ballot, report: { verdict, told, checks, unchecked, fingerprint } }: { ballot: Ballot; report: RecountReport }) {
  const say = useMessages('verify');
  const votes = Number(told['voters'] ?? 0) + Number(told['paper'] ?? 0);
  return (
    <Stack gap={4}>
      <Notice kind={KINDS[verdict]} live="polite" title={say(`verdict.${verdict}.title`)}><p>{say(`verdict.${verdict}`, { voters: votes })}</p></Notice>
      <div>
        <h4 className={css['h4']}>{say('checks')}</h4>
        {/* What only a receipt or a kept copy can be checked against is not here. */}
        <ul className={css['checks']}>{checks.filter(({ check, ok }) => ok !== null || (check !== 'RECEIPTS' && check !== 'WITNESSES')).map((each) => <CheckLine key={each.check} check={each} />)}</ul>
      </div>
      {unchecked.length > 0 && (
        <div>
          <h4 className={css['h4']}>{say('unchecked')}</h4>
          <ul className={css['notes']}>{unchecked.map((each, index) => <li key={index}><NotShown ballot={ballot} unchecked={each} /></li>)}</ul>
        </div>
      )}
      <p className={css['small']}>{say('fingerprint')} <span className={css['hash']} translate="no">{fingerprint}</span></p>
    </Stack>
  );
}

function CheckLine({ check: { check, ok, faults, faultCount } }: { check: Check }) {
  const say = useMessages('verify');
  // One of each kind: the tenth tells nothing new.
  const told = faults.filter(({ code }, at) => faults.findIndex((other) => other.code === code) === at);
  return (
    <li className={css['check']}>
      <span className={`${css['mark']} ${ok === false ? css['bad'] : ok ? css['good'] : ''}`}>{say(ok === false ? 'notOk' : ok ? 'ok' : 'nothing')}</span>
      <div>
        <p>{say(`check.${check}`)}</p>
        {faults.length > 0 && <ul className={css['notes']}>{told.map(({ code, line }) => <li key={code}>{line > 0 ? say('faultAt', { text: say(`fault.${code}`), line }) : say(`fault.${code}`)}</li>)}</ul>}
        {faultCount > told.length && <p className={css['small']}>{say('more', { count: faultCount - told.length })}</p>}
      </div>
    </li>
  );
}

function NotShown({ ballot, unchecked: { what, pool } }: { ballot: Ballot; unchecked: Unchecked }) {
  const say = useMessages('verify');
  const core = useMessages();
  const known = ballot.constituencies.find(({ constituency }) => constituency === pool)?.constituency as Constituency | undefined;
  const group = known ? core(`constituency.${known}`) : (pool ?? '');
  if (what === 'RESULT') return say('unchecked.RESULT');
  return what === 'CLOSED_POOL' ? say(`unchecked.CLOSED_POOL.${whyClosed(ballot)}`, { group }) : say('unchecked.WITHHELD_POOL', { group });
}
