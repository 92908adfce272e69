import type { ShownSecret } from '../../../model/model.js';
import { type OutputScope, outputReaders, secretShownBy } from '../shown-secrets.js';
import type { BicepFile } from './file.js';

/** Outputs of a file, or of one of its modules, that show a secret; those marked `@secure()` show nothing. */
export function shownOutputs({ declarations }: BicepFile): readonly ShownSecret[] {
  const byName = new Map(declarations.map((one) => [one.name, one]));
  const scope: OutputScope = {
    variable: (name) => {
      const found = byName.get(name);
      return found?.kind === 'var' ? found.value : undefined;
    },
    isMasked: (name) => {
      const found = byName.get(name);
      return found?.kind === 'param' && found.decorators.has('secure');
    },
  };
  return declarations.flatMap(({ kind, name, nameAt, value, decorators }): readonly ShownSecret[] => {
    const what =
      kind === 'output' && value !== undefined && !decorators.has('secure') ? secretShownBy(value, scope) : undefined;
    return what === undefined ? [] : [{ output: name, what, readers: outputReaders, at: nameAt }];
  });
}
