import { isPublic } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import type { MaintenanceAccess } from '../../../model/maintenance.js';
import { inBranch, known, type Match, when } from '../../../model/setting.js';
import { type Problem, proposeFix } from '../../definition.js';

/** Ways in for maintenance that somebody left open. */
export function* maintenanceProblems(stack: Stack): Generator<Problem> {
  for (const access of stack.maintenance ?? []) {
    const isDescription = access.access === 'introspection';
    if (isDescription && !isKeyed(access, stack)) continue;
    const match = when(access.open, (open) => open, { absent: isDescription || access.byDefault === true });
    if (match !== undefined) yield problemOf(access, match);
  }
}

/** A key that every client carries keeps nobody from asking for the schema. */
function isKeyed({ owner }: MaintenanceAccess, { apis, routes }: Stack): boolean {
  const api = apis.find(({ id }) => id === owner.id);
  const own = routes.filter((route) => route.api === owner.id);
  const isOpen = own.length > 0 && own.every(({ auth }) => ['none', 'api-key'].includes(known(auth)?.kind ?? ''));
  return api !== undefined && isPublic(api) && isOpen;
}

function problemOf({ owner, access, name }: MaintenanceAccess, match: Match<boolean>): Problem {
  const closed = relied.has(access) ? 'breaking' : 'exact';
  return {
    about: owner,
    at: match.at,
    discriminator: `${access} ${name}`,
    message: `${owner.id} ${deeds[access](name)}${inBranch(match)}.`,
    severity: serious.has(access) ? 'medium' : 'low',
    confidence: match.confidence,
    fix: proposeFix(closed, match.write(false), notes[access]),
    related: [owner.at],
  };
}

/** What lets strangers act. */
const serious: ReadonlySet<MaintenanceAccess['access']> = new Set(['debugger', 'files', 'event-policy']);

/** What others may rely on to work. */
const relied: ReadonlySet<MaintenanceAccess['access']> = new Set(['introspection', 'senders', 'event-policy']);

const deeds: Readonly<Record<MaintenanceAccess['access'], (name: string) => string>> = {
  debugger: () =>
    'has remote debugging turned on: anyone with the publishing credentials can pause it and read its memory',
  files: () => 'accepts uploads over unencrypted FTP, so credentials and code can be read in transit',
  deployment: (name) => `accepts deployments with a user name and password (${name})`,
  introspection: () => 'shows its whole schema (introspection) to anyone who has the API key that every client carries',
  senders: (name) => `lets everything in the cluster send events to what no event policy guards (\`${name}\`)`,
  'event-policy': () => 'holds nobody back: senders of events are not authenticated (`authentication-oidc`)',
};

const notes: Readonly<Record<MaintenanceAccess['access'], string>> = {
  debugger: 'After this edit no debugger can attach.',
  files: 'After this edit nothing can be uploaded over FTP or FTPS.',
  deployment: 'After this edit deployments must sign in with Microsoft Entra ID.',
  introspection: 'After this edit tools can no longer read the schema from the API.',
  senders: 'After this edit senders from other namespaces need an event policy.',
  'event-policy': 'After this edit senders without a token are turned away.',
};
