import type { ComponentSet, WrittenText } from '../../dependencies/component.js';
import { type Credential, credentialIn, isSecret } from '../../facts/secrets/secrets.js';
import type { ComponentContext } from '../context.js';
import type { ComponentProblem } from '../definition.js';
import { compared } from './comparison.js';

type Standing = Omit<ComponentProblem, 'status'>;

/** Credentials in build files of images, in settings of package managers, and in files with variables. */
export function judgeWrittenSecrets(
  base: ComponentSet | undefined,
  head: ComponentSet,
  { functions }: ComponentContext,
): readonly ComponentProblem[] {
  const isServerless = functions.length > 0;
  return compared(base && standing(base, isServerless), standing(head, isServerless));
}

/** Where nothing is serverless only what opens something for certain is told. */
function standing({ path, texts = [] }: ComponentSet, isServerless: boolean): readonly Standing[] {
  return texts.flatMap((text) => {
    const credential = credentialIn(text.value);
    const isNamed = credential === undefined && isServerless && isSecret(nameOf(text), text.value);
    const isTold = credential === undefined ? isNamed : credential.live || isServerless;
    return isTold ? [problemOf(path, text, credential)] : [];
  });
}

/** Keys of registries are called by what they are. */
function nameOf({ name }: WrittenText): string {
  return name.startsWith('_') ? 'auth_token' : name;
}

function problemOf(owner: string, { name, at }: WrittenText, credential: Credential | undefined): Standing {
  const what = credential === undefined ? `the value of ${name}` : `${credential.name} (${name})`;
  return {
    about: { id: at.path },
    key: `${owner} ${name}`,
    discriminator: name,
    at,
    severity: credential?.live === true ? 'critical' : 'high',
    confidence: credential === undefined ? 'medium' : 'high',
    message: `${at.path} has ${what} in plain text.`,
    advice: adviceFor(at.path, name),
  };
}

function adviceFor(path: string, name: string): string {
  const replaced = 'Replace the secret with a new one.';
  if (path.endsWith('.npmrc'))
    return `${replaced} Then write \`${name}=\${NPM_TOKEN}\`, and set the variable where packages are installed.`;
  if (/(?:^|\/)\.env/.test(path))
    return `${replaced} Then remove the file from the repository, and keep an example without values.`;
  return `${replaced} Then mount it while the image is built (\`RUN --mount=type=secret\`), or read it when the function starts.`;
}
