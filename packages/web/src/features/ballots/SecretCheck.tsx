import { useEffect, useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { castSecret } from '../../lib/secret/cast-secret.ts';
import { fetchPaper, type Paper } from '../../lib/secret/paper.ts';
import { rootsOf } from '../../lib/secret/roots.ts';
import { isGuest } from '../../shell/guest.ts';
import { useViewer } from '../../shell/use-viewer.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CheckCard, type CheckProps } from './Check.tsx';
import css from './CastForm.module.css';
import { choicesOf } from './choose/chosen.ts';
import { RootNeeded } from './RootNeeded.tsx';
import { WhatSecretMeans } from './WhatSecretMeans.tsx';

/** The step before a secret vote: the choice, that it can be changed, and what secret means. */
export function SecretCheck(props: CheckProps) {
  const say = useMessages('vote');
  const core = useMessages();
  const viewer = useViewer();
  const person = viewer?.id ?? '';
  const { ballot, question, chosen } = props;
  const [roots, setRoots] = useState<CryptoKey[] | null>(null);
  const [paper, setPaper] = useState<Promise<Paper>>();
  const [issued, setIssued] = useState(ballot.participation?.voted ?? false);
  const [otherKey, setOtherKey] = useState(false);
  const look = () => rootsOf(person).then(setRoots);
  const kept = () => {
    setOtherKey(false);
    void look();
  };
  useEffect(() => void look(), [person]); // oxlint-disable-line react-hooks/exhaustive-deps
  // The paper travels while the voter reads; what is wrong with it is said after the press.
  useEffect(() => {
    const leaving = new AbortController();
    const asked = fetchPaper(ballot.id, { signal: leaving.signal });
    setPaper(asked);
    asked.then((given) => setIssued((before) => before || given.issued), () => {});
    return () => leaving.abort();
  }, [ballot.id]);

  if (roots === null) return <Skeleton label={core('loading')} />;
  if (roots.length === 0 || otherKey) return <RootNeeded person={person} issued={issued || otherKey} onKept={kept} onBack={props.onBack} />;
  return (
    <CheckCard
      {...props}
      send={async (signal, waiting) => {
        const vote = { ballotId: ballot.id, roots, optionIds: ballot.options.map(({ id }) => id), choices: choicesOf(question, chosen), signal, waiting };
        const cast = await castSecret({ ...vote, paper });
        if (cast.ok || cast.refusal !== 'OTHER_KEY') return { kind: 'SECRET', ...cast };
        // The choice stays; only the code that the ballot paper was given to is missing.
        setOtherKey(true);
        throw new Error(cast.refusal);
      }}
    >
      <Notice title={say('secret.changeable')}>
        <p>{say(isGuest() ? 'secret.changeableGuest' : 'secret.changeableWhy')}</p>
        {issued && <p><strong>{say('secret.replaces')}</strong></p>}
      </Notice>
      <p className={css['small']}>{say('secret.short')} {say('secret.stay')}</p>
      <WhatSecretMeans />
    </CheckCard>
  );
}
