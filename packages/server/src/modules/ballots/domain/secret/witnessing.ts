import { SMALLEST_PUBLISHED } from '@plenary/count';

/**
 * May the committee see how far a log has come? Its size is a number of votes like the turnout, and stays hidden with
 * it: while fewer than eleven have voted, and while it speaks of fewer than eleven votes itself.
 */
export const mayShowCheckpoint = ({ voted, size }: { readonly voted: number; readonly size: number }): boolean =>
  Math.min(voted, size) >= SMALLEST_PUBLISHED;
