import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { faultCode, faultField } from '../apollo/faults.ts';
import { OwnSlip } from '../features/set-up/OwnSlip.tsx';
import { type SetUp, SetUpForm } from '../features/set-up/SetUpForm.tsx';
import { DirectoryDocument, SetUpSchoolDocument } from '../gql/graphql.ts';
import { useLocale } from '../i18n/locale-store.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { newRoot, slipText, slipTokenHash } from '../lib/slip.ts';
import { changeViewer } from '../shell/session.ts';
import { canDerive, settleFragment, takeFragment } from '../shell/slip-link.ts';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page, Row } from '../ui/Page.tsx';

/** The first administrator of an empty server: the one-time secret of the server's console opens this page. */
export default function SetUpPage() {
  const say = useMessages();
  const own = useMessages('setUp');
  const client = useApolloClient();
  const locale = useLocale();
  const secret = useRef<string | null>(undefined);
  if (secret.current === undefined) secret.current = takeFragment();
  useEffect(settleFragment, []);
  const [slip, setSlip] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ title: string; text: string; field: string | null; done?: boolean } | null>(null);
  const told = useRef<HTMLDivElement>(null);
  // The press was at the end of a long form, and what became of it stands at its head.
  useEffect(() => {
    if (!problem) return;
    told.current?.focus({ preventScroll: true });
    told.current?.scrollIntoView?.({ block: 'center' });
  }, [problem]);
  // A server with a community is set up: nobody should fill in the form to learn it.
  const directory = useQuery(DirectoryDocument);

  if (!canDerive()) return <Page title={own('setUp.title')}><Notice kind="danger" title={say('signIn.unsafe.title')}><p>{say('signIn.unsafe')}</p></Notice></Page>;
  if (slip) return <Page title={own('ownSlip.title')} lead={own('ownSlip.lead')}><OwnSlip slip={slip} /></Page>;
  if (!secret.current) return <Page title={own('setUp.title')}><Notice title={own('setUp.noSecret.title')}><p>{own('setUp.noSecret')}</p></Notice></Page>;

  const used = <Notice kind="warn" title={say('refused.SETUP_ALREADY_DONE.title')}><p>{say('refused.SETUP_ALREADY_DONE')}</p><Row><Link href="/s" className={buttonClass()}>{say('signIn')}</Link><Link href="/" className={buttonClass('secondary')}>{say('toHome')}</Link></Row></Notice>;
  if (!directory.data && !directory.error) return <PageSkeleton title={own('setUp.title')} />;
  if (!busy && !problem && directory.data?.environments.edges.length) return <Page title={own('setUp.title')}>{used}</Page>;

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
        setSlip(slipText(root));
        await changeViewer(client);
      } else if (answer) {
        const reason = answer.reason === 'UNKNOWN_SLIP' ? 'WRONG_SECRET' : answer.reason;
        setProblem({ title: say(`refused.${reason}.title`), text: say(`refused.${reason}`, { minutes: Math.max(1, Math.ceil((answer.retryAfter ?? 60) / 60)) }), field: null, done: reason === 'SETUP_ALREADY_DONE' });
      }
    } catch (fault) {
      const code = faultCode(fault);
      setProblem({ title: say(`fault.${code}.title`), text: say(`fault.${code}`), field: faultField(fault)?.split('.').at(-1) ?? null });
    }
    setBusy(false);
  };
  return (
    <Page title={own('setUp.title')} lead={own('setUp.lead')}>
      <div ref={told} tabIndex={-1} style={{ outline: 'none' }}>
        {problem && (problem.done ? used : <Notice kind="danger" live="assertive" title={problem.title}><p>{problem.text}</p></Notice>)}
      </div>
      <SetUpForm busy={busy} faultyField={problem?.field ?? null} onSubmit={(values) => void setUp(values)} />
    </Page>
  );
}
