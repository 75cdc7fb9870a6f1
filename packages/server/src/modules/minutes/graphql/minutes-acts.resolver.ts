import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { signedIn } from '../../people/index.ts';
import { circulateMinutes, returnMinutes } from '../application/circulate-minutes.ts';
import { proposeCorrection, settleCorrection } from '../application/correct-minutes.ts';
import { declareNotesLanguage } from '../application/declare-notes-language.ts';
import { translateNotes } from '../application/translate-notes.ts';
import { withdrawCorrection } from '../application/withdraw-correction.ts';
import { MinutesResult, minutesResult } from './minutes-answers.type.ts';
import { CorrectionInput, NameDecisionInput } from './minutes.type.ts';

const Id = () => Arg('id', () => ID, { description: 'The minutes.' });
const Version = () => Arg('version', () => Int, { description: 'The version the person saw; another answers MinutesStale.' });

const RUNS = 'Those who run the sitting; NOT_FOUND for anybody else.';

type Answered = Promise<typeof MinutesResult>;

@Resolver()
export class MinutesActsResolver {
  @SignedIn()
  @Mutation(() => MinutesResult, { description: `Sends minutes to the members as they stand, which freezes a version of them; refused with everything that is missing (rule 24), and while a student is named whom nobody decided about (EC 49073.2). ${RUNS}` })
  async circulateMinutes(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number,
    @Arg('names', () => [NameDecisionInput], { nullable: true, description: 'One for each of `studentNamesFound`.' }) names: NameDecisionInput[] | null,
  ): Answered {
    return minutesResult(await circulateMinutes(ctx.house, await signedIn(ctx), { id, version }, names ?? []));
  }

  @SignedIn()
  @Mutation(() => MinutesResult, { description: `Takes circulated minutes back, to be made again. ${RUNS}` })
  async returnMinutes(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number): Answered {
    return minutesResult(await returnMinutes(ctx.house, await signedIn(ctx), { id, version }));
  }

  @SignedIn()
  @Mutation(() => MinutesResult, { description: 'Proposes how one passage of circulated minutes should read; of approved ones only within a motion to amend them (rule 25). Members present where the minutes are up: anybody else is refused.' })
  async proposeCorrection(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('input', () => CorrectionInput, { description: 'The passage.' }) input: CorrectionInput): Answered {
    return minutesResult(await proposeCorrection(ctx.house, await signedIn(ctx), { id, version }, { ...input, memberId: input.memberId ?? null }));
  }

  @SignedIn()
  @Mutation(() => MinutesResult, { description: `Says how a correction was taken: without objection it is accepted, else by more than half of the votes cast. ${RUNS}` })
  async settleCorrection(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('correctionId', () => ID, { description: 'The correction.' }) correctionId: string,
    @Arg('objections', () => Int, { description: 'How many objected.' }) objections: number,
    @Arg('ayes', () => Int, { defaultValue: 0, description: 'How many voted for it, where anybody objected.' }) ayes: number,
    @Arg('noes', () => Int, { defaultValue: 0, description: 'How many voted against it.' }) noes: number,
  ): Answered {
    return minutesResult(await settleCorrection(ctx.house, await signedIn(ctx), { id, version }, { correctionId, objections, ayes, noes }));
  }

  @SignedIn()
  @Mutation(() => MinutesResult, { description: 'Takes a correction back that nobody has settled. Whoever proposed it, and those who run the sitting.' })
  async withdrawCorrection(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('correctionId', () => ID, { description: 'The correction.' }) correctionId: string): Answered {
    return minutesResult(await withdrawCorrection(ctx.house, await signedIn(ctx), { id, version }, correctionId));
  }

  @SignedIn()
  @Mutation(() => MinutesResult, { description: `Says in which language the notes are written, before they are circulated; until then it is the language of whoever wrote first. Seat labels in them are in it. ${RUNS}` })
  async declareNotesLanguage(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('language', () => String, { description: 'BCP 47 tag.' }) language: string): Answered {
    return minutesResult(await declareNotesLanguage(ctx.house, await signedIn(ctx), { id, version }, language));
  }

  @SignedIn()
  @Mutation(() => MinutesResult, { description: `Puts the notes of an item into another language, by hand; without text it is taken out again. ${RUNS}` })
  async translateNotes(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number,
    @Arg('itemId', () => ID, { nullable: true, description: 'The item; left out: the general notes.' }) itemId: string | null,
    @Arg('language', () => String, { description: 'BCP 47 tag.' }) language: string, @Arg('text', () => String, { description: 'At most 60,000 characters.' }) text: string,
  ): Answered {
    return minutesResult(await translateNotes(ctx.house, await signedIn(ctx), { id, version }, { itemId: itemId?.toLowerCase() ?? null, language, text }));
  }
}
