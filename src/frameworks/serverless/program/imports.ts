import { isExpression, type Program } from './syntax.js';

/** One name of another file: `default`, `*` for all of them, or its own; of what it exports as a whole if it is required. */
export interface Import {
  readonly from: string;
  readonly name: string;
  readonly required?: boolean;
}

type Module = Program['program'];

/** What `import` statements name. */
export function importsOf({ body }: Module): ReadonlyMap<string, Import> {
  const imports = new Map<string, Import>();
  for (const statement of body) {
    if (statement.type !== 'ImportDeclaration') continue;
    const from = statement.source.value;
    for (const specifier of statement.specifiers) {
      const isNamed = specifier.type === 'ImportSpecifier';
      const name = isNamed ? nameOf(specifier.imported) : specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
      imports.set(specifier.local.name, { from, name });
    }
  }
  return imports;
}

/** What `export ... from` statements name. */
export function passedOnBy({ body }: Module): ReadonlyMap<string, Import> {
  const passed = new Map<string, Import>();
  for (const statement of body) {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.source) continue;
    for (const specifier of statement.specifiers) {
      if (specifier.type !== 'ExportSpecifier') continue;
      passed.set(nameOf(specifier.exported), { from: statement.source.value, name: specifier.local.name });
    }
  }
  return passed;
}

function nameOf(
  node:
    | { readonly type: 'Identifier'; readonly name: string }
    | { readonly type: 'StringLiteral'; readonly value: string },
): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

/** What `const name = require(...)` and `const { name } = require(...)` name. */
export function requiredBy({ body }: Module): ReadonlyMap<string, Import> {
  const declared = body.flatMap((statement) =>
    statement.type === 'VariableDeclaration' ? statement.declarations : [],
  );
  return new Map(
    declared.flatMap(({ id, init }) => {
      const from = requiredPath(init);
      return from === undefined ? [] : boundTo(id, from);
    }),
  );
}

type Target = Extract<Module['body'][number], { type: 'VariableDeclaration' }>['declarations'][number]['id'];

function boundTo(target: Target, from: string): readonly (readonly [string, Import])[] {
  if (target.type === 'Identifier') return [[target.name, { from, name: 'default' }]];
  if (target.type !== 'ObjectPattern') return [];
  return target.properties.flatMap((property) => {
    if (property.type !== 'ObjectProperty' || property.key.type !== 'Identifier') return [];
    const { key, value } = property;
    return value.type === 'Identifier' ? [[value.name, { from, name: key.name, required: true }] as const] : [];
  });
}

/** The path in `require('path')`; undefined for anything else. */
export function requiredPath(expression: { readonly type: string } | null | undefined): string | undefined {
  if (!isExpression(expression) || expression.type !== 'CallExpression') return undefined;
  const { callee, arguments: given } = expression;
  const [path] = given;
  const isRequire = callee.type === 'Identifier' && callee.name === 'require' && given.length === 1;
  return isRequire && path?.type === 'StringLiteral' ? path.value : undefined;
}
