import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const manifestShape = z.looseObject({
  default_permissions: z.record(z.string(), z.enum(['read', 'write', 'admin'])),
  default_events: z.array(z.string()),
});

export type AppManifest = z.infer<typeof manifestShape>;

/** What the app asks for: `app.yml`, beside the package's own files. */
export function readManifest(): AppManifest {
  return manifestShape.parse(parse(readFileSync(new URL('../../app.yml', import.meta.url), 'utf8')));
}
