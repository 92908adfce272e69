import type { Expression, Imported, Program } from '../program/expression.js';
import { resolve } from '../program/scope.js';

/** The CDK's own name of what an expression stands for: `aws-lambda.Function`, `core.Duration.seconds`; otherwise undefined. */
export function qualifiedName(expression: Expression, depth = 0): string | undefined {
  const resolved = resolve(expression);
  if (resolved.kind === 'imported') return importedName(resolved);
  if (resolved.kind !== 'member' || depth > 12) return undefined;
  const of = qualifiedName(resolved.of, depth + 1);
  return of === undefined ? undefined : nameIn(of, resolved.name);
}

function importedName({ module, name }: Imported): string | undefined {
  const known = moduleName(module);
  if (known === undefined || name === '*') return known;
  return nameIn(known, name);
}

/** The main module holds all others: `core.aws_lambda` is `aws-lambda`. */
function nameIn(module: string, name: string): string {
  if (module === 'core' && /^aws_[a-z0-9_]+$/.test(name)) return plainModule(name);
  if (module === 'core' && name === 'core') return 'core';
  if (module === 'core' && name === 'Construct') return 'constructs.Construct';
  return `${module}.${name}`;
}

export function moduleName(module: string): string | undefined {
  if (module === 'constructs') return 'constructs';
  const [, rest] = /^(?:aws-cdk-lib\/|@aws-cdk\/|aws_cdk\.|monocdk\/|monocdk\.)([a-z0-9_-]+)$/.exec(module) ?? [];
  if (rest !== undefined) return rest === 'cdk' ? 'core' : plainModule(rest);
  return /^(?:aws-cdk-lib|aws_cdk|monocdk)$/.test(module) ? 'core' : undefined;
}

/** Packages of their own (`-alpha`, integrations and authorizers of HTTP APIs) are called like the modules that took them in. */
function plainModule(name: string): string {
  return name.replaceAll('_', '-').replace(/-alpha$/, '');
}

/** True if any import is of the CDK. */
export function usesCdk({ imports }: Program): boolean {
  return imports.some(({ module }) => moduleName(module) !== undefined);
}

/** How a program would write a name of the CDK, by what it imports; undefined if it imports nothing that has it. */
export function spelledName(program: Program, qualified: string): string | undefined {
  const [module = '', ...rest] = qualified.split('.');
  const [first = '', ...inner] = rest;
  const imports = [...program.scope.names].flatMap(([local, meaning]) =>
    meaning.kind === 'imported' ? [{ local, meaning }] : [],
  );
  const named = (name: string) => imports.find(({ meaning }) => importedName(meaning) === name)?.local;
  const own = named(`${module}.${first}`);
  if (own !== undefined) return [own, ...inner].join('.');
  const whole = named(module);
  if (whole !== undefined) return [whole, ...rest].join('.');
  const main = imports.find(({ meaning }) => isMain(meaning))?.local;
  if (main === undefined || !module.startsWith('aws-')) return undefined;
  return [main, module.replaceAll('-', '_'), ...rest].join('.');
}

/** The package that has all modules, rather than the core of version 1. */
function isMain({ module, name }: Imported): boolean {
  return name === '*' && /^(?:aws-cdk-lib|aws_cdk|monocdk)$/.test(module);
}
