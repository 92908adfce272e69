import type { ComponentSet } from '../../dependencies/component.js';
import type { ComponentContext } from '../context.js';
import { type ComponentProblem, proposeFix } from '../definition.js';
import { compared } from './comparison.js';

type Standing = Omit<ComponentProblem, 'status'>;

/** What builds load without checking certificates, where a function is built. */
export function judgeUnverified(
  base: ComponentSet | undefined,
  head: ComponentSet,
  { functions }: ComponentContext,
): readonly ComponentProblem[] {
  return functions.length === 0 ? [] : compared(base && standing(base), standing(head));
}

function standing({ path, unverified = [] }: ComponentSet): readonly Standing[] {
  return unverified.map(({ name, at }) => ({
    about: { id: at.path },
    key: `${path} ${name}`,
    discriminator: name,
    at,
    severity: 'medium',
    message: `${at.path} loads what the function is built from without checking certificates (\`${name}\`).`,
    fix: at.path.endsWith('.npmrc')
      ? proposeFix(
          'breaking',
          [{ ...at, text: 'strict-ssl=true' }],
          'After this edit registries with untrusted certificates are refused.',
        )
      : undefined,
    advice: 'Remove the option, and add the certificate authority where packages are installed if it is a private one.',
  }));
}
