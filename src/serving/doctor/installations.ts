import { z } from 'zod';
import { getAll } from '../../pull-request/client.js';
import type { Desk } from './desk.js';
import { type Diagnosis, doubtful, well, wrong } from './diagnosis.js';
import { missingEvents, missingPermissions } from './granted.js';

const shape = z.object({
  id: z.number(),
  html_url: z.string(),
  suspended_at: z.string().nullish(),
  account: z.object({ login: z.string() }).nullish(),
  permissions: z.record(z.string(), z.string()),
  events: z.array(z.string()),
});
type Installation = z.infer<typeof shape>;

export interface Installed {
  readonly diagnoses: readonly Diagnosis[];
  /** One that works, to try things in. */
  readonly example: number | undefined;
}

/** Where the app is installed, and whether the owners accepted all that it asks for by now. */
export async function lookAtInstallations({ github, manifest }: Desk): Promise<Installed> {
  const all = await getAll(github, '/app/installations', {}, { shape, most: 100_000 });
  if (all.length === 0) {
    const nowhere = doubtful('installations', 'The app is installed nowhere.', 'Install it for an organisation.');
    return { diagnoses: [nowhere], example: undefined };
  }
  const troubled = all.flatMap((one) => troubleIn(one, manifest));
  const fine = well('installations', `The app is installed for ${all.length}, and may do its work in each.`);
  return { diagnoses: troubled.length === 0 ? [fine] : troubled, example: all.find(isActive)?.id };
}

function isActive({ suspended_at: suspended }: Installation): boolean {
  return !suspended;
}

function troubleIn(installation: Installation, manifest: Desk['manifest']): readonly Diagnosis[] {
  const { account, html_url: url, permissions, events } = installation;
  const name = account?.login ?? `installation ${installation.id}`;
  if (!isActive(installation)) {
    return [doubtful('installations', `${name} has suspended the app.`, `An owner may resume it at ${url}.`)];
  }
  const missing = [
    ...missingPermissions(manifest.default_permissions, permissions),
    ...missingEvents(manifest, events).map((event) => `the event ${event}`),
  ];
  if (missing.length === 0) return [];
  const says = `${name} has not granted ${missing.join(', ')}.`;
  return [wrong('installations', says, `An owner has to accept the new permissions at ${url}.`)];
}
