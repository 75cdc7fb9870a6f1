import type { Statements } from '../../../platform/database/database.ts';
import type { SittingRecord } from '../../meetings/index.ts';
import { environmentIn } from '../../people/index.ts';
import { assembleMinutes, languagesOf } from '../domain/assembling.ts';
import type { AssembledBlock } from '../domain/blocks.ts';
import { type MinutesGap, gapsOf } from '../domain/completeness.ts';
import type { HeldMeeting } from '../domain/held-meeting.ts';
import { minutesFacts } from '../domain/minutes-facts.ts';
import { type FoundStudentName, type NamesKnown, studentNamesFound } from '../domain/names.ts';
import { type Maker, heldMeeting } from './held-meeting.ts';
import { namesKnown } from './names-known.ts';

/** Minutes in the making: assembled anew whenever somebody looks. */
export interface Draft {
  readonly held: HeldMeeting;
  readonly locales: readonly string[];
  readonly blocks: readonly AssembledBlock[];
  readonly gaps: readonly MinutesGap[];
}

export async function draftOf(em: Statements, sitting: SittingRecord, notesLocale: string | null, maker: Maker | null): Promise<Draft> {
  const environment = (await environmentIn(em, sitting.environmentId))!;
  const held = await heldMeeting(em, sitting, environment, notesLocale, maker);
  const locales = languagesOf(environment.requiredLocales);
  return { held, locales, blocks: assembleMinutes(held, locales), gaps: gapsOf(minutesFacts(held, locales[0]!)) };
}

/** Students named in words somebody chose, with who is known. */
export async function namesOfDraft(em: Statements, sitting: SittingRecord, { blocks }: Pick<Draft, 'blocks'>): Promise<{ readonly known: NamesKnown; readonly found: readonly FoundStudentName[] }> {
  const known = await namesKnown(em, sitting);
  return { known, found: studentNamesFound(blocks, known) };
}
