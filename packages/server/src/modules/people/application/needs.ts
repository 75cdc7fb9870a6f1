import type { RequestContext } from '../../../platform/graphql/context.ts';
import type { ViewerFacts } from '../domain/viewer.ts';

export type NeedKind =
  | 'CAST_BALLOT' | 'CERTIFY_BALLOT' | 'OPEN_BALLOT' | 'CORRECT_DRAFT' | 'IMPORT_ROSTER' | 'MAKE_SLIPS' | 'RESPOND_TO_PROPOSAL' | 'FACILITATE_ROUND'
  | 'NOMINATE' | 'ANSWER_NOMINATION' | 'WRITE_STATEMENT' | 'POST_NOTICE' | 'TRANSLATE_STATEMENTS' | 'OPEN_ELECTION' | 'CERTIFY_ELECTION'
  | 'DECIDE_CHALLENGE' | 'POST_AGENDA' | 'PROVE_POSTING' | 'END_MEETING' | 'MEETING_TODAY' | 'ANSWER_MEETING' | 'DO_ACTION' | 'CORRECT_MINUTES' | 'CIRCULATE_MINUTES' | 'RESPONSE_OWED' | 'ANSWER_DEMAND';

/** One thing that waits for one person; its row on the home page has one verb. */
export interface Need {
  /** Stable while the need lasts, for example `CAST_BALLOT:<ballot id>`. */
  readonly id: string;
  readonly kind: NeedKind;
  readonly dueAt: Date | null;
  /** Text by BCP 47 tag, of what the need is about; empty when the kind says it all. */
  readonly title: Readonly<Record<string, string>>;
  readonly targetId: string | null;
}

/** How a later room adds what waits for people there. */
export interface NeedSource {
  needsOf(viewer: ViewerFacts, ctx: RequestContext): Promise<readonly Need[]>;
}

const sources: NeedSource[] = [];

/** Called once by a room while the house is composed, from its index. */
export function addNeedSource(source: NeedSource): void {
  if (!sources.includes(source)) sources.push(source);
}

/** Most urgent first: what has a deadline by that deadline, then the rest in the order of the rooms. */
export async function needsOf(viewer: ViewerFacts, ctx: RequestContext): Promise<Need[]> {
  const found = (await Promise.all(sources.map((source) => source.needsOf(viewer, ctx)))).flat();
  const when = (need: Need) => need.dueAt?.getTime() ?? Infinity;
  return found.sort((a, b) => (when(a) === when(b) ? 0 : when(a) - when(b)));
}
