import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { sawServer } from '../../apollo/connection.ts';
import { catalog } from '../../i18n/catalogs.ts';
import { type Answers, show } from '../../testing/render.tsx';
import { RoomView } from './RoomView.tsx';
import type { Beside } from './room-context.ts';
import { type Names, NO_NAMES, type Sitting } from './sitting.ts';
import { meetingOf, motion, question, sittingOf } from './testing/sitting-fixture.ts';

const voting = (parts: object = {}) => sittingOf({ motions: [motion({ state: 'VOTING', question: question() })], ...parts });
const runs = { run: true, callToOrder: true, attend: true, vote: true, move: true, speak: true, adjourn: true, endWithoutQuorum: true };
const done = () => ({ __typename: 'SittingDone', repeated: false, sitting: { __typename: 'Sitting', id: 'g1', version: 4 } });
const room = (sitting: Sitting, answers: Answers = {}, names: Names = NO_NAMES, beside: Beside | null = null) =>
  show(<RoomView meeting={meetingOf(sitting)} names={names} person="p1" known asOf={null} onRead={() => {}} beside={beside} />, answers);
const aye = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Aye' });

beforeAll(async () => {
  // jsdom has no dialogs.
  HTMLDialogElement.prototype.showModal ??= function showModal() { this.open = true; };
  HTMLDialogElement.prototype.close ??= function close() { this.open = false; };
  await Promise.all([catalog('sitting', 'en'), catalog('sitting', 'es'), catalog('names', 'en')]);
});
afterEach(() => { cleanup(); vi.unstubAllGlobals(); });

describe("a member's vote", () => {
  it('is cast with one press, under a key, for oneself', async () => {
    const { sent } = await room(voting(), { CastVote: () => ({ castVote: done() }) });
    await act(async () => fireEvent.click(aye()));
    expect(sent).toMatchObject([{ operationName: 'CastVote', variables: { questionId: 'q1', choice: 'AYE', memberId: null, key: expect.stringMatching(/^[0-9a-f-]{36}$/) } }]);
    expect(aye().getAttribute('aria-pressed')).toBe('true');
  });

  it('cannot be pressed without a quorum, and says why', async () => {
    await room(voting({ quorum: { needed: 3, present: 2, members: 5, met: false } }));
    expect(aye().disabled).toBe(true);
    expect(screen.getByText('There is no quorum, so nobody can vote now.')).toBeTruthy();
  });

  it('is cast by a single key, unless keys are turned off or somebody writes', async () => {
    const { sent } = await room(voting(), { CastVote: () => ({ castVote: done() }) });
    await act(async () => fireEvent.keyDown(document.body, { key: 'n' }));
    expect(sent.map(({ variables }) => variables['choice'])).toEqual(['NO']);
    const field = document.body.appendChild(document.createElement('input'));
    await act(async () => fireEvent.keyDown(field, { key: 'a' }));
    field.remove();
    cleanup();
    localStorage.setItem('plenary.room.keys', 'off');
    await room(voting());
    await act(async () => fireEvent.keyDown(document.body, { key: 'a' }));
    expect(sent).toHaveLength(1);
    localStorage.removeItem('plenary.room.keys');
  });

  it('without network is a draft that says so, and did not count when voting was over meanwhile', async () => {
    let network = false;
    await room(voting(), {
      CastVote: () => {
        if (!network) throw new TypeError('Failed to fetch');
        return { castVote: { __typename: 'SittingRefused', refusals: [{ __typename: 'SittingRefusal', reason: 'WRONG_STATE', source: null, about: ['ADOPTED'] }] } };
      },
    });
    await act(async () => fireEvent.click(aye()));
    expect(screen.getByText(/kept on this device and counts once it is received/)).toBeTruthy();
    network = true;
    await act(async () => sawServer(true));
    expect(await screen.findByText('Your vote did not count')).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Understood' })));
    expect(screen.queryByText('Your vote did not count')).toBeNull();
    expect(aye().getAttribute('aria-pressed')).toBe('false');
  });
});

