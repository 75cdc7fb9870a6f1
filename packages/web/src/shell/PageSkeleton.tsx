import { useMessages } from '../i18n/use-messages.ts';
import { Skeleton } from '../ui/Skeleton.tsx';

export const PageSkeleton = () => <Skeleton label={useMessages()('loading')} />;
