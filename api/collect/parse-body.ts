/** Bytes to a JSON value, with every bound checked before the work that it bounds. */
import { isUtf8 } from 'node:buffer'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { LIMITS } from '../../sdk/wire/limits.ts'
import { type Problem, problem } from './problems.ts'

export type Parsed = { ok: true; value: unknown } | { ok: false; problem: Problem }

const gunzipAsync = promisify(gunzip)

/** Types in which a batch may come: text/plain spares sendBeacon a preflight. */
export const CONTENT_TYPES = ['application/json', 'text/plain'] as const

export async function parseBody(body: Buffer, encoding: string | undefined): Promise<Parsed> {
  // Names of encodings have no case (RFC 9110, 8.4.1).
  const unpacked = await unpack(body, encoding?.trim().toLowerCase())
  if ('status' in unpacked) return { ok: false, problem: unpacked }
  if (nestsDeeperThan(unpacked, LIMITS.depth)) {
    return { ok: false, problem: problem('too_deep', `the body nests deeper than ${LIMITS.depth} levels`) }
  }
  try {
    if (!isUtf8(unpacked)) throw new TypeError('the body is not UTF-8')
    const text = unpacked.toString('utf8')
    const value: unknown = JSON.parse(text)
    return { ok: true, value: MAY_NEED_REPAIR.test(text) ? repairText(value) : value }
  } catch (error) {
    return {
      ok: false,
      problem: problem('malformed_json', error instanceof Error ? error.message : String(error)),
    }
  }
}

async function unpack(body: Buffer, encoding: string | undefined): Promise<Buffer | Problem> {
  if (body.length > LIMITS.batchBytes) {
    return problem('too_large', `the body has ${body.length} bytes, the limit is ${LIMITS.batchBytes}`)
  }
  // sendBeacon cannot set headers, so gzip is also known by its first bytes.
  const gzipped = encoding === 'gzip' || (body[0] === 0x1f && body[1] === 0x8b)
  if (!gzipped && encoding !== undefined && encoding !== 'identity') {
    return problem('unsupported_type', `content-encoding "${encoding}" is not known: send gzip or none`)
  }
  if (!gzipped) return body
  try {
    return await gunzipAsync(body, { maxOutputLength: LIMITS.unpackedBytes })
  } catch (error) {
    const tooLarge = error instanceof RangeError
    return tooLarge
      ? problem('too_large_unpacked', `the body unpacks to more than ${LIMITS.unpackedBytes} bytes`)
      : problem('bad_encoding', 'the body is not valid gzip')
  }
}

/** Counts brackets outside of strings: JSON.parse bears deep nesting, what comes after it does not. */
export function nestsDeeperThan(json: Buffer, limit: number): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < json.length; i++) {
    const byte = json[i]
    if (inString) {
      if (byte === 0x5c) i++
      else if (byte === 0x22) inString = false
    } else if (byte === 0x22) inString = true
    else if (byte === 0x7b || byte === 0x5b) {
      if (++depth > limit) return true
    } else if (byte === 0x7d || byte === 0x5d) depth--
  }
  return false
}

/** Only an escape can bring in what PostgreSQL's text and jsonb refuse: NUL and surrogates without their other half. */
const MAY_NEED_REPAIR = /\\u(?:0000|d[89a-f])/i
// oxlint-disable-next-line no-control-regex -- NUL is what this looks for
const UNSTORABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The text with U+FFFD for what PostgreSQL cannot store. */
export function storableText(text: string): string {
  return text.replace(UNSTORABLE, '\ufffd')
}

function repairText(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value)
  if (Array.isArray(value)) return value.map(repairText)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [storableText(key), repairText(item)]))
}
