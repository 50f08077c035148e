/** The files that browsers load, read once at start: scripts, styles, pictures, and the pages of console and demo. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

export type Asset = {
  body: Buffer
  type: string
  etag: string
  /** Null where it is too small or packed already. */
  packed: { br: () => Buffer; gzip: () => Buffer } | null
}
export type Assets = ReadonlyMap<string, Asset>

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}
const COMPRESSED = new Set(['.css', '.html', '.js', '.svg'])

/** Every file below the folder, by its path from there: `sdk/v1.js`. */
export function readAssets(folder: string): Assets {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  )
  return new Map(paths.map((path) => [path, asset(readFileSync(join(folder, path)), extname(path))]))
}

function asset(body: Buffer, extension: string): Asset {
  const isPackable = COMPRESSED.has(extension) && body.length > 500
  // Quality 9 takes a tenth of the time of 11 and is within 3 % of its size.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  return {
    body,
    // When it is first asked for: all of them would hold up a start for seconds.
    packed: isPackable
      ? { br: once(() => brotliCompressSync(body, { params })), gzip: once(() => gzipSync(body)) }
      : null,
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`,
  }
}

function once(make: () => Buffer): () => Buffer {
  let made: Buffer | undefined
  return () => (made ??= make())
}

export function sendAsset(request: FastifyRequest, reply: FastifyReply, file: Asset): FastifyReply {
  void reply
    .header('etag', file.etag)
    .header('vary', 'accept-encoding')
    .type(file.type)
    .header('x-content-type-options', 'nosniff')
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send()
  const accepted = request.headers['accept-encoding'] ?? ''
  for (const encoding of ['br', 'gzip'] as const)
    if (file.packed !== null && accepted.split(/[\s,;]+/).includes(encoding))
      return reply.header('content-encoding', encoding).send(file.packed[encoding]())
  return reply.send(file.body)
}
