/**
 * What an embed token says: a JWT signed with a secret of its site (RFC 7519, HS256 and nothing else). It is checked
 * as a whole and anew for every request: nobody but the holder of the secret wrote it, and that may be a customer's
 * server, whose mistakes are told in words.
 *
 * Header `{ alg: 'HS256', typ: 'sightline-embed+jwt', kid }`, payload:
 * `{ aud: 'sightline', sub: <site>, widgets: ['sight-vital-card', …], origins: ['https://wiki.example', …],
 *    where?: FilterInput, maxRange?: 'P30D', public?: 20, page?: 'shop', iat, exp, jti }`
 */
import { type JWTPayload, SignJWT, decodeProtectedHeader, errors, jwtVerify } from 'jose'
import type { FilterInput } from '../schema.generated.ts'
import { parseFilter } from '../segment/filters.ts'
import { MAX_RANGE_MS, parseDuration } from '../segment/range.ts'
import { withIsoDurations } from '../iso-durations.ts'
import type { Reader } from '../access/grant.ts'
import { EMBEDDABLE, type EmbeddableName, isEmbeddable, isPublic } from './embeddable.ts'

export const EMBED_TYPE = 'sightline-embed+jwt'
export const EMBED_AUDIENCE = 'sightline'
/** A token that is taken out of a page is of no use for longer. */
export const MAX_LIFE_S = 3600
/** Clocks of two servers differ. */
const CLOCK_TOLERANCE_S = 30
const MOST_ORIGINS = 50
/** No public figure rests on fewer visitors. */
export const LEAST_FLOOR = 5

export type EmbedClaims = {
  site: string
  widgets: EmbeddableName[]
  origins: string[]
  /** Holds for everything that is answered, as it was given; null: the whole site. */
  where: FilterInput | null
  maxRangeMs: number
  /** For the public, which gets one status page; null: for people who may see the site. */
  reader: Reader | null
  expiresAt: Date
  jti: string
}

/** Why a token is not taken: for the person who made it. */
export class EmbedTokenError extends Error {
  override name = 'EmbedTokenError'
}

export function signEmbedToken(
  { site, widgets, origins, where, maxRangeMs, reader, expiresAt, jti }: EmbedClaims,
  { kid, secret }: { kid: string; secret: Uint8Array },
  now: number,
): Promise<string> {
  return new SignJWT({
    widgets,
    origins,
    ...(where === null ? {} : { where: withIsoDurations(where) }),
    ...(reader === null
      ? { maxRange: `PT${Math.round(maxRangeMs / 1000)}S` }
      : { public: reader.floor, page: reader.page }),
  })
    .setProtectedHeader({ alg: 'HS256', typ: EMBED_TYPE, kid })
    .setAudience(EMBED_AUDIENCE)
    .setSubject(site)
    .setIssuedAt(Math.floor(now / 1000))
    .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
    .setJti(jti)
    .sign(secret)
}

/** The name of the secret that signed it; null for what is no embed token. */
export function kidOf(token: string): string | null {
  try {
    const { kid, typ } = decodeProtectedHeader(token)
    return typ === EMBED_TYPE && typeof kid === 'string' && kid.length <= 100 ? kid : null
  } catch {
    return null
  }
}

/** A filter as JSON, checked against its type in the schema. Throws what is wrong with it. */
export type ParseWhere = (where: unknown) => FilterInput

/** The claims of a token that this secret signed. Throws an EmbedTokenError for any other. */
export async function verifyEmbedToken(
  token: string,
  { secret, now, parseWhere }: { secret: Uint8Array; now: number; parseWhere: ParseWhere },
): Promise<EmbedClaims> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, secret, {
      algorithms: ['HS256'],
      typ: EMBED_TYPE,
      audience: EMBED_AUDIENCE,
      requiredClaims: ['sub', 'iat', 'exp', 'jti'],
      clockTolerance: CLOCK_TOLERANCE_S,
      currentDate: new Date(now),
    })
    // Nothing that it could ask for is understood here.
    if (protectedHeader.crit !== undefined)
      throw new EmbedTokenError('the embed token has `crit` in its header')
    // Else a token could be made to live longer by a beginning that has yet to come.
    if ((payload.iat ?? 0) > now / 1000 + CLOCK_TOLERANCE_S)
      throw new EmbedTokenError('`iat` lies in the future: set the clock of the server that signs')
    return claimsOf(payload, parseWhere)
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new EmbedTokenError('the embed token has expired')
    if (error instanceof errors.JOSEError)
      throw new EmbedTokenError(`the embed token is not valid: ${error.message}`)
    throw error
  }
}

