import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import type { SeatRecord } from '../application/body-record.ts';
import type { Constituency, SeatBasis, SeatWay, Vacancy } from '../domain/body.ts';
import { SeatBasisEnum, SeatWayEnum, VacancyEnum } from './body-enums.type.ts';

type Fields = 'id' | 'seatId' | 'bodyId' | 'constituency' | 'number' | 'way' | 'chosenBy' | 'votes' | 'basis' | 'vacancy' | 'starts' | 'ends';

@ObjectType('Seat', { description: 'A seat of a body: held from one day to another, or vacant. Who holds it is public; students are named only to members of the environment.' })
export class SeatType implements Pick<SeatRecord, Fields> {
  @Field(() => ID, { description: 'Of this holding or vacancy.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'Of the seat itself, whoever holds it.' })
  seatId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Of the body.' })
  bodyId!: string | null;

  @Field(() => ConstituencyEnum, { description: 'Whose seat it is.' })
  constituency!: Constituency;

  @Field(() => Int, { description: 'Which of the constituency\'s seats, from 1.' })
  number!: number;

  @Field(() => SeatWayEnum, { description: 'How it is filled.' })
  way!: SeatWay;

  @Field(() => ConstituencyEnum, { description: 'Whose choice it is; parents may choose a community member.' })
  chosenBy!: Constituency;

  @Field(() => Boolean, { description: 'Whoever holds it votes.' })
  votes!: boolean;

  @Field(() => SeatBasisEnum, { description: 'How its holder came to it.' })
  basis!: SeatBasis;

  @Field(() => VacancyEnum, { nullable: true, description: 'Why nobody holds it.' })
  vacancy!: Vacancy | null;

  @Field(() => String, { description: 'First day, `yyyy-mm-dd`.' })
  starts!: string;

  @Field(() => String, { description: 'Last day, `yyyy-mm-dd`. Who holds it goes on until the body\'s new year.' })
  ends!: string;
}
