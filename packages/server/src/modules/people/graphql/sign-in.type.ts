import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, Length, Matches, MaxLength, Validate } from 'class-validator';
import { Field, GraphQLISODateTime, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import type { ViewerFacts } from '../domain/viewer.ts';
import { SessionTransportEnum, enumOf } from './enums.type.ts';
import { HEX_64, IsLocale, IsTimeZone, NAME, SLUG, TEXT } from './rules.ts';
import { ViewerType } from './viewer.type.ts';

@InputType('SignInInput', { description: 'Signing in with an access slip.' })
export class SignInInput {
  @Field(() => String, { description: '64 hexadecimal digits: the token derived from the slip, never the slip.' })
  @Matches(HEX_64)
  token!: string;

  @Field(() => SessionTransportEnum, { defaultValue: 'COOKIE', description: 'COOKIE sets an HttpOnly cookie; BEARER answers with a token.' })
  @IsIn(['COOKIE', 'BEARER'])
  transport!: 'COOKIE' | 'BEARER';

  @Field(() => String, { nullable: true, description: 'A label for the list of sessions, at most 80 characters.' })
  @IsOptional()
  @MaxLength(80)
  @Matches(TEXT)
  device?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'On a phone that is not the person\'s own: the session ends after half an hour without use, the cookie with the browser.' })
  guest!: boolean;
}

export type SignInRefusal = 'UNKNOWN_SLIP' | 'THROTTLED' | 'SETUP_ALREADY_DONE';
export const SignInRefusalEnum = enumOf<SignInRefusal>(['UNKNOWN_SLIP', 'THROTTLED', 'SETUP_ALREADY_DONE']);
registerEnumType(SignInRefusalEnum, {
  name: 'SignInRefusal',
  description: 'Why nobody was signed in.',
  valuesConfig: {
    UNKNOWN_SLIP: { description: 'No slip, or one that was replaced, revoked or has expired: all answer alike.' },
    THROTTLED: { description: 'Too many tries from here; `retryAfter` says when to try again.' },
    SETUP_ALREADY_DONE: { description: 'The set-up link was used before.' },
  },
});

@ObjectType('SignedIn', { description: 'A new session.' })
export class SignedInType {
  constructor(viewer: ViewerFacts, expiresAt: Date, bearerToken: string | null) {
    this.viewer = viewer;
    this.expiresAt = expiresAt;
    this.bearerToken = bearerToken;
  }

  @Field(() => ViewerType, { description: 'Who is signed in now.' })
  viewer: ViewerFacts;

  @Field(() => String, { nullable: true, description: 'Only for BEARER, and shown once: send it as `Authorization: Bearer <token>`.' })
  bearerToken: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When the session ends unless it is used before.' })
  expiresAt: Date;
}

@ObjectType('SignInRefused', { description: 'Nobody was signed in.' })
export class SignInRefusedType {
  constructor(reason: SignInRefusal, retryAfter: number | null = null) {
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  @Field(() => SignInRefusalEnum, { description: 'Why.' })
  reason: SignInRefusal;

  @Field(() => Int, { nullable: true, description: 'Seconds to wait, when throttled.' })
  retryAfter: number | null;
}

export const SignInResultUnion = createUnionType({
  name: 'SignInResult',
  description: 'A session, or why there is none.',
  types: () => [SignedInType, SignInRefusedType] as const,
});

@InputType('SetUpSchoolInput', { description: 'The first school of an empty server, its first environment and its first administrator.' })
export class SetUpSchoolInput {
  @Field(() => String, { description: '64 hexadecimal digits: what follows # in the set-up link the server printed.' })
  @Matches(HEX_64)
  setupToken!: string;

  @Field(() => String, { description: '1 to 200 characters.' })
  @Length(1, 200)
  @Matches(NAME)
  schoolName!: string;

  @Field(() => String, { description: '1 to 200 characters.' })
  @Length(1, 200)
  @Matches(NAME)
  environmentName!: string;

  @Field(() => String, { description: '2 to 60 lower-case letters, digits and single hyphens.' })
  @Length(2, 60)
  @Matches(SLUG)
  slug!: string;

  @Field(() => String, { description: 'IANA name, for example "America/Los_Angeles".' })
  @Validate(IsTimeZone)
  timeZone!: string;

  @Field(() => [String], { description: '1 to 12 BCP 47 tags.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @Validate(IsLocale)
  requiredLocales!: string[];

  @Field(() => String, { description: "The administrator's; 1 to 100 characters." })
  @Length(1, 100)
  @Matches(NAME)
  givenName!: string;

  @Field(() => String, { description: "The administrator's; 1 to 100 characters." })
  @Length(1, 100)
  @Matches(NAME)
  familyName!: string;

  @Field(() => String, { description: 'BCP 47 tag of the language the administrator reads.' })
  @Validate(IsLocale)
  locale!: string;

  @Field(() => String, { description: "64 hexadecimal digits: SHA-256 of the 32-byte token of the administrator's own new slip." })
  @Matches(HEX_64)
  slipTokenHash!: string;
}

@InputType('PreferencesInput', { description: "The viewer's own preferences." })
export class PreferencesInput {
  @Field(() => String, { description: 'BCP 47 tag of the language to read in.' })
  @Validate(IsLocale)
  locale!: string;
}
