import type { House } from '../../../platform/room.ts';
import { CHANNELS, type Channel } from '../domain/message.ts';
import type { Carriers } from './carrier.ts';
import { developmentCarrier } from './development-carrier.ts';

/** What this house sends by: in a demonstration into a box that one can look into, else by nothing but the mailbox. */
export function carriersOf({ config, db }: Pick<House, 'config' | 'db'>): Carriers {
  const carrier = developmentCarrier(db);
  return config.demo ? { EMAIL: carrier, SMS: carrier } : {};
}

/** Channels that something is carried by. */
export const channelsOf = (carriers: Carriers): Channel[] => CHANNELS.filter((channel) => carriers[channel] !== undefined);
