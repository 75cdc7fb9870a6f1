import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import {
  AddItemDocument, AdjournMeetingDocument, AnnounceResultDocument, AskToSpeakDocument, AssignActionDocument, AttendDocument, CallSpeakerDocument,
  CallToOrderDocument, CastVoteDocument, CloseItemDocument, CountVisitorsDocument, EndWithoutQuorumDocument, ExtendSpeakerDocument, FinishSpeakerDocument,
  LapseAmendmentDocument, LapseMotionDocument, MoveAmendmentDocument, MoveMotionDocument, MoveSpeakerDocument, ObjectToQuestionDocument, OfferCommentDocument,
  PauseSpeakerDocument, PresideDocument, PutQuestionDocument, RecordAttendanceDocument, ReferMotionDocument, ResumeSpeakerDocument, SecondAmendmentDocument,
  SecondMotionDocument, StateMotionDocument, StopQuestionDocument, TableMotionDocument, TakeRecordDocument, TakeUpItemDocument, TakeUpMotionDocument,
  WithdrawAmendmentDocument, WithdrawMotionDocument, WithdrawSpeakerDocument,
} from '../../gql/graphql.ts';

/** Every act of the room, by its name in the contract. */
export const ACTS = {
  callToOrder: CallToOrderDocument, recordAttendance: RecordAttendanceDocument, attend: AttendDocument, countVisitors: CountVisitorsDocument, preside: PresideDocument,
  takeRecord: TakeRecordDocument, takeUpItem: TakeUpItemDocument, closeItem: CloseItemDocument, addItem: AddItemDocument, offerComment: OfferCommentDocument,
  askToSpeak: AskToSpeakDocument, withdrawSpeaker: WithdrawSpeakerDocument, callSpeaker: CallSpeakerDocument, pauseSpeaker: PauseSpeakerDocument,
  resumeSpeaker: ResumeSpeakerDocument, extendSpeaker: ExtendSpeakerDocument, finishSpeaker: FinishSpeakerDocument, moveSpeaker: MoveSpeakerDocument,
  adjournMeeting: AdjournMeetingDocument, endWithoutQuorum: EndWithoutQuorumDocument, moveMotion: MoveMotionDocument, secondMotion: SecondMotionDocument,
  lapseMotion: LapseMotionDocument, stateMotion: StateMotionDocument, withdrawMotion: WithdrawMotionDocument, tableMotion: TableMotionDocument,
  takeUpMotion: TakeUpMotionDocument, referMotion: ReferMotionDocument, moveAmendment: MoveAmendmentDocument, secondAmendment: SecondAmendmentDocument,
  withdrawAmendment: WithdrawAmendmentDocument, lapseAmendment: LapseAmendmentDocument, putQuestion: PutQuestionDocument, castVote: CastVoteDocument,
  object: ObjectToQuestionDocument, stopQuestion: StopQuestionDocument, announceResult: AnnounceResultDocument, assignAction: AssignActionDocument,
} as const;

export type ActName = keyof typeof ACTS;
export const isActName = (name: string): name is ActName => Object.hasOwn(ACTS, name);

type VariablesOf<Document> = Document extends TypedDocumentNode<infer _Data, infer Variables> ? Variables : never;
/** What an act needs besides the key that the queue makes for it. */
export type ActVariables<Name extends ActName> = Omit<VariablesOf<(typeof ACTS)[Name]>, 'key'>;

export const documentOf = (name: ActName) => ACTS[name] as unknown as TypedDocumentNode<Record<string, unknown>, OperationVariables>;
