import { type ComponentProps, createContext, type MouseEventHandler, use } from 'react';
import { Link as RouterLink } from 'wouter';

/** What brings a page before its link is pressed. */
export const PreloadContext = createContext<(path: string) => void>(() => {});

/** A link inside the pages; what it leads to is fetched as soon as a finger or pointer comes near. */
export function Link({ href, ...rest }: { href: string } & Omit<ComponentProps<'a'>, 'href' | 'onClick'> & { onClick?: MouseEventHandler<HTMLAnchorElement> }) {
  const preload = use(PreloadContext);
  const near = () => preload(href);
  return <RouterLink {...rest} href={href} onPointerEnter={near} onPointerDown={near} onFocus={near} />;
}
