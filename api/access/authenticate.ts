/** Who is asking. A request brings its token in the Authorization header, or in the cookie that signing in set. */
import type { Control } from '../db/prisma.ts'
import type { Grant } from './grant.ts'
import { type Scope, createToken, hashSecret } from './tokens.ts'

/** The token behind a request. `siteIds` null: every site. */
export type Caller = {
  /** Those of embed tokens are in no table: they are told apart by what they are called. */
  tokenId: number | string
  name: string
  scopes: Scope[]
  siteIds: number[] | null
  expiresAt: Date | null
  /** What narrows an embed token; absent for any other. */
  grant?: Grant
}

export type Authenticator = {
  callerOf(secret: string): Promise<Caller | null>
  /** A secret of its own for a browser that showed a token that works; null if it does not. */
  signIn(secret: string): Promise<string | null>
  signOut(secret: string): Promise<void>
}

/** How long an answer may be old: a revoked token is dead after this. */
const FRESH_MS = 10_000
const SIGNED_IN_MS = 30 * 24 * 3_600_000
const CALLERS_KEPT = 1000

export function createAuthenticator(control: Control, now: () => number): Authenticator {
  type Found = ReturnType<typeof findCaller>
  const known = new Map<string, { caller: Found; until: number }>()
  const callerOf = (secret: string): Found => {
    const id = Buffer.from(hashSecret(secret)).toString('base64')
    const cached = known.get(id)
    if (cached !== undefined && cached.until > now()) return cached.caller
    const caller = findCaller(control, secret, now())
    if (known.size >= CALLERS_KEPT) known.clear()
    known.set(id, { caller, until: now() + FRESH_MS })
    caller.catch(() => known.delete(id))
    return caller
  }
  return {
    callerOf,
    signIn: async (secret) => {
      const caller = await callerOf(secret)
      if (caller === null) return null
      const expiresAt = new Date(Math.min(now() + SIGNED_IN_MS, caller.expiresAt?.getTime() ?? Infinity))
      const { name, scopes, tokenId } = caller
      return createToken(control, {
        name,
        kind: 'session',
        scopes,
        siteIds: caller.siteIds,
        expiresAt,
        parentId: tokenId,
      })
    },
    signOut: async (secret) => {
      known.clear()
      await control.apiToken.updateMany({
        where: { hash: hashSecret(secret), kind: 'session' },
        data: { revokedAt: new Date(now()) },
      })
    },
  }
}

async function findCaller(
  control: Control,
  secret: string,
  now: number,
): Promise<(Caller & { tokenId: number }) | null> {
  const token = await control.apiToken.findUnique({
    where: { hash: hashSecret(secret) },
    include: { sites: true, parent: true },
  })
  if (token === null || !isAlive(token, now) || (token.parent !== null && token.parent.revokedAt !== null))
    return null
  return {
    tokenId: token.id,
    name: token.name,
    scopes: token.scopes as Scope[],
    siteIds: token.allSites ? null : token.sites.map(({ id }) => id),
    expiresAt: token.expiresAt,
  }
}

function isAlive(
  { revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date | null },
  now: number,
): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt.getTime() > now)
}
