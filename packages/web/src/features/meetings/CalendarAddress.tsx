import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { toast } from '../../ui/announce.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Row, Stack } from '../../ui/Page.tsx';

/** A calendar to follow: most programs open its address by themselves, the others take it pasted. */
export function CalendarAddress({ path }: { path: string }) {
  const say = useMessages('meetings');
  const locale = useLocale();
  const address = new URL(`${path}?lang=${locale}`, location.origin).href;
  const copy = () => void navigator.clipboard.writeText(address).then(() => toast(say('meetings.calendar.copied')), () => toast(say('meetings.calendar.notCopied')));
  return (
    <Stack gap={3}>
      <TextField label={say('meetings.calendar.address')} hint={say('meetings.calendar.addressHint')} value={address} readOnly onFocus={(event) => event.currentTarget.select()} />
      <Row>
        <a href={address.replace(/^https?:/, 'webcal:')} className={buttonClass('secondary')}>{say('meetings.calendar.open')}</a>
        <Button kind="quiet" onClick={copy}>{say('meetings.calendar.copy')}</Button>
      </Row>
    </Stack>
  );
}
