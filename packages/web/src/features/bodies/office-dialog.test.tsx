import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { catalog } from '../../i18n/catalogs.ts';
import { show } from '../../testing/render.tsx';
import { type Body, termEnd, todayIn } from './body.ts';
import { OfficeDialog } from './OfficeDialog.tsx';

const zone = 'America/Los_Angeles';
const chair = { __typename: 'Officer', id: 'o1', office: 'CHAIR', name: 'Ana López', seat: null, starts: '2026-01-01', ends: '2026-12-31', until: null, leaves: null };
const body = {
  id: 'b1', version: 1, meetingLaw: 'GREENE', environment: { id: 'e1', timeZone: zone }, officers: [chair], comingOfficers: [], bylaws: { rules: { offices: ['CHAIR'], officerTermMonths: 12 } },
} as unknown as Body;
const day = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string) => fireEvent.change(day(label), { target: { value } });

beforeAll(async () => {
  // jsdom has no dialogs.
  HTMLDialogElement.prototype.showModal ??= function showModal() { this.open = true; };
  HTMLDialogElement.prototype.close ??= function close() { this.open = false; };
  await catalog('bodies', 'en');
});
afterEach(() => { cleanup(); vi.unstubAllGlobals(); });

describe('who takes an office', () => {
  const open = () => show(<OfficeDialog body={body} chosen="CHAIR" onClose={() => {}} onDone={() => {}} />, {});

  it('has it for a term of the bylaws from the first day on, until another last day is said', async () => {
    await open();
    expect(day('Last day').value).toBe(termEnd(todayIn(zone), 12));
    type('First day', '2090-08-01');
    expect(day('Last day').value).toBe('2091-07-31');
    expect(screen.getByText(/^Ana López holds it now and stays until/)).toBeTruthy();
    type('Last day', '2091-01-31');
    type('First day', '2090-09-01');
    expect(day('Last day').value).toBe('2091-01-31');
  });

  it('is asked for on, while the first day is being typed and is none', async () => {
    await open();
    type('First day', '');
    expect(day('Last day').value).toBe(termEnd(todayIn(zone), 12));
    expect(screen.getByText(/Ana López/)).toBeTruthy();
  });
});
