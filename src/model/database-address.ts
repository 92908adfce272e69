const addresses = [
  {
    of: /^postgres(?:ql)?(?:\+\w{1,20})?:\/\//i,
    option: /[?&](sslmode=(?:disable|allow|prefer))(?:&|$)/i,
    better: 'Use `sslmode=verify-full`.',
  },
  {
    of: /^mongodb(?:\+srv)?:\/\//i,
    option: /[?&]((?:tls|ssl)=false|tls(?:Insecure|AllowInvalidCertificates)=true)(?:&|$)/i,
    better: 'Use `tls=true`, and trust a private authority with `tlsCAFile`.',
  },
] as const;

/** A parameter with which a client believes whoever answers, and what to write instead. */
export interface Unverified {
  readonly option: string;
  readonly better: string;
}

/**
 * What keeps clients of a database from verifying its server, in the address of one that is not on the same host: postgresql.org
 * (libpq, sslmode), mongodb.com (connection strings), 2026-11-27.
 */
export function unverifiedOption(address: string): Unverified | undefined {
  if (/^[^/]{0,40}\/\/(?:[^/@]{0,300}@)?(?:localhost|127\.)/.test(address)) return undefined;
  const row = addresses.find(({ of, option }) => of.test(address) && option.test(address));
  return row && { option: row.option.exec(address)?.[1] ?? '', better: row.better };
}
