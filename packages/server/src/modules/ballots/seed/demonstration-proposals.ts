import type { ProposalWording } from '../domain/rounds/proposal-wording.ts';
import { PLAIN_QUORUM } from '../domain/rounds/proposal.ts';

type Words = Omit<ProposalWording, 'constituencies' | 'named' | 'facilitatorId'>;
const both = (en: string, es: string) => [{ locale: 'en', text: en }, { locale: 'es', text: es }];
const common = { quorum: PLAIN_QUORUM, publicRecord: false } as const;

/** Asked of all staff, open. */
export const guards: Words = {
  ...common,
  kind: 'FIST_TO_FIVE',
  title: both('Greet every student at the gate in the morning', 'Recibir a cada estudiante en la entrada por la mañana'),
  body: both(
    'From January on, two of us stand at each gate from 7:40 to 8:00 and greet every student by name.\nWe take turns, one week each. After six weeks we look at late arrivals and decide whether to go on.',
    'Desde enero, dos de nosotros estamos en cada entrada de 7:40 a 8:00 y saludamos a cada estudiante por su nombre.\nNos turnamos, una semana cada quien. Después de seis semanas revisamos las llegadas tarde y decidimos si seguimos.'),
};

/** Asked of a small team; somebody objected to its first words. */
export const reading: Words = {
  ...common,
  kind: 'CONSENT',
  title: both('Twenty minutes of quiet reading each week', 'Veinte minutos de lectura en silencio cada semana'),
  body: both(
    'On Tuesdays the first twenty minutes of the third period are quiet reading, in every room, for everybody, adults too. We try it until the end of January.',
    'Los martes, los primeros veinte minutos del tercer periodo son de lectura en silencio, en cada salón y para todos, también los adultos. Lo probamos hasta fines de enero.'),
};

export const readingAmended = {
  title: reading.title,
  body: both(
    'On Thursdays the first twenty minutes of the third period are quiet reading, in every room, for everybody, adults too. Nobody is pulled out of class then. We try it until the end of January.',
    'Los jueves, los primeros veinte minutos del tercer periodo son de lectura en silencio, en cada salón y para todos, también los adultos. A esa hora no se saca a nadie de clase. Lo probamos hasta fines de enero.'),
};
