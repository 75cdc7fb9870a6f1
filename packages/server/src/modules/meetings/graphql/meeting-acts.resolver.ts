import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { signedIn } from '../../people/index.ts';
import { cancelMeeting, discardMeeting } from '../application/cancel-meeting.ts';
import { draftMeeting } from '../application/draft-meeting.ts';
import { addAgendaItem, moveAgendaItem, reviseAgendaItem, withdrawAgendaItem } from '../application/plan-agenda.ts';
import { addPaper, movePaper, renamePaper, withdrawPaper } from '../application/papers.ts';
import { postNotice } from '../application/post-notice.ts';
import { provePosting } from '../application/prove-posting.ts';
import { reviseMeeting } from '../application/revise-meeting.ts';
import { MeetingResult, meetingResult } from './meeting-answers.type.ts';
import { AgendaItemInput, ItemPlaceInput, MeetingInput, MeetingRepeatInput, PaperInput, PostingProofInput, itemWordingOf, meetingWordingOf } from './meeting-inputs.type.ts';

const Id = () => Arg('id', () => ID, { description: 'The meeting.' });
const Version = () => Arg('version', () => Int, { description: 'The version the person saw; another answers MeetingStale.' });
const ItemId = () => Arg('itemId', () => ID, { description: 'The agenda item.' });
const Place = () => Arg('place', () => ItemPlaceInput, { description: 'Where it stands.' });

const WHO = 'Coordinators, administrators and the body\'s chair, vice-chair and secretary; NOT_FOUND for anybody else.';
const AT_ONCE = 'Of a posted item it takes effect at once (Gov. Code 54957.5).';
const PaperId = () => Arg('paperId', () => ID, { description: 'The paper.' });
const LATER = 'Of a noticed meeting it takes effect with the next notice.';

type Answered = Promise<typeof MeetingResult>;

@Resolver()
export class MeetingActsResolver {
  @SignedIn()
  @Mutation(() => MeetingResult, { description: `A new draft, or a series of them. ${WHO}` })
  async draftMeeting(
    @Ctx() ctx: RequestContext, @Arg('bodyId', () => ID, { description: 'Whose meeting it is.' }) bodyId: string,
    @Arg('input', () => MeetingInput, { description: 'The meeting.' }) input: MeetingInput,
    @Arg('repeat', () => MeetingRepeatInput, { nullable: true, description: 'Left out: one meeting.' }) repeat: MeetingRepeatInput | null,
  ): Answered {
    return meetingResult(await draftMeeting(ctx.house, await signedIn(ctx), bodyId, meetingWordingOf(input), repeat));
  }

  @SignedIn()
  @Mutation(() => MeetingResult, { description: `New words, time or place. ${LATER} ${WHO}` })
  async reviseMeeting(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('input', () => MeetingInput, { description: 'The meeting, in place of the old.' }) input: MeetingInput,
  ): Answered {
    return meetingResult(await reviseMeeting(ctx.house, await signedIn(ctx), { id, version }, meetingWordingOf(input)));
  }

  @SignedIn()
  @Mutation(() => MeetingResult, { description: `Puts an item on the agenda. ${LATER} ${WHO}` })
  async addAgendaItem(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('input', () => AgendaItemInput, { description: 'The item.' }) input: AgendaItemInput,
    @Arg('place', () => ItemPlaceInput, { nullable: true, description: 'Where it stands; left out: at the end.' }) place: ItemPlaceInput | null,
  ): Answered {
    return meetingResult(await addAgendaItem(ctx.house, await signedIn(ctx), { id, version }, itemWordingOf(input), placeOf(place)));
  }

  @SignedIn()
  @Mutation(() => MeetingResult, { description: `New words for an item. ${LATER} ${WHO}` })
  async reviseAgendaItem(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @ItemId() itemId: string,
    @Arg('input', () => AgendaItemInput, { description: 'The item, in place of the old.' }) input: AgendaItemInput,
  ): Answered {
    return meetingResult(await reviseAgendaItem(ctx.house, await signedIn(ctx), { id, version }, itemId.toLowerCase(), itemWordingOf(input)));
  }

