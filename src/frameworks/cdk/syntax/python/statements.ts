import type { PythonModule } from '../../../../languages/python/parse.js';
import type { Block, For, Statement } from '../../../../languages/python/syntax/statement.js';
import { blocksOf } from '../../../../languages/python/walking/statements.js';
import { type Certainty, opaque, type Program } from '../../program/expression.js';
import { addItems } from '../../program/mutations.js';
import { bind, innerScope } from '../../program/scope.js';
import { turnsOf } from '../../program/turns.js';
import { say, walkAssignment } from './assignments.js';
import { enterClass, enterFunction } from './definitions.js';
import { lower } from './expressions.js';
import { bindImports } from './imports.js';
import type { Walk } from './walk.js';

/** All that a module says, statement by statement. */
export function lowerModule({ source, body, brokenAt }: PythonModule): Program {
  const scope = innerScope();
  const at = { source, scope, base: undefined, certainty: 'once', unit: '' } as const;
  const walk: Walk = { ...at, steps: [], classes: [], units: [], imports: [], turns: { taken: 0 }, returns: [] };
  walkBlock(walk, body);
  const { steps, classes, units, imports } = walk;
  const broken = brokenAt === undefined ? {} : { brokenAt };
  const { path, text } = source;
  return { path, text, language: 'python', steps, classes, units, imports, scope, passed: [], ...broken };
}

function walkBlock(walk: Walk, block: Block): void {
  for (const statement of block) walkStatement(walk, statement);
}

function walkStatement(walk: Walk, statement: Statement): void {
  switch (statement.kind) {
    case 'import':
      bindImports(walk, statement);
      return;
    case 'expression': {
      const said = say(walk, statement.value);
      if (said.kind === 'call') addItems(walk, said);
      return;
    }
    case 'assignment':
      walkAssignment(walk, statement);
      return;
    case 'return':
      walk.returns.push(statement.value ? say(walk, statement.value) : opaque(statement.at, 'nothing'));
      return;
    case 'class':
      walkBlock(enterClass(walk, statement), statement.body);
      return;
    case 'function':
      walkBlock(enterFunction(walk, statement), statement.body);
      return;
    default:
      walkBlocks(walk, statement);
  }
}

/** Statements with blocks in them. What is not valid says nothing. */
function walkBlocks(walk: Walk, statement: Statement): void {
  switch (statement.kind) {
    case 'for':
      walkLoop(walk, statement);
      return;
    case 'while':
      for (const block of blocksOf(statement)) walkBlock(within(walk, 'many'), block);
      return;
    case 'if':
    case 'match':
      for (const block of blocksOf(statement)) walkBlock(within(walk, 'maybe'), block);
      return;
    case 'with':
      walkBlock(walk, statement.body);
      return;
    case 'try': {
      const others = [...statement.handlers.map(({ body }) => body), statement.otherwise];
      walkBlock(walk, statement.body);
      for (const block of others) walkBlock(within(walk, 'maybe'), block);
      walkBlock(walk, statement.atLast);
      return;
    }
    default:
  }
}

/** Each turn of a loop by itself where what it goes through is known. */
function walkLoop(walk: Walk, { target, iterable, body, otherwise }: For): void {
  const items = target.kind === 'name' ? turnsOf(walk.turns, lower(walk, iterable)) : undefined;
  const many = within(walk, 'many');
  for (const item of items ?? []) {
    const scope = innerScope(walk.scope);
    if (target.kind === 'name') bind(scope, target.name, item);
    walkBlock({ ...many, scope }, body);
  }
  if (items !== undefined) return;
  if (target.kind === 'name') bind(walk.scope, target.name, opaque(target.at, 'loop'));
  walkBlock(many, body);
  walkBlock(many, otherwise);
}

function within(walk: Walk, certainty: Certainty): Walk {
  return { ...walk, certainty: walk.certainty === 'many' ? 'many' : certainty };
}
