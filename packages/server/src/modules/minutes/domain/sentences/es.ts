import type { Sentences } from './sentences.ts';

const KINDS: Readonly<Record<string, string>> = { REGULAR: 'la reunión ordinaria', SPECIAL: 'la reunión extraordinaria', PLANNING_SESSION: 'la sesión de planeación' };
const OFFICES: Readonly<Record<string, string>> = {
  CHAIR: 'presidencia', VICE_CHAIR: 'vicepresidencia', SECRETARY: 'secretaría', TREASURER: 'tesorería', PARLIAMENTARIAN: 'parlamentario', DELEGATE: 'delegación',
};
const MOTIONS: Readonly<Record<string, string>> = {
  URGENCY: 'para declarar que el punto debe decidirse ahora', ADJOURN: 'para levantar la sesión', APPROVE_MINUTES: 'para aprobar actas', AMEND_MINUTES: 'para enmendar actas aprobadas',
  RECONSIDER: 'para reconsiderar', RECOMMEND: 'para recomendar',
};
const OF = { CAST: 'votos emitidos', PRESENT: 'miembros presentes', MEMBERS: 'miembros' } as const;
const VOTES = { AYE: 'a favor', NO: 'en contra', ABSTAIN: 'abstención', RECUSED: 'no participa por conflicto de interés', ABSENT: 'ausente' } as const;

/** One o'clock is one hour, and the others are many. */
const at = (time: string): string => (/^1:/.test(time) ? `a la ${time}` : `a las ${time}`);
/** A time in the morning or afternoon ends with a period of its own (4:45 a.m.). */
const ended = (said: string): string => (said.endsWith('.') ? said : `${said}.`);
const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
const by = (mover: string, seconder: string | null): string => `presentada por ${mover}${seconder === null ? '' : `, secundada por ${seconder}`}`;

export const es: Sentences = {
  locale: 'es',
  student: 'Estudiante',
  aStudent: 'un estudiante',
  somebody: 'Una persona visitante',
  nameWithheld: 'Nombre reservado',
  title: (kind, body, day) => `${body}: acta de ${KINDS[kind] ?? 'la reunión'} del ${day}`,
  held: (day, place, online) => `La reunión se celebró el ${day}${place === '' ? '' : `, ${place}`}${online ? ', y en línea' : ''}.`,
  calledToOrder: (time, presiding) => ended(presiding === null ? `La reunión se abrió ${at(time)}` : `${presiding} presidió y abrió la reunión ${at(time)}`),
  secretary: (name) => `${name} levantó el acta.`,
  attendance: (present, members, visitors) => `Presentes en algún momento: ${present} de ${many(members, 'miembro', 'miembros')}. Visitantes: ${visitors}.`,
  member: (name, seat, office) => `${name} (${[seat, office === null ? '' : OFFICES[office] ?? ''].filter(Boolean).join(', ')})`,
  absent: 'ausente',
  presentThroughout: 'presente',
  came: (time) => `llegó ${at(time)}`,
  left: (time) => `se retiró ${at(time)}`,
  online: 'en línea',
  quorum: (present, members, needed, met) => `${met ? 'Hubo quórum' : 'No hubo quórum'} al abrir la reunión: ${present} de ${many(members, 'miembro', 'miembros')}; se necesitaban ${needed}.`,
  quorumChanged: (time, present, needed, met) => `${at(time).replace('a', 'A')} ${met ? 'se recuperó' : 'se perdió'} el quórum: ${present} presentes; se necesitaban ${needed}.`,
  prior: (action, days) => ({
    APPROVED: `Se aprobó el acta del ${days}.`,
    APPROVED_AS_CORRECTED: `Se aprobó el acta del ${days} con las correcciones hechas.`,
    POSTPONED: `No se decidió sobre el acta del ${days}.`,
    NONE_PENDING: 'No había actas de reuniones anteriores por aprobar.',
  })[action],
  addedInSession: 'Este punto no figuraba en la convocatoria; se añadió durante la reunión.',
  urgencyFound: 'El órgano declaró que debía decidir este punto ahora y que surgió después de publicarse la convocatoria.',
  comment: (speakers) => (speakers === 0 ? 'Se invitó al público a hablar; nadie lo hizo.' : `Se invitó al público a hablar; lo ${speakers === 1 ? 'hizo' : 'hicieron'} ${many(speakers, 'persona', 'personas')}:`),
  generalComment: 'Comentarios del público sobre cualquier asunto de la competencia del órgano',
  speaker: (language, interpreted) => [language === null ? '' : `en ${language}`, interpreted ? 'con interpretación' : ''].filter(Boolean).join(', '),
  motion: (number, kind, mover, seconder, text) => `Moción ${number}${MOTIONS[kind] === undefined ? '' : ` ${MOTIONS[kind]}`}, ${by(mover, seconder)}: «${text}»`,
  findings: (immediate, afterPosting) => `Por qué ahora: ${immediate} Cómo surgió después de publicarse la convocatoria: ${afterPosting}`,
  amendment: (mover, seconder, text) => `Enmienda, ${by(mover, seconder)}, para que diga: «${text}»`,
  asAmended: (text) => `Con la enmienda: «${text}»`,
  voted: (adopted, { ayes, noes, abstentions, recused, needed, of }) =>
    `${adopted ? 'Aprobada' : 'No aprobada'}: ${ayes} a favor, ${noes} en contra, ${many(abstentions, 'abstención', 'abstenciones')}${recused === 0 ? '' : `, ${recused} sin participar por conflicto de interés`}; se necesitaban ${needed} a favor, de ${OF[of]}.`,
  withoutObjection: () => 'Aprobada sin objeción, después de ponerse a consideración.',
  disposed: (how, to) => {
    switch (how) {
      case 'LAPSED': return 'Nadie la secundó y no prosperó.';
      case 'TABLED': return 'Quedó sobre la mesa.';
      case 'REFERRED': return `Se remitió a ${to ?? ''}.`;
      case 'WITHDRAWN': return 'Fue retirada.';
      case null: return 'No se decidió.';
    }
  },
  vote: (vote) => VOTES[vote],
  decision: (number, text) => `Decisión ${number}: ${text}`,
  because: (rationale) => `Por qué ayuda al aprendizaje: ${rationale}`,
  action: (owner, title, due) => `${owner} hará lo siguiente${due === null ? '' : ` a más tardar el ${due}`}: ${title}`,
  outcome: (outcome) => ({
    CONTINUED: 'El punto continúa en una reunión posterior.', TABLED: 'El punto quedó sobre la mesa.', WITHDRAWN: 'El punto fue retirado.', DISCUSSED: 'El punto se trató; no se tomó ninguna decisión.',
  })[outcome],
  generalNotes: 'Notas',
  otherMotions: 'Otras mociones',
  approve: (day) => `Aprobar el acta del ${day}`,
  approving: 'El órgano lee el acta que se envió a sus miembros, la corrige si hace falta y la aprueba.',
  whyApprove: 'Las familias y el personal solo pueden pedir cuentas de lo que se decidió para los estudiantes si quedó bien escrito.',
  amended: (number, day, text) => `Versión ${number}, enmendada por el órgano el ${day}: «${text}»`,
  adjourned: (time) => ended(`La sesión se levantó ${at(time)}`),
};
