import { useMutation } from '@apollo/client/react';
import { faultCode } from '../../apollo/faults.ts';
import { SetPreferencesDocument } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { chooseLocale } from '../../i18n/locales.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { useViewer } from '../../shell/use-viewer.ts';
import { toast } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Page.tsx';

/** The switcher at the top is this device's. Whoever reads here in another language than the school writes to them in is told, and changes it with one press. */
export function SchoolWrites({ onDone }: { onDone?: () => void }) {
  const say = useMessages();
  const home = useMessages('home');
  const viewer = useViewer();
  const locale = useLocale();
  const [save, { loading }] = useMutation(SetPreferencesDocument);
  if (!viewer) return null;
  const theirs = chooseLocale([viewer.locale]);
  if (theirs === locale) return null;
  const change = async () => {
    try {
      await save({ variables: { input: { locale } } });
      toast(home('me.writes', { language: languageName(locale, locale) }));
      onDone?.();
    } catch (fault) {
      toast(say(`fault.${faultCode(fault)}`));
    }
  };
  return (
    <Notice kind="info" title={home('me.writes', { language: languageName(theirs, locale) })}>
      <Row><Button kind="secondary" busy={loading} onClick={() => void change()}>{home('me.writeIn', { language: languageName(locale, locale) })}</Button></Row>
    </Notice>
  );
}
