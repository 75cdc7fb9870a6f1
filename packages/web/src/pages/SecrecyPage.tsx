import { WhatSecretMeans } from '../features/ballots/WhatSecretMeans.tsx';
import { useMessages } from '../i18n/use-messages.ts';
import { Page, Section, Stack } from '../ui/Page.tsx';

/** What is promised in public of a secret vote, what is not, and how it is kept. */
export default function SecrecyPage() {
  const say = useMessages('vote');
  return (
    <Page title={say('means.page')}>
      <WhatSecretMeans open />
      <Section title={say('means.how.title')}>
        <Stack gap={3}>
          <p>{say('means.how.paper')}</p>
          <p>{say('means.how.cast')}</p>
          <p>{say('means.how.receipt')}</p>
          <p>{say('means.letter')}</p>
        </Stack>
      </Section>
    </Page>
  );
}
