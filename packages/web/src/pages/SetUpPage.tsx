import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { faultCode, faultField } from '../apollo/faults.ts';
import { OwnSlip } from '../features/set-up/OwnSlip.tsx';
import { type SetUp, SetUpForm } from '../features/set-up/SetUpForm.tsx';
import { SetUpSchoolDocument } from '../gql/graphql.ts';
import { useLocale } from '../i18n/locale-store.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { newRoot, slipText, slipTokenHash } from '../lib/slip.ts';
import { changeViewer } from '../shell/session.ts';
import { canDerive, settleFragment, takeFragment } from '../shell/slip-link.ts';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';

/** The first administrator of an empty server: the one-time secret of the server's console opens this page. */
export default function SetUpPage() {
  const say = useMessages();
  const client = useApolloClient();
  const locale = useLocale();
  const secret = useRef<string | null>(undefined);
  if (secret.current === undefined) secret.current = takeFragment();
  useEffect(settleFragment, []);
  const [slip, setSlip] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ title: string; text: string; field: string | null } | null>(null);

  if (!canDerive()) return <Page title={say('setUp.title')}><Notice kind="danger" title={say('signIn.unsafe.title')}><p>{say('signIn.unsafe')}</p></Notice></Page>;
  if (slip) return <Page title={say('ownSlip.title')} lead={say('ownSlip.lead')}><OwnSlip slip={slip} /></Page>;
  if (!secret.current) return <Page title={say('setUp.title')}><Notice title={say('setUp.noSecret.title')}><p>{say('setUp.noSecret')}</p></Notice></Page>;

  const setUp = async (values: SetUp) => {
    setBusy(true);
    setProblem(null);
    try {
      const root = newRoot();
      const { data } = await client.mutate({
        mutation: SetUpSchoolDocument, fetchPolicy: 'no-cache',
        variables: { input: { ...values, setupToken: secret.current ?? '', locale, slipTokenHash: await slipTokenHash(root) } },
      });
      const answer = data?.setUpSchool;
      if (answer?.__typename === 'SignedIn') {
        await changeViewer(client);
        setSlip(slipText(root));
      } else if (answer) {
        const reason = answer.reason === 'UNKNOWN_SLIP' ? 'WRONG_SECRET' : answer.reason;
        setProblem({ title: say(`refused.${reason}.title`), text: say(`refused.${reason}`, { minutes: Math.max(1, Math.ceil((answer.retryAfter ?? 60) / 60)) }), field: null });
      }
    } catch (fault) {
      const code = faultCode(fault);
      setProblem({ title: say(`fault.${code}.title`), text: say(`fault.${code}`), field: faultField(fault)?.split('.').at(-1) ?? null });
    }
    setBusy(false);
  };
  return (
    <Page title={say('setUp.title')} lead={say('setUp.lead')}>
      {problem && <Notice kind="danger" live="assertive" title={problem.title}><p>{problem.text}</p></Notice>}
      <SetUpForm busy={busy} faultyField={problem?.field ?? null} onSubmit={(values) => void setUp(values)} />
    </Page>
  );
}
