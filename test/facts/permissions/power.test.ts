import { describe, expect, test } from '@jest/globals';
import { excessivePermissions } from '../../../src/facts/permissions/permissions.js';
import { powerOf } from '../../../src/facts/permissions/power.js';
import type { Condition, Grant, NamedPolicy, Role } from '../../../src/model/identity.js';
import { grant, terms } from '../../support/grants.js';
import { role, span } from '../../support/model.js';

function may(action: string, resource = '*', fields: Partial<Grant> = {}): Grant {
  return grant([action], [resource], fields);
}

function named(name: string, fields: Partial<NamedPolicy> = {}): Partial<Role> {
  return { named: [{ name, at: span(), ...fields }] };
}

function condition(key: string, value: string): readonly Condition[] {
  return [{ operator: 'StringEquals', key, values: terms(value).terms, open: false }];
}

const denyAll = may('dynamodb:*', '*', { effect: 'deny' });
const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';

describe('the power of a role', () => {
  test.each<[string, Partial<Role>, string]>([
    ['everything on everything', { grants: [may('*')] }, 'admin'],
    ['everything, spelled with a colon', { grants: [may('*:*')] }, 'admin'],
    ['everything on one bucket', { grants: [may('*', 'arn:aws:s3:::reports')] }, 'wide'],
    [
      'everything under a narrowing condition',
      { grants: [may('*', '*', { conditions: condition('aws:ResourceTag/app', 'x') })] },
      'wide',
    ],
    [
      'everything in one region',
      { grants: [may('*', '*', { conditions: condition('aws:RequestedRegion', 'eu-west-1') })] },
      'admin',
    ],
    ['the administrator policy', named('AdministratorAccess'), 'admin'],
    ['owner of a project', named('roles/owner', { scope: 'project' }), 'admin'],
    ['owner of one resource', named('Owner', { scope: 'resource' }), 'unknown'],
    ['all of IAM', { grants: [may('iam:*')] }, 'escalation'],
    ['all of IAM on one role', { grants: [may('iam:*', 'arn:aws:iam::111122223333:role/app')] }, 'wide'],
    ['assuming any role', { grants: [may('sts:AssumeRole', 'arn:aws:iam::*:role/*')] }, 'escalation'],
    ['assuming one role', { grants: [may('sts:AssumeRole', 'arn:aws:iam::111122223333:role/app')] }, 'data'],
    [
      'grants for AWS itself only',
      { grants: [may('kms:CreateGrant', '*', { conditions: condition('kms:GrantIsForAWSResource', 'true') })] },
      'wide',
    ],
    ['passing any role alone', { grants: [may('iam:PassRole')] }, 'wide'],
    [
      'passing any role and making functions',
      { grants: [may('iam:PassRole'), may('lambda:*', 'arn:aws:lambda:eu-west-1:111122223333:function:x')] },
      'escalation',
    ],
    ['a whole service on one table', { grants: [may('dynamodb:*', table)] }, 'wide'],
    ['a service nobody knows', { grants: [may('nosuch:*', table)] }, 'unknown'],
    ['everything except IAM', { grants: [grant([], ['*'], { notActions: terms('iam:*') })] }, 'wide'],
    ['reading every parameter', { grants: [may('ssm:GetParameter*')] }, 'data'],
    ['reading every secret', { grants: [may('secretsmanager:GetSecretValue')] }, 'wide'],
    ['writing to every table', { grants: [may('dynamodb:PutItem')] }, 'wide'],
    [
      'writing to every table of an account',
      { grants: [may('dynamodb:PutItem', 'arn:aws:dynamodb:eu-west-1:111122223333:table/*')] },
      'wide',
    ],
    ['decrypting with every key', { grants: [may('kms:Decrypt')] }, 'wide'],
    ['reading every table', { grants: [may('dynamodb:GetItem')] }, 'minimal'],
    ['writing to one table', { grants: [may('dynamodb:PutItem', table)] }, 'data'],
    [
      'reading one secret',
      {
        grants: [
          may('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf'),
        ],
      },
      'data',
    ],
    ['reading one table', { grants: [may('dynamodb:GetItem', table)] }, 'minimal'],
    ['nothing', {}, 'minimal'],
    [
      'logs, traces and network',
      { grants: [may('logs:PutLogEvents'), may('xray:PutTraceSegments'), may('ec2:CreateNetworkInterface')] },
      'minimal',
    ],
    ['metrics', { grants: [may('cloudwatch:PutMetricData')] }, 'minimal'],
    ['what is denied again', { grants: [may('dynamodb:PutItem'), denyAll] }, 'minimal'],
    ['what is denied in one branch', { grants: [may('dynamodb:PutItem'), { ...denyAll, branch: 'IsProd' }] }, 'wide'],
    ['an action known at deployment', { grants: [may('dynamodb:${Verb}', table)] }, 'unknown'],
    ['statements that could not be read', { open: true }, 'unknown'],
    ['writing, and statements that could not be read', { open: true, grants: [may('dynamodb:PutItem')] }, 'wide'],
    ['a customer policy by name', named('orders-access'), 'unknown'],
    ['the basic execution policy', named('service-role/AWSLambdaBasicExecutionRole'), 'minimal'],
    [
      'a template that needs everything',
      { grants: [may('ec2:CreateNetworkInterface', '*', { origin: 'template' })] },
      'minimal',
    ],
    ['a template for one thing', { grants: [may('dynamodb:PutItem', '*', { origin: 'template' })] }, 'data'],
    [
      'a template that somebody opened for everything',
      { grants: [may('dynamodb:PutItem', '*', { origin: 'template', opened: true })] },
      'wide',
    ],
  ])('%s', (_, fields, expected) => expect(powerOf(role(fields), excessivePermissions(role(fields)))).toBe(expected));
});
