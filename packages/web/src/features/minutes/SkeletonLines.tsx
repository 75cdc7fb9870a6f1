import { useMessages } from '../../i18n/use-messages.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** Keeps the place of a part of the page that is on its way. */
export function SkeletonLines() {
  const say = useMessages();
  return <Skeleton label={say('loading')} />;
}
