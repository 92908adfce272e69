import type { ServiceActions } from './actions.data.js';

/**
 * Actions that came after the copy of the reference: those of Lambda web functions. Sources: npm aws-cdk-lib 2.276.0
 * (webfunction-endpoint-grants.js), https://docs.aws.amazon.com/lambda/latest/dg/web-functions-endpoint-access-control.html.
 * Read on 2026-11-26.
 */
export const newerActions: ReadonlyMap<string, Pick<ServiceActions, 'write' | 'read'>> = new Map([
  [
    'lambda',
    {
      write:
        'CreateWebFunction CreateWebFunctionEndpoint CreateWebFunctionRevision DeleteWebFunction DeleteWebFunctionEndpoint DeleteWebFunctionRevision InvokeWebFunctionEndpoint UpdateWebFunctionEndpoint',
      read: 'GetWebFunction GetWebFunctionEndpoint GetWebFunctionRevision ListWebFunctionEndpoints ListWebFunctionRevisions',
    },
  ],
]);