  @SignedIn()
  @Mutation(() => MeetingResult, { description: `Moves an item with its parts. ${LATER} ${WHO}` })
  async moveAgendaItem(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @ItemId() itemId: string, @Place() place: ItemPlaceInput): Answered {
    return meetingResult(await moveAgendaItem(ctx.house, await signedIn(ctx), { id, version }, itemId.toLowerCase(), placeOf(place)));
  }

  @SignedIn()
  @Mutation(() => MeetingResult, { description: `Takes an item and its parts off the agenda. ${LATER} ${WHO}` })
  async withdrawAgendaItem(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @ItemId() itemId: string): Answered {
    return meetingResult(await withdrawAgendaItem(ctx.house, await signedIn(ctx), { id, version }, itemId.toLowerCase()));
  }

  @SignedIn()
  @Mutation(() => MeetingResult, { description: `Posts the notice, or a new version of it, as the meeting stands. MeetingFaulty names everything that is missing, and posts nothing. ${WHO}` })
  async postNotice(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number): Answered {
    return meetingResult(await postNotice(ctx.house, await signedIn(ctx), { id, version }));
  }

  @SignedIn()
  @Mutation(() => MeetingResult, { description: `Says where a notice hung, and from when on. ${WHO}` })
  async provePosting(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('input', () => PostingProofInput, { description: 'Where and when.' }) input: PostingProofInput,
  ): Answered {
    return meetingResult(await provePosting(ctx.house, await signedIn(ctx), { id, version }, input));
  }

  @SignedIn()
  @Mutation(() => MeetingResult, { description: `Puts a paper to an item. ${AT_ONCE} ${WHO}` })
  async addPaper(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @ItemId() itemId: string, @Arg('input', () => PaperInput, { description: 'The paper.' }) input: PaperInput,
  ): Answered {
    return meetingResult(await addPaper(ctx.house, await signedIn(ctx), { id, version }, itemId.toLowerCase(), input));
  }

  @SignedIn()
  @Mutation(() => MeetingResult, { description: `Calls a paper something else; what earlier notices called it stays. ${AT_ONCE} ${WHO}` })
  async renamePaper(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @PaperId() paperId: string, @Arg('title', () => String, { description: '1 to 200 characters.' }) title: string,
  ): Answered {
    return meetingResult(await renamePaper(ctx.house, await signedIn(ctx), { id, version }, paperId.toLowerCase(), title));
  }

  @SignedIn()
  @Mutation(() => MeetingResult, { description: `Moves a paper among those of its item. ${AT_ONCE} ${WHO}` })
  async movePaper(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @PaperId() paperId: string,
    @Arg('position', () => Int, { description: 'From 1; beyond the end is the end.' }) position: number,
  ): Answered {
    return meetingResult(await movePaper(ctx.house, await signedIn(ctx), { id, version }, paperId.toLowerCase(), position));
  }

  @SignedIn()
  @Mutation(() => MeetingResult, { description: `Takes a paper back; that a notice listed it stays on record. ${AT_ONCE} ${WHO}` })
  async withdrawPaper(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @PaperId() paperId: string): Answered {
    return meetingResult(await withdrawPaper(ctx.house, await signedIn(ctx), { id, version }, paperId.toLowerCase()));
  }

  @SignedIn()
  @Mutation(() => MeetingResult, { description: `Calls a noticed meeting off; everybody reads that, and why. ${WHO}` })
  async cancelMeeting(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Arg('reason', () => String, { description: '1 to 500 characters.' }) reason: string,
  ): Answered {
    return meetingResult(await cancelMeeting(ctx.house, await signedIn(ctx), { id, version }, reason));
  }

  @SignedIn()
  @Mutation(() => MeetingResult, { description: `Discards a draft. ${WHO}` })
  async discardMeeting(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number): Answered {
    return meetingResult(await discardMeeting(ctx.house, await signedIn(ctx), { id, version }));
  }
}

const END = 1000;
const placeOf = (place: ItemPlaceInput | null) => ({ parentId: place?.parentId?.toLowerCase() ?? null, position: place?.position ?? END });
