import { parseScript, type Script } from '../../../../languages/javascript/parse-script.js';
import type { Source } from '../../../../notation/source.js';
import type { Program } from '../../program/expression.js';
import { innerScope } from '../../program/scope.js';
import type { Walk } from './walk.js';
import { walkAll } from './walk-statements.js';

/** What stops a file from being read. */
export interface Broken {
  readonly offset: number;
}

/** A TypeScript or JavaScript file as a program; otherwise where it breaks off. */
export function parseTypeScript(source: Source): Program | Broken {
  const script = parseScript(source);
  return 'because' in script ? { offset: script.offset } : lowerProgram(script);
}

/** All that a file says, statement by statement, whatever stands around it. */
function lowerProgram(script: Script): Program {
  const walk: Walk = {
    source: script,
    scope: innerScope(),
    certainty: 'once',
    unit: '',
    depth: 0,
    steps: [],
    classes: [],
    units: [],
    imports: [],
    passed: [],
    base: undefined,
    turns: { taken: 0 },
    returns: [],
  };
  walkAll(walk, script.program.body);
  const { steps, classes, units, imports } = walk;
  return {
    path: script.path,
    text: script.text,
    language: 'typescript',
    steps,
    classes,
    units,
    imports,
    scope: walk.scope,
    passed: walk.passed,
  };
}
