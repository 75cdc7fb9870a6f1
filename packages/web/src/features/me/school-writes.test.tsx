import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { show } from '../../testing/render.tsx';
import { SchoolWrites } from './SchoolWrites.tsx';

afterEach(() => { cleanup(); vi.unstubAllGlobals(); });

const can = { administer: false, seePeople: false, importRoster: false, makeSlips: false, draftBallots: false, certifyBallots: false };
const viewer = (locale: string) => ({
  viewer: {
    __typename: 'Viewer', id: 'v1', locale, roles: [], constituencies: ['PARENT'], person: { __typename: 'Person', id: 'p1', displayName: 'Ana' },
    environment: { __typename: 'LearningEnvironment', id: 'e1', name: 'Harbor', slug: 'harbor', timeZone: 'America/Los_Angeles', viewerCan: { __typename: 'EnvironmentPermissions', ...can } },
  },
});

describe('the language the school writes in', () => {
  it('is offered to be changed to whoever reads here in another', async () => {
    const done = vi.fn<() => void>();
    const { sent } = await show(<SchoolWrites onDone={done} />, { Viewer: () => viewer('en'), SetPreferences: () => ({ setPreferences: { __typename: 'Viewer', id: 'v1', locale: 'es' } }) }, 'es');
    expect(await screen.findByText('La escuela le escribe en inglés.')).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Que me escriba en español' })));
    expect(sent.at(-1)).toMatchObject({ operationName: 'SetPreferences', variables: { input: { locale: 'es' } } });
    expect(done).toHaveBeenCalledOnce();
    expect(screen.queryByText('La escuela le escribe en inglés.')).toBeNull();
  });

  it('is not spoken of where it is the language of these pages', async () => {
    const { sent } = await show(<SchoolWrites />, { Viewer: () => viewer('es-MX') }, 'es');
    await act(async () => {});
    expect(sent).toHaveLength(1);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
