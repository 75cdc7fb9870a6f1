import { Field, ID, ObjectType } from 'type-graphql';
import type { SettledHow, SettledItem } from '../application/settled-items.ts';
import { SettledHowEnum } from './remedy-enums.type.ts';

@ObjectType('SettledItem', { simpleResolvers: true, description: 'That what an agenda item came up for was settled before the meeting.' })
export class SettledItemType implements SettledItem {
  @Field(() => ID, { description: 'The agenda item.' })
  itemId!: string;

  @Field(() => SettledHowEnum, { description: 'How.' })
  how!: SettledHow;

  @Field(() => String, { description: 'The day, where the body meets, `yyyy-mm-dd`.' })
  settledOn!: string;
}
