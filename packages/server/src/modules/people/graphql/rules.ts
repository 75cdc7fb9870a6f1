import { isEmail, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import { isLocale, isTimeZone } from '../application/standards.ts';

@ValidatorConstraint({ name: 'isLocale' })
export class IsLocale implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return (Array.isArray(value) ? value : [value]).every((each) => typeof each === 'string' && isLocale(each));
  }

  defaultMessage(): string { return 'a BCP 47 tag'; }
}

@ValidatorConstraint({ name: 'isTimeZone' })
export class IsTimeZone implements ValidatorConstraintInterface {
  validate(value: unknown): boolean { return typeof value === 'string' && isTimeZone(value); }

  defaultMessage(): string { return 'an IANA time zone'; }
}

/** The library's own check throws at half a surrogate pair. */
@ValidatorConstraint({ name: 'isEmail' })
export class IsEmailAddress implements ValidatorConstraintInterface {
  validate(value: unknown): boolean { return typeof value === 'string' && value.isWellFormed() && isEmail(value); }

  defaultMessage(): string { return 'an e-mail address'; }
}

/** 64 hexadecimal digits: a token derived from a slip, or a SHA-256. */
export const HEX_64 = /^[0-9a-f]{64}$/i;
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Something other than spaces; no control characters, and no halves of characters. */
export const NAME = /^(?=.*\S)[^\p{Cc}\p{Cs}]+$/u;
/** What the database can keep: whole characters, and none of them null. */
export const TEXT = /^[^\0\p{Cs}]*$/u;
export const PHONE = /^[+(\d][\d ().\-x]{4,31}$/;
