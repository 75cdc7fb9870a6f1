import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Dialog } from './Dialog.tsx';

beforeAll(() => {
  // jsdom has no dialogs.
  HTMLDialogElement.prototype.showModal ??= function showModal() { this.open = true; this.querySelector('button')?.focus(); };
  HTMLDialogElement.prototype.close ??= function close() { this.open = false; };
});
afterEach(cleanup);

/** As nearly every dialog here: on the page only while it is open. */
function Asks({ once = false }: { once?: boolean }) {
  const [open, setOpen] = useState(false);
  const [answered, answer] = useState(false);
  return (
    <main>
      <h1 tabIndex={-1}>A page</h1>
      {!(once && answered) && <button type="button" onClick={() => setOpen(true)}>Ask</button>}
      {open && <Dialog open title="Sure?" closeLabel="Close" onClose={() => { setOpen(false); answer(true); }}>Yes or no.</Dialog>}
    </main>
  );
}

async function pressed(): Promise<void> {
  const ask = screen.getByRole('button', { name: 'Ask' });
  ask.focus();
  await act(async () => fireEvent.click(ask));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Close' })));
}

describe('a dialog that is taken off the page', () => {
  it('gives the focus back to what opened it', async () => {
    render(<Asks />);
    await pressed();
    expect(document.activeElement?.textContent).toBe('Ask');
  });

  it('leaves the focus at the top of the page where what opened it is gone', async () => {
    render(<Asks once />);
    await pressed();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'A page' }));
  });
});
