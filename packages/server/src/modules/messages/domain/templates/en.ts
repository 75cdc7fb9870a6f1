import type { NoticeChange } from '../message.ts';
import type { Templates } from '../template.ts';

const CHANGED: Readonly<Record<NoticeChange, string>> = { TIME: 'the time', PLACE: 'the place', AGENDA: 'the agenda', DETAILS: 'details' };

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

export const en: Templates = {
  MEETING_NOTICED: ({ body, title, startsAt, place }, { said, moment, day }) => ({
    title: `${said(body)} meets on ${day(startsAt)}`,
    body: `${said(title)}: ${moment(startsAt)}, ${said(place)}. The agenda is posted, and everybody may come.`,
  }),
  MEETING_CHANGED: ({ body, title, startsAt, place, changes }, { said, moment }) => ({
    title: `${said(body)}: the notice has changed`,
    body: `${said(title)}: ${listed.format(changes.map((change) => CHANGED[change]))} changed. It meets ${moment(startsAt)}, ${said(place)}.`,
  }),
  MEETING_CANCELLED: ({ body, title, startsAt, reason }, { said, moment }) => ({
    title: `${said(body)} does not meet`,
    body: `${said(title)}, ${moment(startsAt)}, is canceled: ${said(reason)}`,
  }),
  MINUTES_CIRCULATED: ({ body, title, correctBy }, { said, day }) => ({
    title: `Minutes of ${said(body)} to read`,
    body: `${said(title)}: the draft minutes are out.${correctBy === null ? '' : ` Send corrections by ${day(correctBy)}.`}`,
  }),
  MINUTES_APPROVED: ({ body, title }, { said }) => ({ title: `Minutes of ${said(body)} approved`, body: `${said(title)}: the minutes are approved and public.` }),
  ACTION_ASSIGNED: ({ title, dueOn }, { said, day }) => ({
    title: 'Something was given to you to do',
    body: `${said(title)}${dueOn === null ? '' : `, by ${day(dueOn)}`}.`,
  }),
  ACTION_DUE: ({ title, dueOn }, { said, day }) => ({ title: `Due on ${day(dueOn)}`, body: `You took this on: ${said(title)}.` }),
  RECOMMENDATION_RECEIVED: ({ body, title, respondBy }, { said, day }) => ({
    title: `${said(body)} recommends something`,
    body: `${said(title)}.${respondBy === null ? '' : ` An answer is owed by ${day(respondBy)}.`}`,
  }),
  RESPONSE_OWED: ({ body, title, respondBy }, { said, day }) => ({
    title: `${said(body)} waits for your answer`,
    body: `${said(title)}. The answer is owed by ${day(respondBy)}.`,
  }),
  RESPONSE_GIVEN: ({ body, title }, { said }) => ({ title: `An answer to ${said(body)}`, body: `${said(title)}: the recommendation was answered.` }),
  DEMAND_RECEIVED: ({ body, title, respondBy }, { said, day }) => ({
    title: `Somebody demands that ${said(body)} put something right`,
    body: `${said(title)}.${respondBy === null ? '' : ` The last day to do so is ${day(respondBy)}.`}`,
  }),
  DEMAND_DUE: ({ body, title, respondBy }, { said, day }) => ({
    title: `${said(body)} has not answered a demand yet`,
    body: `${said(title)}. The law asks for an answer by ${day(respondBy)}.`,
  }),
  BODY_ROSTER: ({ body }, { said }) => ({ title: `${said(body)}: its members changed`, body: 'Who holds which seat is on its page.' }),
};
