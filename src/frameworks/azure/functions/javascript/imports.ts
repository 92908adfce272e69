import type { File } from '@babel/types';

/** What a file calls `app` of the library, also when it imports it under another name. */
export function namesOfApp({ program }: File): ReadonlySet<string> {
  const imported = program.body.flatMap((statement) =>
    statement.type === 'ImportDeclaration' && statement.source.value === '@azure/functions' ? statement.specifiers : [],
  );
  const others = imported.flatMap((one) =>
    one.type === 'ImportSpecifier' && one.imported.type === 'Identifier' && one.imported.name === 'app'
      ? [one.local.name]
      : [],
  );
  return new Set(['app', ...others]);
}
