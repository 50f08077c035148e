/** The id of a group of errors: `shop/error/v1-4f9a1c…` everywhere, and the fingerprint alone within its site. */
const GLOBAL_ID = /^([a-z0-9-]{1,40})\/error\/([^/]{1,100})$/

export function errorGroupId(site: string, fingerprint: string): string {
  return `${site}/error/${fingerprint}`
}

export function parseErrorGroupId(id: string): { site: string | null; fingerprint: string } {
  const [, site, fingerprint] = GLOBAL_ID.exec(id) ?? []
  return site === undefined || fingerprint === undefined
    ? { site: null, fingerprint: id }
    : { site, fingerprint }
}
