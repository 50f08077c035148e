/** API tokens: random, shown once, kept as a hash. What is looked up is the hash, so a database that leaks opens nothing. */
import { createHash, randomBytes } from 'node:crypto'
import type { Control } from '../db/prisma.ts'

export type Scope = 'READ' | 'MANAGE'

export type NewToken = {
  name: string
  kind: 'api' | 'session' | 'start'
  scopes: Scope[]
  /** Null: every site. */
  siteIds: number[] | null
  expiresAt: Date | null
  parentId?: number
}

/** Makes a token and returns its secret, which is not kept. */
export async function createToken(control: Control, token: NewToken): Promise<string> {
  const secret = `sl_${randomBytes(24).toString('base64url')}`
  await control.apiToken.create({
    data: {
      name: token.name,
      kind: token.kind,
      hash: hashSecret(secret),
      scopes: token.scopes,
      expiresAt: token.expiresAt,
      parentId: token.parentId ?? null,
      allSites: token.siteIds === null,
      sites: { connect: (token.siteIds ?? []).map((id) => ({ id })) },
    },
  })
  return secret
}

export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}

/** A write key: public, so its only secret is which site it belongs to. */
export function newWriteKey(slug: string): string {
  return `pk_${slug}_${randomBytes(12).toString('base64url').replaceAll(/[-_]/g, 'x')}`
}
