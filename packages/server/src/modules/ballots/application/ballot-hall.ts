import type { House } from '../../../platform/room.ts';
import { BallotHomes } from './ballot-homes.ts';
import { type CastWriter, castWriter } from './cast-writer.ts';
import { Definitions } from './ballot-definitions.ts';
import { BoxLimits } from './secret/box-limits.ts';
import { OpenPools } from './secret/open-pools.ts';
import { type SecretWriter, secretWriter } from './secret/secret-writer.ts';
import { TurnoutTimer } from './turnout.ts';

/** What this room keeps in memory, once per house. */
export interface BallotHall {
  readonly homes: BallotHomes;
  readonly definitions: Definitions;
  readonly writer: CastWriter;
  readonly turnout: TurnoutTimer;
  readonly pools: OpenPools;
  readonly secretWriter: SecretWriter;
  readonly limits: BoxLimits;
}

const kept = new WeakMap<House, BallotHall>();

export function hallOf(house: House): BallotHall {
  let hall = kept.get(house);
  if (hall === undefined) {
    hall = {
      homes: new BallotHomes(house), definitions: new Definitions(house), writer: castWriter(house), turnout: new TurnoutTimer(house),
      pools: new OpenPools(house), secretWriter: secretWriter(house), limits: new BoxLimits(),
    };
    kept.set(house, hall);
  }
  return hall;
}
