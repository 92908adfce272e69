import { parse } from '@babel/parser';
import type { Source } from '../../../../notation/source.js';
import type { Program } from '../../program/expression.js';
import { lowerProgram } from './statements.js';

/** What stops a file from being read. */
export interface Broken {
  readonly offset: number;
}

/** A TypeScript or JavaScript file as a program; otherwise where it breaks off. */
export function parseTypeScript(source: Source): Program | Broken {
  try {
    const file = parse(source.text, {
      sourceType: 'unambiguous',
      plugins: source.path.endsWith('x')
        ? ['typescript', 'jsx', 'decorators']
        : ['typescript', 'decorators', 'decoratorAutoAccessors', 'explicitResourceManagement'],
      errorRecovery: true,
      allowReturnOutsideFunction: true,
      attachComment: false,
    });
    return lowerProgram(source, file.program);
  } catch (error) {
    return { offset: positionOf(error) };
  }
}

function positionOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'pos' in error && typeof error.pos === 'number' ? error.pos : 0;
}
