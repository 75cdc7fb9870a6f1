/** What everybody may know of an environment. */
export interface EnvironmentRecord {
  readonly id: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly name: string;
  readonly slug: string;
  readonly vision: Readonly<Record<string, string>>;
  readonly requiredLocales: readonly string[];
  readonly timeZone: string;
}
