import type { ApiKind, BuiltInAuth } from '../../model/api.js';

const byKind: Readonly<Record<ApiKind, BuiltInAuth | undefined>> = {
  rest: 'signed-requests',
  http: 'signed-requests',
  websocket: 'signed-requests',
  graphql: 'signed-requests',
  alb: undefined,
  azure: 'function-key',
  apim: undefined,
  agents: 'signed-requests',
  'cloud-function': 'identity',
  'cloud-run': 'identity',
  knative: 'none',
  openfaas: 'none',
};

/** What a kind of API can ask of callers by itself. */
export function builtInAuthOf(kind: ApiKind): BuiltInAuth | undefined {
  return byKind[kind];
}
