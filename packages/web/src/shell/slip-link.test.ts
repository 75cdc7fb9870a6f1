import { beforeEach, describe, expect, it } from 'vitest';
import { askedPath, settleFragment, takeFragment } from './slip-link.ts';

beforeEach(() => {
  settleFragment();
  history.replaceState(null, '', '/s');
});

describe("the secret of a letter's link", () => {
  it('leaves the address bar and the history at once', () => {
    history.replaceState(null, '', '/s?lang=es#000G40R40M30E209185GR38E1W');
    const before = history.length;
    expect(takeFragment()).toBe('000G40R40M30E209185GR38E1W');
    expect(location.href).not.toContain('000G');
    expect(location.search).toBe('?lang=es');
    expect(history.length).toBe(before);
  });

  it('is given again until the page that took it is shown, and then forgotten', () => {
    history.replaceState(null, '', '/s#ABC');
    expect([takeFragment(), takeFragment()]).toEqual(['ABC', 'ABC']);
    settleFragment();
    expect(takeFragment()).toBeNull();
  });

  it('is read as it stands when the link was cut inside an escape', () => {
    history.replaceState(null, '', '/s#ABC%2');
    expect(takeFragment()).toBe('ABC%2');
  });
});

describe('the page asked for', () => {
  it('is one of this site, or none', () => {
    expect(askedPath('?to=%2Fb%2F1')).toBe('/b/1');
    for (const bad of ['//evil.test', '/\\evil.test', 'https://evil.test', 'javascript:alert(1)', '']) expect(askedPath(`?to=${encodeURIComponent(bad)}`)).toBeNull();
  });
});
