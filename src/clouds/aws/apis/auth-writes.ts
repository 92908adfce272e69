import type { Auth, AuthKind } from '../../../model/api.js';
import type { Edit } from '../../../model/span.js';
import { put } from '../../values/writes.js';
import type { Mapping } from '../mapping.js';
import type { Declared } from '../template.js';

const spelled = {
  'AWS::ApiGateway::Method': new Map<AuthKind, string>([
    ['none', 'NONE'],
    ['iam', 'AWS_IAM'],
    ['cognito', 'COGNITO_USER_POOLS'],
    ['lambda', 'CUSTOM'],
  ]),
  'AWS::ApiGatewayV2::Route': new Map<AuthKind, string>([
    ['none', 'NONE'],
    ['iam', 'AWS_IAM'],
    ['jwt', 'JWT'],
    ['lambda', 'CUSTOM'],
  ]),
} as const;

/** Writes what a method or route asks its callers for: the kind and, where one is needed, the authorizer of the stack. */
export function writeAuth(mapping: Mapping, declared: Declared, auth: Auth): readonly Edit[] | undefined {
  const words = Object.entries(spelled).find(([type]) => type === declared.type)?.[1];
  const type = words?.get(auth.kind);
  const { map, reading } = declared.properties;
  if (type === undefined || map?.kind !== 'map') return undefined;
  if (auth.kind === 'none' || auth.kind === 'iam') return put(reading.writer, map, { AuthorizationType: type });
  const { authorizer, scopes } = auth;
  if (authorizer === undefined || !mapping.byId.has(authorizer)) return undefined;
  return put(reading.writer, map, {
    AuthorizationType: type,
    AuthorizerId: { refersTo: authorizer, attribute: 'id' },
    ...(scopes !== undefined && { AuthorizationScopes: scopes }),
  });
}