it('words that name a student come back, with the seat to write instead, and go again with one press', async () => {
  const named = { __typename: 'SittingFaulty', faults: [{ __typename: 'MeetingFault', field: 'text', code: 'STUDENT_NAMED', about: ['en:10:17:Student 2'] }] };
  const { sent } = await room(sittingOf({ viewerCan: { ...runs, run: false }, motions: [motion()] }), { MoveAmendment: ({ keepNames, text }: { keepNames?: boolean; text: { text: string }[] }) => ({ moveAmendment: keepNames || !text[0]!.text.includes('Ana Lee') ? done() : named }) } as unknown as Answers);
  const move = async () => {
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Amend' })));
    for (const tag of ['en', 'es']) fireEvent.change(document.querySelector(`#amendment-${tag}`)!, { target: { value: tag === 'en' ? 'That both Ana Lee and we go.' : 'Que vayamos.' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Move the amendment' })));
    expect(await screen.findByText('“Ana Lee” is read as “Student 2”.')).toBeTruthy();
  };
  await move();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Write the seat' })));
  expect(sent.at(-1)).toMatchObject({ variables: { text: [{ locale: 'en', text: 'That both Student 2 and we go.' }, {}] } });
  expect(screen.queryByText(/is read as/)).toBeNull();
  await move();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Keep the name' })));
  expect(sent.at(-1)).toMatchObject({ variables: { keepNames: true, text: [{ text: 'That both Ana Lee and we go.' }, {}] } });
  expect(sent).toHaveLength(4);
});

describe('whoever comes early, or only looks on', () => {
  const early = (parts: object = {}) => sittingOf({ state: 'NOTICED', calledToOrderAt: null, quorum: { needed: 3, present: 0, members: 5, met: false }, ...parts });

  it('reads when it begins and where its agenda is, and that nothing is amiss yet', async () => {
    await room(early());
    expect(screen.getByText(/^Begins \w+day, /)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Agenda and papers' }).getAttribute('href')).toBe('/meetings/g1');
    expect(screen.getByText('No quorum yet')).toBeTruthy();
    cleanup();
    await room(sittingOf({ quorum: { needed: 3, present: 2, members: 5, met: false } }));
    expect(screen.queryByText(/^Begins /)).toBeNull();
    expect(screen.getByText('No quorum')).toBeTruthy();
  });

  it('reads how to speak, where the public may', async () => {
    await room(early({ viewerCan: { ...runs, run: false, speak: false }, me: null }));
    expect(screen.getByText(/^Anybody may speak\./)).toBeTruthy();
    cleanup();
    await room(early({ viewerCan: { ...runs, run: false } }));
    expect(screen.queryByText(/^Anybody may speak\./)).toBeNull();
    expect(screen.getByRole('button', { name: 'Ask to speak' })).toBeTruthy();
  });
});

describe('words in two languages', () => {
  const amend = async () => {
    const shown = await room(sittingOf({ viewerCan: { ...runs, run: false }, motions: [motion()] }), { MoveAmendment: () => ({ moveAmendment: done() }) });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Amend' })));
    return { ...shown, move: () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Move the amendment' }))), write: (tag: string, value: string) => fireEvent.change(document.querySelector(`#amendment-${tag}`)!, { target: { value } }) };
  };

  it('are both asked for, once, where an amendment changes those of one', async () => {
    const { sent, move, write } = await amend();
    write('en', 'That the council fund 30 tablets.');
    await move();
    expect(screen.getByText(/^These words are still those of the motion/)).toBeTruthy();
    expect(sent).toEqual([]);
    await move();
    expect(sent).toMatchObject([{ operationName: 'MoveAmendment' }]);
  });

  it('are taken at once where both changed', async () => {
    const { sent, move, write } = await amend();
    write('en', 'That the council fund 30 tablets.');
    write('es', 'Que el consejo pague 30 tabletas.');
    await move();
    expect(sent).toHaveLength(1);
  });
});

describe('minutes that wait', () => {
  it('are approved also at an item that somebody wrote by hand', async () => {
    const edge = (id: string, startsAt: string, state: string) => ({ __typename: 'MeetingEdge', cursor: id, node: { __typename: 'Meeting', id, startsAt, minutes: { __typename: 'Minutes', id, state } } });
    const { sent } = await room(sittingOf({ viewerCan: { ...runs, run: false } }), {
      CirculatedMinutes: () => ({ body: { __typename: 'GoverningBody', id: 'b1', meetings: { __typename: 'MeetingConnection', edges: [edge('g9', '2026-11-16T01:30:00.000Z', 'CIRCULATED'), edge('g8', '2026-10-16T01:30:00.000Z', 'APPROVED')] } } }),
      MoveMotion: () => ({ moveMotion: done() }),
    });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Move a motion' })));
    await act(async () => fireEvent.change(screen.getByLabelText('What kind'), { target: { value: 'APPROVE_MINUTES' } }));
    expect(await screen.findByDisplayValue(/^That the minutes of Sunday, November 15/)).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Move it' })));
    expect(sent.at(-1)).toMatchObject({ operationName: 'MoveMotion', variables: { input: { kind: 'APPROVE_MINUTES', aboutId: 'g9', itemId: 'i1' } } });
  });
});

describe('an amendment that was decided', () => {
  it('has its result beside the motion it changed, while that is still before the body', async () => {
    const explained = { __typename: 'Explained', adopted: true, ayes: 3, noes: 1, abstentions: 0, recused: 1, needed: 3, of: 'CAST', denominator: 4, threshold: 'MAJORITY_OF_CAST' };
    const amendment = { __typename: 'Amendment', id: 'a1', number: 1, state: 'ADOPTED', moverId: 'm2', seconderId: 'm3', text: [], question: question({ state: 'ANNOUNCED', closedAt: '2026-11-23T02:01:00.000Z', explained }) };
    await room(sittingOf({ motions: [motion({ amendments: [amendment] })] }));
    expect(within(screen.getByRole('article', { name: /Motion 1/ })).getByText(/^Amendment by .*: Adopted: 3 ayes of 4 votes cast/)).toBeTruthy();
  });
});

describe('whoever asked to speak', () => {
  it('is told at the top that it is their turn', async () => {
    const speaker = { __typename: 'Speaker', id: 's1', itemId: null, kind: 'PERSON', language: null, translated: false, simultaneous: false, remote: false, seconds: 120, state: 'SPEAKING', startedAt: null, spentSeconds: 0, running: false };
    const names = (mine: boolean): Names => ({ ...NO_NAMES, speakers: new Map([['s1', { name: 'Ana', mine }]]) });
    await room(sittingOf({ speakers: [speaker] }), {}, names(true));
    expect(screen.getByText('It is your turn to speak')).toBeTruthy();
    cleanup();
    await room(sittingOf({ speakers: [speaker] }), {}, names(false));
    expect(screen.queryByText('It is your turn to speak')).toBeNull();
  });
});

describe('the focus', () => {
  it('stays at the motion when what was pressed is gone with what it did', async () => {
    const shown = await room(sittingOf({ viewerCan: runs, motions: [motion({ state: 'SECONDED' })] }));
    const state = screen.getByRole('button', { name: 'State the question' });
    act(() => state.focus());
    const stated = sittingOf({ viewerCan: runs, motions: [motion()] });
    await act(async () => shown.again(<RoomView meeting={meetingOf(stated)} names={NO_NAMES} person="p1" known asOf={null} onRead={() => {}} />));
    expect(screen.queryByRole('button', { name: 'State the question' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('article', { name: /Motion 1/ }));
  });
});

describe('whoever runs the meeting', () => {
  it('reads what keeps the question from being put before trying', async () => {
    const blockers = [{ __typename: 'SittingRefusal', reason: 'COMMENT_NOT_OFFERED', source: 'EC 35147', about: [] }, { __typename: 'SittingRefusal', reason: 'NO_QUORUM', source: 'bylaws', about: ['2', '3'] }];
    const { sent } = await room(sittingOf({ viewerCan: runs, motions: [motion({ blockers })] }));
    expect(screen.getByText('The public was not asked yet. Ask who wants to speak. (EC 35147)')).toBeTruthy();
    expect(screen.getByText('There is no quorum: 2 present, 3 needed. (bylaws)')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Put the question' }));
    expect(sent).toEqual([]);
  });

  it('calls the roll by one press each: here, online, gone', async () => {
    const { sent } = await room(sittingOf({ viewerCan: runs }), { RecordAttendance: () => ({ recordAttendance: done() }) });
    const roll = within(document.querySelector<HTMLElement>('#roll')!);
    await act(async () => fireEvent.click(roll.getByRole('button', { name: /Teacher 1/ })));
    expect(sent.map(({ variables }) => [variables['memberId'], variables['kind'], variables['way']])).toEqual([['m2', 'LEFT', null], ['m2', 'ARRIVED', 'REMOTE']]);
  });

  it("enters what a member said aloud", async () => {
    const { sent } = await room(voting({ viewerCan: runs }), { CastVote: () => ({ castVote: done() }) });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Teacher 2: Abstain' })));
    expect(sent).toMatchObject([{ variables: { memberId: 'm5', choice: 'ABSTAIN' } }]);
  });
});

it('a motion begun on one item stays about it when the body goes on to the next, and says so', async () => {
  const clerk = { me: null, viewerCan: { ...runs, move: false, vote: false } };
  const { sent, again } = await room(sittingOf(clerk), { MoveMotion: () => ({ moveMotion: done() }), CirculatedMinutes: () => ({ body: null }) });
  fireEvent.click(screen.getByRole('button', { name: 'Move a motion' }));
  const dialog = within(screen.getByRole('dialog'));
  fireEvent.change(document.querySelector('#motion-en')!, { target: { value: 'That the council fund 20 tablets.' } });
  fireEvent.change(dialog.getByLabelText('Who moves it'), { target: { value: 'm2' } });
  const next = sittingOf({ ...clerk, currentItemId: 'i2' });
  await act(async () => again(<RoomView meeting={meetingOf(next)} names={NO_NAMES} person="p1" known asOf={null} onRead={() => {}} beside={null} />));
  expect(dialog.getByText('The body has gone on to 2 Item 2. Your motion is about 1')).toBeTruthy();
  expect(dialog.getByRole('button', { name: 'Make it about 2' })).toBeTruthy();
  await act(async () => fireEvent.click(dialog.getByRole('button', { name: 'Move it' })));
  expect(sent.filter(({ operationName }) => operationName === 'MoveMotion')).toMatchObject([{ variables: { input: { itemId: 'i1' } } }]);
});

describe('a motion about minutes', () => {
  const about = (state: string) => ({ ...NO_NAMES, minutes: new Map([['i1', { __typename: 'Minutes' as const, id: 'g0', state, meeting: { __typename: 'Meeting' as const, id: 'g0', startsAt: '2026-10-20T01:30:00.000Z' } }]]) }) as Names;
  const clerk = { me: null, viewerCan: { ...runs, move: false, vote: false } };

  it('to approve them, moved aloud, says which and who', async () => {
    const { sent } = await room(sittingOf(clerk), { MoveMotion: () => ({ moveMotion: done() }) }, about('CIRCULATED'));
    fireEvent.click(screen.getByRole('button', { name: 'Move a motion' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(await dialog.findByDisplayValue('That the minutes of Monday, October 19 be approved.')).toBeTruthy();
    expect(await dialog.findByDisplayValue('Que se apruebe el acta del lunes, 19 de octubre.')).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('Who moves it'), { target: { value: 'm2' } });
    await act(async () => fireEvent.click(dialog.getByRole('button', { name: 'Move it' })));
    expect(sent).toMatchObject([{ variables: { input: { kind: 'APPROVE_MINUTES', aboutId: 'g0', itemId: 'i1', memberId: 'm2', text: [{ locale: 'en' }, { locale: 'es' }] } } }]);
  });

  it('with one press of who is no member asks whose it is', async () => {
    const beside = { notes: null, subject: () => null, atMotion: () => null, atItem: (_: string, onMove: ((aboutId: string, text: { locale: string; text: string }[]) => void) | null) => <button type="button" onClick={() => onMove?.('g0', [{ locale: 'en', text: 'Approve.' }])}>Approve them</button> };
    const { sent } = await room(sittingOf(clerk), { MoveMotion: () => ({ moveMotion: done() }) }, NO_NAMES, beside);
    fireEvent.click(screen.getByRole('button', { name: 'Approve them' }));
    expect(sent).toEqual([]);
    await act(async () => fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: /Teacher 1/ })));
    expect(sent).toMatchObject([{ variables: { input: { kind: 'APPROVE_MINUTES', aboutId: 'g0', itemId: 'i1', memberId: 'm2' } } }]);
  });

  it('to change approved ones, names the latest unless another is chosen', async () => {
    const of = (id: string, heldOn: string) => ({ __typename: 'ArchivedMinutesEdge', cursor: id, node: { __typename: 'ArchivedMinutes', heldOn, minutes: { __typename: 'Minutes', id } } });
    const { sent } = await room(sittingOf(), {
      MinutesOfBody: () => ({ minutesArchive: { __typename: 'ArchivedMinutesConnection', edges: [of('g0', '2026-10-19'), of('g00', '2026-09-14')] } }), MoveMotion: () => ({ moveMotion: done() }), CirculatedMinutes: () => ({ body: null }),
    });
    fireEvent.click(screen.getByRole('button', { name: 'Move a motion' }));
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('What kind'), { target: { value: 'AMEND_MINUTES' } });
    fireEvent.change(await dialog.findByLabelText('Which minutes, by the day of the meeting'), { target: { value: 'g00' } });
    await dialog.findByDisplayValue(/^That the approved minutes of Monday, September 14 be changed/);
    await act(async () => fireEvent.click(dialog.getByRole('button', { name: 'Move it' })));
    expect(sent.at(-1)).toMatchObject({ operationName: 'MoveMotion', variables: { input: { kind: 'AMEND_MINUTES', aboutId: 'g00', itemId: 'i1', memberId: null } } });
  });
});

it('everybody reads what a motion needs before it is voted on', async () => {
  await room(sittingOf({ motions: [motion()] }));
  expect(screen.getByText('What it needs: More ayes than noes')).toBeTruthy();
  cleanup();
  await room(sittingOf({ motions: [motion({ kind: 'AMEND_MINUTES', oneOf: ['TWO_THIRDS_OF_CAST', 'MAJORITY_OF_MEMBERS'] })] }));
  expect(screen.getByText('What it needs: More ayes than noes, and any one of these:')).toBeTruthy();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(expect.arrayContaining(['Two thirds of the votes cast', 'More than half of all members']));
});

it('who only looks on finds nothing to press', async () => {
  await show(<RoomView meeting={meetingOf(voting({ me: null, viewerCan: { ...runs, run: false, speak: false, vote: false } }))} names={NO_NAMES} person={null} known={false} asOf={null} onRead={() => {}} />, {});
  expect(screen.queryAllByRole('button')).toEqual([]);
  expect(screen.getByText('5 of 5 present')).toBeTruthy();
});
