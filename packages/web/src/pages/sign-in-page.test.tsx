import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { slipAddress, slipText } from '../lib/slip.ts';
import { show } from '../testing/render.tsx';
import SignInPage from './SignInPage.tsx';

const link = slipAddress('https://school.test', slipText(new Uint8Array(16).fill(7)), 'es');
const nobody = { Viewer: () => ({ viewer: null }) };
const refused = { SignIn: () => ({ signIn: { __typename: 'SignInRefused', reason: 'UNKNOWN_SLIP', retryAfter: null } }) };

const field = () => screen.getByLabelText('Code from your letter');
const send = (text: string) => {
  fireEvent.change(field(), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the code typed from a letter', () => {
  it('may be the whole link, and is sent as its token alone', async () => {
    const { sent } = await show(<SignInPage />, { ...nobody, ...refused });
    send(link);
    await screen.findByText('This code does not work');
    const [signIn] = sent.filter(({ operationName }) => operationName === 'SignIn');
    expect(signIn?.variables).toEqual({ input: { token: expect.stringMatching(/^[0-9a-f]{64}$/), guest: false } });
    fireEvent.blur(field());
    expect(field()).toHaveProperty('value', expect.not.stringContaining('http'));
  });

  it('does not keep the refusal of one code over the fault of the next', async () => {
    await show(<SignInPage />, { ...nobody, ...refused });
    send(link);
    await screen.findByText('This code does not work');
    send('ABC');
    await waitFor(() => expect(screen.queryByText('This code does not work')).toBeNull());
    expect(screen.getAllByText('The code has 26 letters and digits; this has 3.').length).toBeGreaterThan(0);
  });
});
