import type { NoticeChange } from '../message.ts';
import type { Templates } from '../template.ts';

const CHANGED: Readonly<Record<NoticeChange, string>> = { TIME: 'la hora', PLACE: 'el lugar', AGENDA: 'la agenda', DETAILS: 'algunos detalles' };

const listed = new Intl.ListFormat('es', { type: 'conjunction' });

export const es: Templates = {
  MEETING_NOTICED: ({ body, title, startsAt, place }, { said, moment, day }) => ({
    title: `${said(body)} se reúne el ${day(startsAt)}`,
    body: `${said(title)}: ${moment(startsAt)}, ${said(place)}. La agenda está publicada y todos pueden asistir.`,
  }),
  MEETING_CHANGED: ({ body, title, startsAt, place, changes }, { said, moment }) => ({
    title: `${said(body)}: el aviso cambió`,
    body: `${said(title)}: cambió lo siguiente: ${listed.format(changes.map((change) => CHANGED[change]))}. La reunión es el ${moment(startsAt)}, ${said(place)}.`,
  }),
  MEETING_CANCELLED: ({ body, title, startsAt, reason }, { said, moment }) => ({
    title: `${said(body)} no se reúne`,
    body: `${said(title)}, ${moment(startsAt)}, se cancela: ${said(reason)}`,
  }),
  MINUTES_CIRCULATED: ({ body, title, correctBy }, { said, day }) => ({
    title: `Actas de ${said(body)} por leer`,
    body: `${said(title)}: ya está el borrador de las actas.${correctBy === null ? '' : ` Envíe sus correcciones a más tardar el ${day(correctBy)}.`}`,
  }),
  MINUTES_APPROVED: ({ body, title }, { said }) => ({ title: `Actas de ${said(body)} aprobadas`, body: `${said(title)}: las actas están aprobadas y son públicas.` }),
  ACTION_ASSIGNED: ({ title, dueOn }, { said, day }) => ({
    title: 'Se le encargó una tarea',
    body: `${said(title)}${dueOn === null ? '' : `, a más tardar el ${day(dueOn)}`}.`,
  }),
  ACTION_DUE: ({ title, dueOn }, { said, day }) => ({ title: `Vence el ${day(dueOn)}`, body: `Usted se encargó de esto: ${said(title)}.` }),
  RECOMMENDATION_RECEIVED: ({ body, title, respondBy }, { said, day }) => ({
    title: `${said(body)} hace una recomendación`,
    body: `${said(title)}.${respondBy === null ? '' : ` Se debe una respuesta a más tardar el ${day(respondBy)}.`}`,
  }),
  RESPONSE_OWED: ({ body, title, respondBy }, { said, day }) => ({
    title: `${said(body)} espera su respuesta`,
    body: `${said(title)}. La respuesta se debe a más tardar el ${day(respondBy)}.`,
  }),
  RESPONSE_GIVEN: ({ body, title }, { said }) => ({ title: `Una respuesta a ${said(body)}`, body: `${said(title)}: la recomendación fue respondida.` }),
  DEMAND_RECEIVED: ({ body, title, respondBy }, { said, day }) => ({
    title: `Alguien exige que ${said(body)} corrija algo`,
    body: `${said(title)}.${respondBy === null ? '' : ` El último día para hacerlo es el ${day(respondBy)}.`}`,
  }),
  DEMAND_DUE: ({ body, title, respondBy }, { said, day }) => ({
    title: `${said(body)} aún no responde a una exigencia`,
    body: `${said(title)}. La ley pide una respuesta a más tardar el ${day(respondBy)}.`,
  }),
  BODY_ROSTER: ({ body }, { said }) => ({ title: `${said(body)}: cambiaron sus miembros`, body: 'Quién ocupa cada puesto está en su página.' }),
};
