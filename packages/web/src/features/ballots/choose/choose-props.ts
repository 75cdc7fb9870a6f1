import type { Question } from '@plenary/count';
import type { ReactNode } from 'react';
import type { Chosen } from './chosen.ts';

export interface ChooseProps {
  /** Where an error leads. */
  id: string;
  question: Question;
  /** By option position, as shown; `names` the same as plain words. */
  labels: readonly ReactNode[];
  names: readonly string[];
  chosen: Chosen;
  onChange: (next: Chosen) => void;
  error?: string | undefined;
}
