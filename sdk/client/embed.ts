/**
 * Signs embed tokens on a server of yours, without asking Sightline: a token lets a page elsewhere show elements of a
 * site, and nothing else. Runs wherever there is Web Crypto: Node, Deno, Bun, workers. Never in a page: who has the
 * secret can sign anything about the site.
 */

/** What the token is held to. */
export type EmbedToken = {
  /** The name of the secret, as `createEmbedSecret` told it. */
  kid: string
  /** The secret, in base64url as it was told. */
  secret: string
  site: string
  /** The elements that it is for: `['sight-vital-card']`. */
  widgets: readonly string[]
  /** The origins of the pages that it works in: `['https://wiki.example']`. */
  origins: readonly string[]
  /** A FilterInput that holds for everything that is answered, besides what an element asks for. */
  where?: object
  /** The longest period that may be asked for, ISO 8601: `P30D`. Default: any. */
  maxRange?: string
  /**
   * For the public: on how many visitors a figure rests at least, 5 or more. Then `page` is needed, and `widgets` is
   * `['sight-status-page']`.
   */
  public?: number
  /** The slug of the status page that a token for the public shows. */
  page?: string
  /** How long it works, in seconds: 3,600 at most, which is the default. */
  expiresInS?: number
  /** What it can be revoked by. Default: chance. */
  jti?: string
}

/** The token (a JWT). Throws a RangeError for a life that is too long, and what Web Crypto throws for a broken secret. */
export async function signEmbedToken(
  { kid, secret, site, expiresInS = 3600, jti, ...claims }: EmbedToken,
  now = Date.now(),
): Promise<string> {
  if (!(expiresInS > 0 && expiresInS <= 3600))
    throw new RangeError(`expiresInS is ${expiresInS}: an embed token works for 1 to 3,600 s`)
  const iat = Math.floor(now / 1000)
  const header = { alg: 'HS256', typ: 'sightline-embed+jwt', kid }
  const payload = {
    ...claims,
    aud: 'sightline',
    sub: site,
    iat,
    exp: iat + Math.floor(expiresInS),
    jti: jti ?? crypto.randomUUID(),
  }
  const text = `${ofText(JSON.stringify(header))}.${ofText(JSON.stringify(payload))}`
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', toBytes(secret), algorithm, false, ['sign'])
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text))
  return `${text}.${toBase64Url(new Uint8Array(signature))}`
}

function ofText(text: string): string {
  return toBase64Url(new TextEncoder().encode(text))
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function toBytes(base64Url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64Url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
