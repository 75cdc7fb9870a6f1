import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import { PrintedSheet } from '../../features/printed-ballots/PrintedSheet.tsx';
import { PrintedBallotsDocument } from '../../gql/graphql.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import type { Params } from '../../page-module.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Row, Stack } from '../../ui/Page.tsx';
import { useLocale } from '../../i18n/locale-store.ts';
import { StaffGate } from './StaffGate.tsx';

export default function PrintedSheetPage({ params: { id = '' } }: { params: Params }) {
  return <StaffGate can="certifyBallots">{() => <Sheets id={id} />}</StaffGate>;
}

/** A ballot as paper, a page for each language of the school. */
function Sheets({ id }: { id: string }) {
  const staff = useMessages('staff');
  const locale = useLocale();
  const result = useQuery(PrintedBallotsDocument, { variables: { id } });
  const [left, leave] = useState<ReadonlySet<Locale>>(new Set());
  return (
    <Loaded result={result}>
      {({ ballot }) => {
        if (!ballot || ballot.secrecy !== 'SECRET') return <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch()} />;
        const languages = (Object.keys(LOCALES) as Locale[]).filter((each) => ballot.question.some((text) => text.locale.split('-')[0] === each));
        const toggle = (each: Locale, on: boolean) => leave((now) => new Set(on ? [...now].filter((one) => one !== each) : [...now, each]));
        return (
          <Page title={staff('printed.sheetsTitle')} over={<Link href={`/ballots/${id}`}>{staff('printed.back')}</Link>} lead={staff('printed.sheetsLead')}>
            <Stack gap={5}>
              <Row>
                {languages.map((each) => <Checkbox key={each} label={languageName(each, locale)} checked={!left.has(each)} onChange={(on) => toggle(each, on)} />)}
                <Button onClick={() => window.print()}>{staff('printed.print')}</Button>
              </Row>
              {languages.filter((each) => !left.has(each)).map((each) => <PrintedSheet key={each} ballot={ballot} locale={each} />)}
            </Stack>
          </Page>
        );
      }}
    </Loaded>
  );
}
