/** What a stack is for. */
export type Environment = 'production' | 'other' | 'unknown';

const production = /^(?:prod|prd|production|live)$/i;
const other = /^(?:dev|development|test|testing|sandbox|local|preview)$/i;

/** What names say of the environment that a stack is for: stages, parameters, folders. Production wins. */
export function environmentNamed(names: readonly string[]): Environment {
  if (names.some((name) => production.test(name))) return 'production';
  return names.some((name) => other.test(name)) ? 'other' : 'unknown';
}

/** The names in a path that may say what it is for. */
export function namesIn(path: string): readonly string[] {
  return path.split(/[/._]/);
}
