/** By kind: the event, the logical id of the API that the framework makes, its section of the provider, its id elsewhere. */
export const kinds = [
  {
    kind: 'rest',
    event: 'http',
    id: 'ApiGatewayRestApi',
    section: 'apiGateway',
    elsewhere: ['apiGateway', 'restApiId'],
  },
  { kind: 'http', event: 'httpApi', id: 'HttpApi', section: 'httpApi', elsewhere: ['httpApi', 'id'] },
  {
    kind: 'websocket',
    event: 'websocket',
    id: 'WebsocketsApi',
    section: 'websocket',
    elsewhere: ['apiGateway', 'websocketApiId'],
  },
] as const;
export type Kind = (typeof kinds)[number];
