import { z } from 'zod';
import { checked } from '../../pull-request/client.js';
import type { Desk } from './desk.js';
import { type Diagnosis, doubtful, refusalIn, well, wordsOf, wrong } from './diagnosis.js';
import { missingEvents, missingPermissions, needlessPermissions } from './granted.js';

const appShape = z.object({
  slug: z.string(),
  html_url: z.url(),
  owner: z.object({ login: z.string().optional(), type: z.string().optional() }).nullish(),
  permissions: z.record(z.string(), z.string()),
  events: z.array(z.string()),
});
type App = z.infer<typeof appShape>;

/** Where the app's owner changes it; `html_url` is the page for everybody. */
function pageOf({ slug, html_url: url, owner }: App): string {
  const under = owner?.type === 'Organization' && owner.login !== undefined ? `/organizations/${owner.login}` : '';
  return `${new URL(url).origin}${under}/settings/apps/${slug}`;
}

/** Who GitHub says that we are; undefined when it does not know us. */
export interface Identity {
  readonly diagnoses: readonly Diagnosis[];
  /** The page of its settings; undefined when GitHub does not know the app. */
  readonly page: string | undefined;
}

/** Asks GitHub who the app is, and compares its clock and the app's settings with what they should be. */
export async function lookAtApp({ github, manifest, now }: Desk): Promise<Identity> {
  const asked = now();
  try {
    const { data, headers = {} } = await github.request('GET /app');
    const app = checked(data, appShape, '/app');
    const known = well('GitHub App', `GitHub knows the app as ${app.slug}.`);
    const diagnoses = [known, clockOf(headers.date, asked), ...permissionsOf(app, manifest), eventsOf(app, manifest)];
    return { diagnoses, page: pageOf(app) };
  } catch (error) {
    return { diagnoses: refusalOf(error, asked), page: undefined };
  }
}

function refusalOf(error: unknown, asked: number): readonly Diagnosis[] {
  const refusal = refusalIn(error);
  if (refusal?.status === 401) {
    const says = `GitHub refuses the app: ${wordsOf(error)}`;
    const change = 'Set APP_ID and PRIVATE_KEY to those of one app. A wrong clock ends like this, too.';
    return [wrong('GitHub App', says, change), clockOf(refusal.date, asked)];
  }
  const what = refusal === undefined ? 'GitHub cannot be reached' : `GitHub answers with status ${refusal.status}`;
  const change =
    'Allow connections to GitHub; docs/operate/networks.md tells of GHE_HOST, proxies and private authorities.';
  return [wrong('GitHub App', `${what}: ${wordsOf(error)}`, change)];
}

/** Milliseconds by which the clock may differ: beyond the second GitHub refuses what the app signs. */
const tolerance = { doubt: 10_000, wrong: 60_000 } as const;

function clockOf(date: unknown, now: number): Diagnosis {
  const theirs = Date.parse(String(date));
  if (Number.isNaN(theirs)) return doubtful('clock', 'GitHub told no time.', 'Look at the proxy between us.');
  const difference = Math.abs(now - theirs);
  const seconds = Math.round(difference / 1000);
  if (difference < tolerance.doubt) return well('clock', 'The clock is right.');
  const says = `The clock is ${seconds} s ${now > theirs ? 'ahead of' : 'behind'} GitHub's.`;
  const change = 'Have the host set its clock by NTP.';
  return difference < tolerance.wrong ? doubtful('clock', says, change) : wrong('clock', says, change);
}

function permissionsOf(app: App, manifest: Desk['manifest']): readonly Diagnosis[] {
  const missing = missingPermissions(manifest.default_permissions, app.permissions);
  const needless = needlessPermissions(manifest.default_permissions, app.permissions);
  const more = doubtful(
    'permissions',
    `The app has more than it uses: ${needless.join(', ')}.`,
    `Take it away at ${pageOf(app)}/permissions.`,
  );
  const less = wrong(
    'permissions',
    `The app lacks ${missing.join(', ')}.`,
    `Add it at ${pageOf(app)}/permissions; every organisation has to accept it then.`,
  );
  if (missing.length + needless.length === 0) return [well('permissions', 'The app has what app.yml asks for.')];
  return [...(missing.length > 0 ? [less] : []), ...(needless.length > 0 ? [more] : [])];
}

function eventsOf(app: App, manifest: Desk['manifest']): Diagnosis {
  const missing = missingEvents(manifest, app.events);
  if (missing.length === 0) return well('events', 'The app is told what it has to know.');
  return wrong(
    'events',
    `The app is not subscribed to ${missing.join(', ')}.`,
    `Subscribe to it at ${pageOf(app)}/permissions.`,
  );
}
