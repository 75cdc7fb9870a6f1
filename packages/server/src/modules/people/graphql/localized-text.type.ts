import { Matches, MaxLength, MinLength, Validate } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { IsLocale, TEXT } from './rules.ts';

@ObjectType('LocalizedText', { simpleResolvers: true, description: 'One text in one language.' })
export class LocalizedTextType {
  @Field(() => String, { description: 'BCP 47 tag, for example "es".' })
  locale!: string;

  @Field(() => String, { description: 'Plain text; line breaks are kept.' })
  text!: string;
}

@InputType('LocalizedTextInput', { description: 'One text in one language; a language may be given once.' })
export class LocalizedTextInput {
  @Field(() => String, { description: 'BCP 47 tag, for example "es".' })
  @Validate(IsLocale)
  locale!: string;

  @Field(() => String, { description: '1 to 4000 characters.' })
  @MinLength(1)
  @MaxLength(4000)
  @Matches(TEXT)
  text!: string;
}

/** Text by BCP 47 tag, as stored, to the contract's list, in the order of the tags. */
export const localized = (texts: Readonly<Record<string, string>>): LocalizedTextType[] =>
  Object.keys(texts).sort().map((locale) => ({ locale, text: texts[locale]! }));
