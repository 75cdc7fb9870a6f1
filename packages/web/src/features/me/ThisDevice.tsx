import { useEffect, useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { rootsOf } from '../../lib/secret/roots.ts';
import { isShared, setShared } from '../../shell/guest.ts';
import { Checkbox } from '../../ui/Choices.tsx';
import { Stack } from '../../ui/Page.tsx';

/** What this phone or computer keeps of the person, and whether others vote on it too. */
export function ThisDevice({ person }: { person: string }) {
  const say = useMessages('vote');
  const [shared, share] = useState(isShared);
  const [holds, setHolds] = useState<boolean | null>(null);
  useEffect(() => void rootsOf(person).then((roots) => setHolds(roots.length > 0)), [person]);
  return (
    <Stack gap={3}>
      {holds !== null && <p>{say(holds ? 'device.holds' : 'device.holdsNot')}</p>}
      <Checkbox label={say('device.shared')} hint={say('device.sharedHint')} checked={shared} onChange={(on) => { setShared(on); share(on); }} />
    </Stack>
  );
}
