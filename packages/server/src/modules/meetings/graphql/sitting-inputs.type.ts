import { Field, ID, InputType } from 'type-graphql';
import type { SpeakerWording } from '../application/speakers.ts';

@InputType('SpeakerInput', { description: 'Who asks to speak, to what, and how.' })
export class SpeakerInput {
  @Field(() => ID, { nullable: true, description: 'The item; left out: anything within the body\'s jurisdiction.' })
  itemId?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'A visitor without an account; whoever runs the sitting enters them.' })
  visitor!: boolean;

  @Field(() => String, { nullable: true, description: 'A visitor\'s name, if they give one; at most 120 characters. Of others it is known.' })
  name?: string | null;

  @Field(() => ID, { nullable: true, description: 'A member for whom whoever runs the sitting asks; left out: oneself.' })
  memberId?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Nobody reads the name but those who run the sitting.' })
  nameWithheld!: boolean;

  @Field(() => String, { nullable: true, description: 'What they speak, as a BCP 47 tag.' })
  language?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Through an interpreter.' })
  translated!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'The interpreter speaks at the same time.' })
  simultaneous!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'From elsewhere.' })
  remote!: boolean;
}

export const speakerWordingOf = ({ itemId = null, name = null, memberId = null, language = null, ...rest }: SpeakerInput): SpeakerWording =>
  ({ ...rest, itemId, name, memberId, language });