function claimsOf(
  { sub = '', iat = 0, exp = 0, jti = '', ...claims }: JWTPayload,
  parseWhere: ParseWhere,
): EmbedClaims {
  const { widgets, origins, where, maxRange, public: floor, page } = claims
  if (exp - iat > MAX_LIFE_S)
    throw new EmbedTokenError(
      `the embed token lives for ${exp - iat} s: \`exp\` may be ${MAX_LIFE_S} s after \`iat\``,
    )
  if (jti === '' || jti.length > 100) throw new EmbedTokenError('`jti` must be 1 to 100 characters long')
  const locked = where === undefined || where === null ? null : filterClaim(where, parseWhere)
  const named = widgetsClaim(widgets, locked)
  return {
    site: sub,
    widgets: named,
    origins: originsClaim(origins),
    where: locked,
    maxRangeMs: maxRange === undefined ? MAX_RANGE_MS : rangeClaim(maxRange),
    reader: readerClaim({ floor, page, widgets: named, where: locked }),
    expiresAt: new Date(exp * 1000),
    jti,
  }
}

/** Of the elements that may be named, those that are; each must be one that a token with this filter can be made for. */
export function widgetsClaim(widgets: unknown, where: FilterInput | null): EmbeddableName[] {
  if (!isTexts(widgets) || widgets.length === 0)
    throw new EmbedTokenError(
      '`widgets` must be a list of at least one element, such as ["sight-vital-card"]',
    )
  return widgets.map((name) => {
    if (!isEmbeddable(name))
      throw new EmbedTokenError(
        `\`widgets\` names "${name.slice(0, 60)}": expected one of ${Object.keys(EMBEDDABLE).join(', ')}`,
      )
    if (where !== null && EMBEDDABLE[name].wholeSite)
      throw new EmbedTokenError(
        `\`widgets\` names "${name}", which cannot be narrowed by a filter: leave one out`,
      )
    return name
  })
}

/** What is for the public is for nothing else: a token with `public` has no element that does not hold to the floor. */
function readerClaim({
  floor,
  page,
  widgets,
  where,
}: {
  floor: unknown
  page: unknown
  widgets: readonly EmbeddableName[]
  where: FilterInput | null
}): Reader | null {
  if (floor === undefined && page === undefined) return null
  if (typeof floor !== 'number' || !Number.isInteger(floor) || floor < LEAST_FLOOR)
    throw new EmbedTokenError(
      `\`public\` must be the fewest visitors that a figure may rest on, ${LEAST_FLOOR} or more`,
    )
  if (typeof page !== 'string' || page === '' || page.length > 60)
    throw new EmbedTokenError('`page` must be the slug of a status page: a token for the public is for one')
  const other = widgets.find((name) => !isPublic(name))
  if (other !== undefined)
    throw new EmbedTokenError(`\`widgets\` names "${other}", which is not for the public: leave it out`)
  if (where !== null) throw new EmbedTokenError('a token for the public takes no `where`: leave it out')
  return { page, floor }
}

/** Each as a browser sends it in `Origin`. */
export function originsClaim(origins: unknown): string[] {
  if (!isTexts(origins) || origins.length === 0 || origins.length > MOST_ORIGINS)
    throw new EmbedTokenError(
      `\`origins\` must be a list of 1 to ${MOST_ORIGINS} origins, such as ["https://wiki.example"]`,
    )
  return origins.map((text) => {
    const origin = originOf(text)
    if (origin === null)
      throw new EmbedTokenError(
        `\`origins\` has "${text.slice(0, 100)}": expected one such as https://wiki.example`,
      )
    return origin
  })
}

/** As a browser sends it in `Origin`; null where the text is no origin. */
export function originOf(text: string): string | null {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null'
  return origin === 'null' || origin !== text.replace(/\/$/, '').toLowerCase() ? null : origin
}

/** A key that is misspelt must not widen what the token shows: it is refused, as the API refuses it. */
function filterClaim(where: unknown, parseWhere: ParseWhere): FilterInput {
  try {
    const checked = parseWhere(where)
    parseFilter(checked)
    return checked
  } catch (error) {
    throw new EmbedTokenError(`\`where\`: ${(error as Error).message}`, { cause: error })
  }
}

function rangeClaim(text: unknown): number {
  if (typeof text !== 'string') throw new EmbedTokenError('`maxRange` must be a duration such as P30D')
  try {
    return parseDuration(text)
  } catch (error) {
    throw new EmbedTokenError(`\`maxRange\`: ${(error as Error).message}`, { cause: error })
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
