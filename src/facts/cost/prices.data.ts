/**
 * On-demand prices of US East (N. Virginia), us-east-1, in US dollars, first tier, x86, without free tiers and discounts.
 * Sources, read 2026-11-26: https://aws.amazon.com/lambda/pricing/ and https://aws.amazon.com/api-gateway/pricing/ (figures as
 * quoted by amnic.com/blogs/aws-api-gateway-pricing, awsforengineers.com/blog/aws-api-gateway-pricing-explained and
 * cloudchipr.com/blog/aws-lambda-pricing; units of 512 KB and 32 KB as in stormit.cloud/blog/amazon-api-gateway-pricing),
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html (1,000 instances are 10,000 requests a second),
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html (10,000 requests a second, burst 5,000, 10 MB).
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
  /** Requests a second that an account has by default, and what may come at once above it. */
  readonly defaultRate: number;
  readonly defaultBurst: number;
}

const gateway = { defaultRate: 10_000, defaultBurst: 5_000 } as const;

export const fronts = {
  rest: { perRequest: 3.5 / 1_000_000, mostUnits: 1, ...gateway },
  http: { perRequest: 1 / 1_000_000, mostUnits: 20, ...gateway },
  websocket: { perRequest: 1 / 1_000_000, mostUnits: 4, ...gateway },
  /** A function's own address costs nothing and lets through what the function takes. */
  url: { perRequest: 0, mostUnits: 1, defaultRate: Number.POSITIVE_INFINITY, defaultBurst: 0 },
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

/**
 * A message to SQS: a FIFO queue's price, the higher one, for each 64 KB of at most 1 MiB. A standard queue takes nearly any number of
 * them. Sources, read 2026-11-26: cloudburn.io/blog/amazon-sqs-pricing (us-east-1, March 2026);
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html.
 */
export const queuePrice = { perRequest: 0.5 / 1_000_000, mostUnits: 16 } as const;

/** What an instance costs while it works. */
export interface InstancePrice {
  readonly perGigabyteSecond: number;
  readonly perCpuSecond: number;
  /** Processors of the largest instance: how many one has is not read. */
  readonly mostCpus: number;
  /** MB of the largest instance; undefined where only the memory that is written tells what is paid for. */
  readonly mostMemory: number | undefined;
}

/**
 * Sources, read 2026-11-26: https://cloud.google.com/run/pricing (tier 1, processors while requests are served: $0.000024 and $0.0000025)
 * and https://cloud.google.com/run/quotas (8 vCPU, 32 GiB); Flex Consumption of Azure Functions in East US, $0.000026 for a GB-second of
 * the instances that work (modal.com/blog/azure-function-pricing-guide,
 * https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan): the plan on which memory is written.
 */
export const instancePrices = {
  google: { perGigabyteSecond: 0.0000025, perCpuSecond: 0.000024, mostCpus: 8, mostMemory: 32_768 },
  azure: { perGigabyteSecond: 0.000026, perCpuSecond: 0, mostCpus: 0, mostMemory: undefined },
} as const satisfies Readonly<Record<string, InstancePrice>>;
