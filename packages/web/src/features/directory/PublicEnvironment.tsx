import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import { PublicEnvironmentDocument, type PublicEnvironmentQuery } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import css from './Directory.module.css';

export type Environment = NonNullable<PublicEnvironmentQuery['environment']>;

/** What everybody may read of one environment: who we are, and what the page shows of its decisions. */
export function PublicEnvironment({ slug, children }: { slug: string; children: (environment: Environment) => ReactNode }) {
  const say = useMessages('home');
  const result = useQuery(PublicEnvironmentDocument, { variables: { slug } });
  return (
    <Loaded result={result}>
      {({ environment }) => {
        if (!environment) return <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch()} />;
        const { name, school, vision, studentCount } = environment;
        return (
          <Page title={name} over={school.name === name ? undefined : school.name} lead={say('directory.students', { count: studentCount })}>
            {vision.length > 0 && <blockquote className={css['vision']}><LocalText of={vision} /></blockquote>}
            {children(environment)}
          </Page>
        );
      }}
    </Loaded>
  );
}
