import type { CurrentLink, CurrentPerson } from './current.ts';
import type { Mention, StatedPerson } from './stated.ts';

export interface NextLink {
  readonly student: string;
  readonly guardian: string;
  byStudent: boolean;
  byGuardian: boolean;
  readonly byHand: boolean;
}

export interface LinkInput {
  readonly delta: boolean;
  readonly stated: ReadonlyMap<string, StatedPerson>;
  readonly current: ReadonlyMap<string, CurrentPerson>;
  readonly links: readonly CurrentLink[];
  /** Whether somebody is a student in any school of the files, or was one here. */
  isStudent(sourcedId: string): boolean;
}

export const linkKey = (student: string, guardian: string): string => `${student}\u0000${guardian}`;

/**
 * Who will be whose guardian. A row states links of its own side only: in a delta a student's row takes back what
 * that student's row said before, and never what the guardian's row says.
 */
export function nextLinks(input: LinkInput): { readonly links: Map<string, NextLink>; readonly toNobody: Mention[] } {
  const links = new Map<string, NextLink>();
  for (const link of input.links) {
    const byHand = !link.byStudent && !link.byGuardian;
    if (byHand || input.delta) links.set(linkKey(link.student, link.guardian), { ...link, byHand });
  }
  if (input.delta) takeBack(links, input.stated);
  const toNobody: Mention[] = [];
  for (const person of input.stated.values()) {
    for (const agent of person.gone ? [] : person.agents ?? []) {
      const other = input.stated.get(agent);
      if (other === undefined && !input.current.has(agent)) {
        toNobody.push({ sourcedId: agent, code: 'GUARDIAN_LINK_TO_NOBODY', file: person.file, line: person.line, column: 'agentSourcedIds' });
      } else if (other?.gone !== true && agent !== person.sourcedId) state(links, person.sourcedId, agent, input.isStudent);
    }
  }
  for (const [key, link] of links) if (!link.byHand && !link.byStudent && !link.byGuardian) links.delete(key);
  return { links, toNobody };
}

function takeBack(links: ReadonlyMap<string, NextLink>, stated: ReadonlyMap<string, StatedPerson>): void {
  for (const link of links.values()) {
    const [student, guardian] = [stated.get(link.student), stated.get(link.guardian)];
    if (student?.gone || student?.agents !== undefined) link.byStudent = false;
    if (guardian?.gone || guardian?.agents !== undefined) link.byGuardian = false;
    if (student?.gone || guardian?.gone) link.byStudent = link.byGuardian = false;
  }
}

/** A student's row names guardians, anyone else's row names students; two students or two adults make no guardianship. */
function state(links: Map<string, NextLink>, from: string, to: string, isStudent: (id: string) => boolean): void {
  const side = isStudent(from) ? 'byStudent' : 'byGuardian';
  const [student, guardian] = side === 'byStudent' ? [from, to] : [to, from];
  if (isStudent(guardian) || !isStudent(student)) return;
  const key = linkKey(student, guardian);
  const link = links.get(key) ?? { student, guardian, byStudent: false, byGuardian: false, byHand: false };
  link[side] = true;
  links.set(key, link);
}
