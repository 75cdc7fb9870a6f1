import { type RefObject, useEffect, useRef } from 'react';

/** From what has the focus up to the room, the nearest first. */
const chainOf = (element: Element, room: Element): HTMLElement[] => {
  const chain: HTMLElement[] = [];
  for (let each: Element | null = element; each instanceof HTMLElement && each !== room; each = each.parentElement) chain.push(each);
  return chain;
};

const isGone = (element: HTMLElement): boolean => !element.isConnected || element.matches(':disabled');

/**
 * Most acts of a room take away what was pressed: a motion that is stated cannot be stated again. The focus then stays
 * at what it was part of (the motion, the item, the speaker), so that a screen reader goes on there instead of at the
 * top. It goes to no other button: a second press would do what nobody meant.
 */
export function useFocusKept(room: RefObject<HTMLElement | null>): void {
  const chain = useRef<readonly HTMLElement[]>([]);
  useEffect(() => {
    const place = room.current;
    if (!place) return;
    const took = ({ target }: FocusEvent) => { chain.current = target instanceof Element ? chainOf(target, place) : []; };
    // Whoever presses beside everything let go of it.
    const letGo = ({ target }: PointerEvent) => { if (!(target instanceof Element) || !target.closest('button, a, input, select, textarea, summary')) chain.current = []; };
    place.addEventListener('focusin', took);
    place.addEventListener('pointerdown', letGo);
    return () => {
      place.removeEventListener('focusin', took);
      place.removeEventListener('pointerdown', letGo);
    };
  }, [room]);
  useEffect(() => {
    const [had, ...around] = chain.current;
    if (!had || !isGone(had) || (document.activeElement !== null && document.activeElement !== document.body)) return;
    const left = around.filter((each) => each.isConnected && !each.matches('dialog'));
    const near = left.find((each) => each.matches('article, li, section, aside, [aria-label]')) ?? left[0];
    chain.current = [];
    if (!near) return;
    near.tabIndex = -1;
    near.focus({ preventScroll: true });
  });
}
