import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsBoolean, IsOptional, Length, Matches, MaxLength, Validate, ValidateNested } from 'class-validator';
import { Field, GraphQLISODateTime, ID, InputType } from 'type-graphql';
import { type Constituency, type Role } from '../domain/constituency.ts';
import { ConstituencyEnum, RoleEnum } from './enums.type.ts';
import { LocalizedTextInput } from './localized-text.type.ts';
import { HEX_64, IsEmailAddress, IsLocale, IsTimeZone, NAME, PHONE } from './rules.ts';

@InputType('UpdateEnvironmentInput', { description: 'What is left out stays as it is.' })
export class UpdateEnvironmentInput {
  @Field(() => ID, { description: 'The environment.' })
  id!: string;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  @IsOptional()
  @Length(1, 200)
  @Matches(NAME)
  name?: string | null;

  @Field(() => [LocalizedTextInput], { nullable: true, description: 'The whole vision statement; replaces every language of the earlier one.' })
  @IsOptional()
  @ArrayMaxSize(24)
  @ArrayUnique((each: LocalizedTextInput) => each.locale)
  @ValidateNested({ each: true })
  vision?: LocalizedTextInput[] | null;

  @Field(() => [String], { nullable: true, description: '1 to 12 BCP 47 tags.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @ArrayUnique()
  @Validate(IsLocale)
  requiredLocales?: string[] | null;

  @Field(() => String, { nullable: true, description: 'IANA name.' })
  @IsOptional()
  @Validate(IsTimeZone)
  timeZone?: string | null;
}

@InputType('AddPersonInput', { description: 'Someone no roster brings, such as a community partner.' })
export class AddPersonInput {
  @Field(() => ID, { description: 'Where the person belongs.' })
  environmentId!: string;

  @Field(() => String, { description: '1 to 100 characters.' })
  @Length(1, 100)
  @Matches(NAME)
  givenName!: string;

  @Field(() => String, { description: '1 to 100 characters.' })
  @Length(1, 100)
  @Matches(NAME)
  familyName!: string;

  @Field(() => String, { description: 'BCP 47 tag of the language the person reads.' })
  @Validate(IsLocale)
  locale!: string;

  @Field(() => [ConstituencyEnum], { description: 'At least one; not EL_PARENT, which is derived.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @ArrayUnique()
  constituencies!: Constituency[];

  @Field(() => [RoleEnum], { description: 'Only an administrator may give any.' })
  @ArrayMaxSize(4)
  @ArrayUnique()
  roles!: Role[];

  @Field(() => String, { nullable: true, description: 'At most 254 characters.' })
  @IsOptional()
  @Validate(IsEmailAddress)
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Digits, spaces and ( ) + - . x; at most 32 characters.' })
  @IsOptional()
  @Matches(PHONE)
  phone?: string | null;
}

@InputType('UpdatePersonInput', { description: 'What is left out stays; e-mail and phone are cleared with null.' })
export class UpdatePersonInput {
  @Field(() => ID, { description: 'The person.' })
  id!: string;

  @Field(() => String, { nullable: true, description: '1 to 100 characters.' })
  @IsOptional()
  @Length(1, 100)
  @Matches(NAME)
  givenName?: string | null;

  @Field(() => String, { nullable: true, description: '1 to 100 characters.' })
  @IsOptional()
  @Length(1, 100)
  @Matches(NAME)
  familyName?: string | null;

  @Field(() => String, { nullable: true, description: 'BCP 47 tag of the language the person reads.' })
  @IsOptional()
  @Validate(IsLocale)
  locale?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 254 characters; null clears it.' })
  @IsOptional()
  @Validate(IsEmailAddress)
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Digits, spaces and ( ) + - . x; at most 32 characters; null clears it.' })
  @IsOptional()
  @Matches(PHONE)
  phone?: string | null;

  @Field(() => Boolean, { nullable: true, description: "A student's status; makes the guardians EL_PARENT." })
  @IsOptional()
  @IsBoolean()
  englishLearner?: boolean | null;
}

@InputType('SlipInput', { description: 'One new slip; its secret stays in the browser that made it.' })
export class SlipInput {
  @Field(() => ID, { description: 'Whom it signs in.' })
  @MaxLength(64)
  personId!: string;

  @Field(() => String, { description: '64 hexadecimal digits: SHA-256 of the 32-byte token.' })
  @Matches(HEX_64)
  tokenHash!: string;
}

@InputType('MakeAccessSlipsInput', { description: 'New slips for people of one environment.' })
export class MakeAccessSlipsInput {
  @Field(() => ID, { description: 'Where the people belong.' })
  environmentId!: string;

  @Field(() => [SlipInput], { description: '1 to 1000; a person and a token may come once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ArrayUnique((each: SlipInput) => each.personId)
  @ValidateNested({ each: true })
  slips!: SlipInput[];

  @Field(() => GraphQLISODateTime, { description: 'In the future, and at most two years from now.' })
  expiresAt!: Date;

  @Field(() => Boolean, { defaultValue: true, description: 'Ends earlier slips of the same people, and the sessions they began.' })
  revokeEarlier!: boolean;
}
