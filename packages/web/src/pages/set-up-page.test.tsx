import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settleFragment } from '../shell/slip-link.ts';
import { show } from '../testing/render.tsx';
import SetUpPage from './SetUpPage.tsx';

const directory = (...names: string[]) => () => ({
  environments: {
    __typename: 'LearningEnvironmentConnection',
    edges: names.map((name) => ({ __typename: 'LearningEnvironmentEdge', cursor: name, node: { __typename: 'LearningEnvironment', id: name, name, slug: name, studentCount: 1, school: { __typename: 'School', id: 's', name } } })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  },
});
const used = 'This server is already set up';

beforeEach(() => {
  settleFragment();
  history.replaceState(null, '', '/setup#secret');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the set-up link', () => {
  it('says that it was used instead of asking for everything again', async () => {
    await show(<SetUpPage />, { Directory: directory('harbor') });
    await screen.findByText(used);
    expect(screen.getByRole('link', { name: 'Sign in' })).toBeTruthy();
    expect(screen.queryByLabelText('Name of the school')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says so where one is looking, and keeps what was typed, when somebody else was faster', async () => {
    await show(<SetUpPage />, { Directory: directory(), SetUpSchool: () => ({ setUpSchool: { __typename: 'SignInRefused', reason: 'SETUP_ALREADY_DONE', retryAfter: null } }) });
    const fields = (await screen.findAllByRole('textbox')) as HTMLInputElement[];
    for (const field of fields) if (field.id !== 'timeZone') fireEvent.change(field, { target: { value: 'harbor' } });
    fireEvent.submit(fields[0]!.form!);
    const title = await screen.findByText(used);
    await waitFor(() => expect(document.activeElement?.contains(title)).toBe(true));
    expect(fields[0]).toHaveProperty('value', 'harbor');
    expect(fields[0]!.isConnected).toBe(true);
  });
});
