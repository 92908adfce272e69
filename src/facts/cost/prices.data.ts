/**
 * On-demand prices of US East (N. Virginia), us-east-1, in US dollars, first tier, x86, without free tiers and discounts.
 * Sources, read 2026-11-26: https://aws.amazon.com/lambda/pricing/ and https://aws.amazon.com/api-gateway/pricing/ (figures as
 * quoted by amnic.com/blogs/aws-api-gateway-pricing, awsforengineers.com/blog/aws-api-gateway-pricing-explained and
 * cloudchipr.com/blog/aws-lambda-pricing), https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html,
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html.
 */
export const prices = {
  date: '2026-11-26',
  region: 'us-east-1',
  perInvocation: 0.2 / 1_000_000,
  perGigabyteSecond: 0.0000166667,
} as const;

/** What a front asks for each request, the largest request counted, and how many a second it lets through by default. */
export interface FrontPrice {
  /** One request, of one unit. */
  readonly perRequest: number;
  /** Units that the largest request is metered as: HTTP APIs by 512 KB of at most 10 MB, WebSockets by 32 KB of at most 128 KB. */
  readonly mostUnits: number;
  /** Requests a second that an account has by default. */
  readonly defaultRate: number;
}

export const fronts = {
  rest: { perRequest: 3.5 / 1_000_000, mostUnits: 1, defaultRate: 10_000 },
  http: { perRequest: 1 / 1_000_000, mostUnits: 20, defaultRate: 10_000 },
  websocket: { perRequest: 1 / 1_000_000, mostUnits: 4, defaultRate: 10_000 },
  /** A function's own address costs nothing and lets through what the function takes. */
  url: { perRequest: 0, mostUnits: 1, defaultRate: Number.POSITIVE_INFINITY },
} as const satisfies Readonly<Record<string, FrontPrice>>;

/** Default quotas and limits of Lambda. */
export const lambdaLimits = {
  concurrency: 1_000,
  /** Requests a second that one concurrent instance takes at most. */
  requestsPerInstance: 10,
  memory: 128,
  mostMemory: 10_240,
  timeout: 3,
  mostTimeout: 900,
} as const;
