/**
 * The retention periods in days that CloudWatch Logs accepts.
 * Source: PutRetentionPolicy, Amazon CloudWatch Logs API Reference
 * (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html), state of 2026-11-25.
 */
export const allowedRetentionDays: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
