/*
 * Classes whose methods are started by requests, as their decorators say. Sources: docs.nestjs.com/controllers and
 * @nestjs/common 10.3.8 (route-params.decorator), github.com/typestack/routing-controllers and its 0.11.2,
 * inversify-express-utils 6.5.0 (decorators.d.ts), typegraphql.com/docs, docs.nestjs.com/microservices. 2026-11-26.
 */
export interface ControllerRow {
  /** Methods with such a decorator are started. */
  readonly starts: RegExp;
  /** They are started by messages, not by requests. */
  readonly isMessage?: true;
  /** The way from the request to what a parameter's decorator gives. */
  readonly gives: Readonly<Record<string, readonly string[]>>;
}

const nest = {
  Req: [],
  Request: [],
  Body: ['body'],
  RawBody: ['rawBody'],
  Query: ['query'],
  Param: ['params'],
  Headers: ['headers'],
  HostParam: ['hostname'],
  UploadedFile: ['file'],
  UploadedFiles: ['files'],
};

export const controllers: readonly ControllerRow[] = [
  { starts: /^@nestjs\/common\.(?:Get|Post|Put|Patch|Delete|All|Options|Head|Search|Sse)\(\)$/, gives: nest },
  {
    starts: /^routing-controllers\.(?:Get|Post|Put|Patch|Delete|All|Head|Method)\(\)$/,
    gives: {
      ...nest,
      Params: ['params'],
      QueryParam: ['query'],
      QueryParams: ['query'],
      BodyParam: ['body'],
      HeaderParam: ['headers'],
      HeaderParams: ['headers'],
      CookieParam: ['cookies'],
      CookieParams: ['cookies'],
    },
  },
  {
    starts: /^inversify-express-utils\.(?:all|http(?:Get|Post|Put|Patch|Delete|Head|Method))\(\)$/,
    gives: {
      request: [],
      requestParam: ['params'],
      queryParam: ['query'],
      requestBody: ['body'],
      requestHeaders: ['headers'],
      cookies: ['cookies'],
    },
  },
  {
    starts: /^(?:@nestjs\/graphql|type-graphql)\.(?:Query|Mutation|Subscription|ResolveField|FieldResolver)\(\)$/,
    gives: { Args: ['body'], Arg: ['body'] },
  },
  {
    starts: /^@nestjs\/(?:microservices\.(?:MessagePattern|EventPattern)|websockets\.SubscribeMessage)\(\)$/,
    isMessage: true,
    gives: { Payload: [], MessageBody: [] },
  },
];

/** Pipes that leave nothing of the text but a number, a truth or an identifier. */
export const strictPipes = /^@nestjs\/common\.Parse(?:Int|Float|Bool|UUID|Enum|Date)Pipe(?:\(\))?$/;

/** What a parameter's decorator gives to answer with. */
export const answering = /\.(?:Res|Response|response)\(\)$/;
