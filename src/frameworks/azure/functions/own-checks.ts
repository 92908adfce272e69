/** What code does that finds out who is calling. */
const signs: readonly RegExp[] = [
  /['"`]authorization['"`]|\.authorization\b|x-ms-client-principal|x-hub-signature|stripe-signature|x-signature/i,
  /\b(?:require|ensure|enforce)_?(?:[a-z]{0,12}_?)?(?:auth|user|tokens?|jwt|session|admin|roles?|principal|login|identity|permission|signature|api_?key|claims)\w{0,20}\s{0,9}\(/i,
  /\b(?:verify|check|validate|assert)_?(?:[a-z]{0,12}_?)?(?:auth|tokens?|jwt|session|admin|roles?|principal|identity|permission|signature|api_?key|claims)\w{0,20}\s{0,9}\(/i,
  /\b(?:get|with|is|has|current)_?(?:current_?|client_?)?(?:auth|jwt|session|admin|role|principal|identity|permission|claims)\w{0,20}\s{0,9}\(/i,
  /(?:authenticat|authori[sz])\w{0,25}\s{0,9}\(|['"`][\w./@-]{0,60}\/auth\w{0,20}['"`]|\bauth_?required\b|\bjwt\s*\.\s*(?:verify|decode)|\bcreateHmac\b|\btimingSafeEqual\b|\bcompare_digest\b/i,
];

/** Longer code is not looked through to its end. */
const longestCode = 60_000;

/** True if the code of a function looks at who is calling, so that a route without a level need not be open. */
export function checksCallers(code: string): boolean {
  const text = code.slice(0, longestCode);
  return signs.some((sign) => sign.test(text));
}
