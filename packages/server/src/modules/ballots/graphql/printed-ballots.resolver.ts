import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import { signedIn } from '../../people/index.ts';
import { ofWhole } from '../application/ballot-reader.ts';
import type { BallotOutline } from '../application/ballot-record.ts';
import { enterPaper } from '../application/printed/enter-paper.ts';
import { givePrintedBallot, takeBackPrintedBallot } from '../application/printed/give-printed-ballot.ts';
import { printedBallots } from '../application/printed/printed-reader.ts';
import type { Constituency } from '../domain/ballot.ts';
import type { Refusal } from '../domain/refusal.ts';
import { BallotChanged, BallotRefused } from './ballot-answers.type.ts';
import { BallotType } from './ballot.type.ts';
import { PaperPileInput, PrintedBallotResult, PrintedBallotsType } from './printed-ballots.type.ts';

const Id = () => Arg('id', () => ID, { description: 'The ballot; a secret one.' });
const PersonId = () => Arg('personId', () => ID, { description: 'A person on its roll.' });

const answer = (refusal: Refusal | null, ballotId: string): typeof PrintedBallotResult =>
  (refusal === null ? new BallotChanged(ballotId.toLowerCase()) : new BallotRefused(refusal, ballotId.toLowerCase()));

@Resolver(() => BallotType)
export class PrintedBallotsResolver {
  @FieldResolver(() => PrintedBallotsType, { nullable: true, description: 'Its printed ballots; null for whoever is not of its election committee, and for ballots that are not secret. Not available in subscriptions.' })
  printed(@Root() ballot: BallotOutline, @Ctx() ctx: RequestContext): Promise<PrintedBallotsType | null> {
    return Promise.resolve(ofWhole(ctx, ballot, (whole) => printedBallots(ctx, whole)));
  }

  @SignedIn()
  @Mutation(() => PrintedBallotResult, { description: 'Marks the roll: this person votes on a printed ballot, and no longer by phone. Refused once a digital ballot paper was taken. The election committee.' })
  async givePrintedBallot(@Ctx() ctx: RequestContext, @Id() id: string, @PersonId() personId: string): Promise<typeof PrintedBallotResult> {
    return answer(await givePrintedBallot(ctx.house, await signedIn(ctx), { ballotId: id, personId }), id);
  }

  @SignedIn()
  @Mutation(() => PrintedBallotResult, { description: 'Takes an unused printed ballot back while voting is open; the person may vote by phone again. The election committee.' })
  async takeBackPrintedBallot(@Ctx() ctx: RequestContext, @Id() id: string, @PersonId() personId: string): Promise<typeof PrintedBallotResult> {
    return answer(await takeBackPrintedBallot(ctx.house, await signedIn(ctx), { ballotId: id, personId }), id);
  }

  @SignedIn()
  @Mutation(() => PrintedBallotResult, { description: 'What the viewer read off the printed ballots of one constituency, once voting is closed. Two different people read; when they agree everywhere, the ballot is counted. The election committee.' })
  async enterPrintedBallots(
    @Ctx() ctx: RequestContext, @Id() id: string,
    @Arg('constituency', () => ConstituencyEnum, { description: 'One in which printed ballots were given out.' }) constituency: Constituency,
    @Arg('piles', () => [PaperPileInput], { description: 'All of them; empty when none came back.' }) piles: PaperPileInput[],
  ): Promise<typeof PrintedBallotResult> {
    return answer(await enterPaper(ctx.house, await signedIn(ctx), { ballotId: id, constituency, piles }), id);
  }
}
