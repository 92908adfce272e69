/** Functions that hand on what they are given, as far as the value is concerned. */
export const withoutChange: ReadonlySet<string> = new Set([
  'sensitive',
  'nonsensitive',
  'ephemeralasnull',
  'tomap',
  'jsonencode',
  'yamlencode',
]);
