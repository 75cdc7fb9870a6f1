import type { Draft } from './draft.ts';

export interface Surroundings {
  id: string;
  name: string;
  timeZone: string;
  requiredLocales: readonly string[];
  sizes: ReadonlyMap<string, number>;
}

export interface StepProps {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  locales: readonly string[];
  required: readonly string[];
  sizes: ReadonlyMap<string, number>;
  timeZone: string;
  error: (field: string) => string | undefined;
}
