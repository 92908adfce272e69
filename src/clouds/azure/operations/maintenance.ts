import type { MaintenanceAccess } from '../../../model/maintenance.js';
import { flag, words } from '../../values/codec.js';
import type { Declared } from '../deployment.js';
import { declarationOf, type Mapping, setting } from '../mapping.js';

const sites = ['microsoft.web/sites', 'microsoft.web/sites/slots'] as const;

/** What an app says of its configuration: by itself, or as a part of it that is called `web`. */
const places: readonly (readonly string[])[] = [['properties', 'siteConfig'], ['properties']];

const clear = words({ AllAllowed: true, Disabled: false, FtpsOnly: false } as const);

/** Debuggers, FTP and passwords for deployment: https://learn.microsoft.com/azure/app-service/configure-basic-auth-disable */
export function mapMaintenance(mapping: Mapping): readonly MaintenanceAccess[] {
  return mapping
    .ofType(...sites)
    .flatMap((site) => [
      ...configured(site, site, places[0] ?? []),
      ...mapping.partsOf(site.id, `${site.type}/config`).flatMap((part) => configured(site, part, places[1] ?? [])),
      ...passwords(mapping, site),
    ]);
}

function configured(site: Declared, declared: Declared, path: readonly string[]): readonly MaintenanceAccess[] {
  const owner = declarationOf(site);
  return [
    {
      owner,
      access: 'debugger',
      name: 'remote debugging',
      open: setting(declared, [...path, 'remoteDebuggingEnabled'], flag),
    },
    { owner, access: 'files', name: 'FTP', open: setting(declared, [...path, 'ftpsState'], clear) },
  ];
}

/** Parts of their own in templates, arguments of the app in Terraform. */
function passwords(mapping: Mapping, site: Declared): readonly MaintenanceAccess[] {
  const owner = declarationOf(site);
  const parts = mapping.partsOf(site.id, `${site.type}/basicpublishingcredentialspolicies`);
  const ofApp = ['scm', 'ftp'].map((name) => ({ name, open: setting(site, ['properties', 'publishing', name], flag) }));
  const ofParts = parts.map((part, index) => ({
    name: part.name?.kind === 'scalar' ? String(part.name.value) : `${index}`,
    open: setting(part, ['properties', 'allow'], flag),
  }));
  return [...ofApp, ...ofParts].map(({ name, open }) => ({ owner, access: 'deployment', name, open }) as const);
}
