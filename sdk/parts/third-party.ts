/**
 * Whether a file comes from another site than the page. A list of public suffixes would be larger than the SDK, so the
 * last two labels of a host are its site, or three under endings like co.uk. Two customers of a shared host
 * (`a.github.io`, `b.github.io`) are therefore taken for one site.
 */
const SHARED_ENDING = /^(?:ac|co|com|edu|gob|gov|ltd|me|mil|ne|net|nom|or|org|plc|sch)\.[a-z]{2}$/

/** Addresses in numbers and names without a dot are a site of their own. */
export function siteOf(host: string): string {
  if (/^[\d.]+$|:/.test(host)) return host
  const labels = host.toLowerCase().split('.')
  return labels.slice(SHARED_ENDING.test(labels.slice(-2).join('.')) ? -3 : -2).join('.')
}

/** Undefined where the address has no host. */
export function isThirdParty(url: string, pageHost: string): boolean | undefined {
  const host = /^https?:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^/?#:]+)/i.exec(url)?.[1]
  return host === undefined ? undefined : siteOf(host) !== siteOf(pageHost)
}
