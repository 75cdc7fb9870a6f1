import { useMutation } from '@apollo/client/react';
import { faultCode } from '../../apollo/faults.ts';
import { SetPreferencesDocument } from '../../gql/graphql.ts';
import { setLocale, useLocale } from '../../i18n/locale-store.ts';
import { isLocale, LOCALES } from '../../i18n/locales.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { toast } from '../../ui/announce.tsx';
import { Choices } from '../../ui/Choices.tsx';

/** The language of the pages here, and of what the school sends. */
export function LanguageChoice() {
  const say = useMessages();
  const home = useMessages('home');
  const current = useLocale();
  const [save] = useMutation(SetPreferencesDocument);
  const choose = async ([locale]: string[]) => {
    if (!isLocale(locale)) return;
    try {
      await setLocale(locale);
      await save({ variables: { input: { locale } } });
    } catch (fault) {
      toast(say(`fault.${faultCode(fault)}`));
    }
  };
  return (
    <Choices
      legend={home('me.language')} hint={home('me.languageHint')} value={[current]} onChange={(next) => void choose(next)}
      choices={Object.entries(LOCALES).map(([value, name]) => ({ value, label: <span lang={value}>{name}</span> }))}
    />
  );
}
