import type { Api, Auth, Route } from '../../../model/api.js';
import type { Resource } from '../../../model/resource.js';
import { absent, type Setting } from '../../../model/setting.js';
import { frontApi, frontRoute } from '../../plain/front.js';
import { mapSetting, withWrite } from '../../values/writes.js';

type EntryPoints = { readonly apis: readonly Api[]; readonly routes: readonly Route[] };

/** The address by which functions are deployed, invoked and removed: the gateway asks for a password unless told otherwise. */
export function managementOf(resource: Resource, password: Setting<boolean>): EntryPoints {
  const { id, at } = resource;
  const api: Api = { ...frontApi({ resource, api: 'http', visibility: absent(at) }), builtInAuth: 'password' };
  const auth = passwordOf(password);
  const route = frontRoute({ ...resource, id: `${id} ANY /system` }, id, '', auth);
  return { apis: [api], routes: [{ ...route, path: '/system', function: undefined, integration: 'service' }] };
}

function passwordOf(setting: Setting<boolean>): Setting<Auth> {
  return withWrite<Auth, boolean, Auth>(
    mapSetting<boolean, Auth, boolean>(setting, (on) => ({ kind: on ? 'api-key' : 'none' })),
    (write) => (auth) => (auth.kind === 'none' ? undefined : write(true)),
  );
}
