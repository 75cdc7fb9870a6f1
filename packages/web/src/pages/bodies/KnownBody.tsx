import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import type { Body } from '../../features/bodies/body.ts';
import { BodyPageDocument } from '../../gql/graphql.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { PageSkeleton } from '../../shell/PageSkeleton.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';

/** A body as it is now, not as it was when somebody last looked, for those who change it. */
export function KnownBody({ id, title, children }: { id: string; title: string; children: (body: Body, over: ReactNode) => ReactNode }) {
  const say = useMessages('bodies');
  const pick = usePickText();
  const { data, error, loading, refetch } = useQuery(BodyPageDocument, { variables: { id }, fetchPolicy: 'network-only' });
  if (loading && !data) return <PageSkeleton title={title} />;
  const body = data?.body;
  if (!body) return <FaultPanel fault={error ?? new ServerFault('NOT_FOUND')} onRetry={() => void refetch().catch(() => {})} />;
  const over = <Link href={`/bodies/${body.id}`}>{pick(body.name)}</Link>;
  if (body.closedAt) return <Page title={title} over={over}><Notice kind="warn">{say('bodies.edit.closed')}</Notice></Page>;
  if (!body.viewerCan.keep) return <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void refetch().catch(() => {})} />;
  return children(body, over);
}
