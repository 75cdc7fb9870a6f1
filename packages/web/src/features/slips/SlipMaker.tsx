import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { PeopleFilter } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { endOfDay } from '../../lib/zoned.ts';
import { useLeaveGuard } from '../../shell/use-leave-guard.ts';
import type { LetterJob } from './letter/letter-job.ts';
import type { OneRecipient, Place } from './place.ts';
import { readRecipients } from './read-recipients.ts';
import { SlipChoice } from './SlipChoice.tsx';
import { SlipProgress } from './SlipProgress.tsx';
import { SlipsDone } from './SlipsDone.tsx';
import { storeBatch } from './store-batch.ts';
import { holdsSecrets, type SlipWork, useSlipRun } from './use-slip-run.ts';

/** From choosing people to a PDF of their letters. */
export function SlipMaker({ place, only }: { place: Place; only: OneRecipient | null }) {
  const staff = useMessages('staff');
  const locale = useLocale();
  const client = useApolloClient();
  const run = useSlipRun();
  const { stage } = run;
  const [made, setMade] = useState<{ filter: PeopleFilter; date: string } | null>(null);
  useLeaveGuard(holdsSecrets(stage), staff('slips.leaveAsk'));

  const start = (filter: PeopleFilter, date: string) => {
    const expiresAt = endOfDay(date, place.timeZone);
    if (!expiresAt) return;
    setMade({ filter, date });
    const work: SlipWork = {
      locale,
      read: async (onProgress, signal) => (only ? { school: only.school, people: [only.person], leftOut: [] } : readRecipients(client, place.id, filter, place.administers, onProgress, signal)),
      store: storeBatch(client, place.id, expiresAt),
      job: (school, envelopes): LetterJob => ({
        school, environment: place.name, origin: location.origin, expiresAt, timeZone: place.timeZone, locale, envelopes, title: staff('letters.title', { name: place.name }),
        list: { heading: staff('letters.list'), explain: staff('letters.listExplain'), envelope: staff('letters.envelope'), people: staff('letters.people') },
      }),
    };
    void run.start(work);
  };

  if (stage.at === 'CHOOSING') return <SlipChoice place={place} only={only} start={made} fault={stage.fault} onMake={start} />;
  if (stage.at === 'DONE') return <SlipsDone run={stage.run} letters={stage.letters} envelopes={stage.envelopes} leftOut={run.leftOut} onAgain={run.again} single={only !== null} />;
  return <SlipProgress stage={stage} onCancel={run.cancel} onGoOn={run.goOn} onWrite={run.write} onAgain={run.again} />;
}
