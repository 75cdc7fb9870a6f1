import { useMessages } from '../i18n/use-messages.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

/** Keeps a page's place; no page is without its heading, not for a moment. `title` is what is known of it already. */
export function PageSkeleton({ title }: { title?: string | undefined }) {
  const loading = useMessages()('loading');
  return (
    <>
      <VisuallyHidden as="h1">{title ?? loading}</VisuallyHidden>
      <Skeleton label={loading} />
    </>
  );
}
