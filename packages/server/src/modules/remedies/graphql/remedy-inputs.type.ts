import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { DemandGround } from '../../meetings/index.ts';
import { LocalizedTextInput } from '../../people/graphql/localized-text.type.ts';
import type { Demanding } from '../application/demand-reconsideration.ts';
import type { Responding } from '../application/respond.ts';
import type { ResponseKind } from '../domain/recommendation.ts';
import { MOST_LOCALES } from '../domain/wording.ts';
import { DemandGroundEnum, ResponseKindEnum } from './remedy-enums.type.ts';

@InputType('DemandInput', { description: 'A demand as somebody makes it, with an account or without one.' })
export class DemandInput {
  @Field(() => ID, { description: 'The agenda item about which something was done.' })
  itemId!: string;

  @Field(() => DemandGroundEnum, { description: 'What was wrong.' })
  ground!: DemandGround;

  @Field(() => String, { description: 'In one\'s own words and language; 1 to 4,000 characters. Read by who prepares the body\'s meetings alone.' })
  words!: string;

  @Field(() => String, { nullable: true, description: 'Who demands; at most 200 characters. Never shown to the public.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Where an answer reaches them; at most 300 characters. Never shown to the public.' })
  contact?: string | null;

  @Field(() => String, { description: '128 bits made by the device, as 22 characters of base64url: whoever has them follows the demand. Sent again, it is the same demand. Its hash is kept.' })
  secret!: string;
}

export const demandingOf = ({ name = null, contact = null, itemId, ground, words, secret }: DemandInput): Demanding => ({ itemId, ground, words, secret, name, contact });

@InputType('ResponseInput', { description: 'A formal response as it is written.' })
export class ResponseInput {
  @Field(() => ResponseKindEnum, { description: 'What it says.' })
  kind!: ResponseKind;

  @Field(() => [LocalizedTextInput], { description: 'Why, and what follows; in every required language before it is given (EC 48985). At most 4,000 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  text!: LocalizedTextInput[];

  @Field(() => ID, { nullable: true, description: 'The motion with which the deciding body adopted it; left out: written by its chair or vice-chair.' })
  motionId?: string | null;

  @Field(() => Boolean, { defaultValue: true, description: 'False: a draft, for those who write it.' })
  give!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'The writer was told which students it names (STUDENT_NAMED); everybody reads their seats all the same.' })
  keepNames!: boolean;
}

export const respondingOf = ({ motionId = null, ...rest }: ResponseInput): Responding => ({ ...rest, motionId });
