import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { when } from '../../../model/setting.js';
import { definePolicy } from '../../definition.js';
import { changesOf, sharedPlaces } from './changes.js';

export default definePolicy({
  id: 'bulk-function-change',
  several: ['changes', 'affect many functions at once'],
  threat: 'coarse-granularity',
  title: 'One change affects many functions at once',
  severity: 'low',
  fails: 'never',
  why: 'A mistake breaks all of them together, and what each function gains is hard to see in review.',
  remedy: 'Release the change to one function first, or shift traffic gradually with an alarm that rolls it back.',
  acceptable: 'The change is the same everywhere and was tested.',
  references: {
    csa: ['SAS-3'],
    cwe: ['CWE-1047'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/functions-deployment-slots'],
      google: ['https://cloud.google.com/run/docs/rollouts-rollbacks-traffic-migration'],
      knative: ['https://knative.dev/docs/serving/traffic-management/'],
    },
  },

  // Left out: changes of values and of versions, whatever is taken away, and code in a folder that functions share, unless it is
  // the file that a function starts in.
  *compare(base: Stack, head: Stack, { defaults, changed = [] }) {
    const changes = changesOf(base, head, changed);
    for (const { at, functions, what } of sharedPlaces(changes)) {
      const [first] = functions;
      if (first === undefined) continue;
      const message = `This line gives ${what} to ${functions.length} functions at once${releasedWords(functions, head)}.`;
      yield { about: first, at, message, discriminator: what };
    }
    const [first] = changes;
    if (first === undefined || changes.length < defaults.maxFunctionsPerChange) return;
    const names = changes.slice(0, 5).map(({ fn }) => fn.id);
    const message = `This change affects ${changes.length} functions at once: ${names.join(', ')} and ${changes.length - names.length} more${releasedWords(
      changes.map(({ fn }) => fn),
      head,
    )}.`;
    yield { about: first.fn, at: first.fn.at, message, discriminator: 'many' };
  },
});

/** Of those that anyone can invoke: whether a bad release would reach every caller at once. */
function releasedWords(functions: readonly ServerlessFunction[], { exposure }: Stack): string {
  const open = functions.filter((fn) => exposure(fn) === 'open');
  const isAtOnce = ({ gradual }: ServerlessFunction) =>
    gradual !== undefined && when(gradual, (slowly) => !slowly, { absent: true }) !== undefined;
  return open.length > 0 && open.every(isAtOnce) ? ', and nothing shifts the traffic of their callers gradually' : '';
}
