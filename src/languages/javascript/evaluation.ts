import type { Node } from '@babel/types';
import type { Value } from '../../model/value.js';
import { type Import, importsIn } from './module-imports.js';
import type { Script } from './parse-script.js';
import type { Binding, Survey } from './scopes.js';
import { surveyOf } from './survey.js';

/** What the one who asks for values knows besides the file. */
export interface Meaning {
  /** What a name of another file stands for; undefined if that is not known. */
  readonly imported?: (wanted: Pick<Import, 'module' | 'name' | 'by'>) => Value | undefined;
  /** What calls, functions and the like mean to a framework; undefined leaves them unknown. */
  readonly particular?: (node: Node, evaluation: Evaluation) => Value | undefined;
  /** An object or list that has a name is edited where it is written, or not at all, since others share it. */
  readonly named: 'edited' | 'not edited';
}

/** The expressions of one file as values: literals, constants, members, and texts that are put together of these. */
export interface Evaluation extends Meaning {
  readonly script: Script;
  readonly survey: () => Survey;
  readonly imports: ReadonlyMap<string, Import>;
  /** Constants that are being read: to meet one of them again is a cycle. */
  readonly open: Set<Binding>;
  depth: number;
  visitsLeft: number;
}

const mostVisits = 100_000;

export function openEvaluation(script: Script, meaning: Meaning): Evaluation {
  let survey: Survey | undefined;
  return {
    ...meaning,
    script,
    survey: () => (survey ??= surveyOf(script)),
    imports: new Map(importsIn(script).map((one) => [one.local, one])),
    open: new Set(),
    depth: 0,
    visitsLeft: mostVisits,
  };
}
