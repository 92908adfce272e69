import type { ServerlessFunction } from '../../../model/function.js';
import { isUnsaid, known, when } from '../../../model/setting.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'package-not-individual',
  several: ['groups of functions', 'ship one package together'],
  threat: 'coarse-granularity',
  title: 'Functions ship one package together',
  severity: 'low',
  fails: 'never',
  why: 'Each function carries the code and the vulnerable dependencies of the others, and a change to one deploys all.',
  remedy: 'Package functions individually, or bundle each from its own entry point.',
  acceptable: 'The functions share nearly all of their code.',
  references: {
    csa: ['SAS-6'],
    cwe: ['CWE-1104'],
    links: {
      aws: [
        'https://www.serverless.com/framework/docs/providers/aws/guide/packaging',
        'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-build-typescript.html',
        'https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html',
      ],
    },
  },

  // Left out: container images, code in the template, functions that a bundler builds, two functions beside each other,
  // and functions of one file, which have the same package however they are packed.
  *check({ functions }) {
    const shipped = functions.filter(({ packaging }) => packaging === 'zip');
    yield* togetherByDefault(shipped);
    for (const [from, group] of groupsOf(shipped)) {
      const [first] = group;
      if (first === undefined || group.length < manyFunctions || areOfOneFile(group)) continue;
      const message = `${group.length} functions ship the same package (${from}): ${namesOf(group)}.`;
      yield { about: first, at: first.at, message };
    }
  },
});

/** Where three share one package somebody decided so; two may be one function and its helper. */
const manyFunctions = 3;

/** Frameworks that put everything into one package unless they are told otherwise. */
function* togetherByDefault(functions: readonly ServerlessFunction[]): Iterable<Problem> {
  const said = functions.filter(
    ({ shipsAlone }) => shipsAlone && when(shipsAlone, (alone) => !alone, { absent: true }),
  );
  const [first, second] = said;
  const match = first?.shipsAlone && when(first.shipsAlone, (alone) => !alone, { absent: true });
  if (first === undefined || second === undefined || !match || areOfOneFile(said)) return;
  const message = `${said.length} functions ship one package together: ${namesOf(said)}.`;
  const fix = proposeFix('exact', match.write(true), 'After this edit each function has a package of its own.');
  yield { about: first, at: match.at, confidence: match.confidence, message, fix, discriminator: 'service' };
}

/** `src/orders.place` and `src/orders.cancel` are of one file. */
function areOfOneFile(functions: readonly ServerlessFunction[]): boolean {
  const files = functions.map(({ handler }) => known(handler)?.replace(/\.[^./:]{1,200}$/, ''));
  return files.every((file) => file !== undefined && file === files[0]);
}

function groupsOf(functions: readonly ServerlessFunction[]): ReadonlyMap<string, readonly ServerlessFunction[]> {
  const groups = new Map<string, ServerlessFunction[]>();
  for (const fn of functions) {
    const from = fn.codeRoot ?? fn.archive;
    if (from === undefined || (fn.shipsAlone && !isUnsaid(fn.shipsAlone)) || fn.shipsAlone?.kind === 'absent') continue;
    groups.set(from, [...(groups.get(from) ?? []), fn]);
  }
  return groups;
}

const namedAtMost = 5;

function namesOf(functions: readonly ServerlessFunction[]): string {
  const names = functions.slice(0, namedAtMost).map(({ id }) => id);
  const left = functions.length - names.length;
  return left > 0 ? `${names.join(', ')} and ${left} more` : names.join(', ');
}
