import { cleanup, render } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { Notice } from './Notice.tsx';

// jsdom scrolls nothing.
const seen = vi.fn<(options?: boolean | ScrollIntoViewOptions) => void>();
const before = Element.prototype.scrollIntoView;
beforeAll(() => { Element.prototype.scrollIntoView = seen; });
afterAll(() => { Element.prototype.scrollIntoView = before; });
afterEach(cleanup);

it('comes into sight when it answers at once, and not while somebody types', () => {
  render(<Notice live="polite">Saved.</Notice>);
  expect(seen).not.toHaveBeenCalled();
  render(<Notice live="assertive">Not saved.</Notice>);
  expect(seen).toHaveBeenCalledOnce();
  render(<textarea />).container.querySelector('textarea')!.focus();
  render(<Notice live="assertive">Not kept.</Notice>);
  expect(seen).toHaveBeenCalledOnce();
});
