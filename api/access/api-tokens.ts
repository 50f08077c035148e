/** The tokens that there are, and taking them back. */
import type { Control } from '../db/prisma.ts'
import { rowNumber } from '../global-id.ts'
import { userError } from '../problem.ts'
import type { UserError } from '../user-errors.ts'
import type { Caller } from './authenticate.ts'
import type { NewToken, Scope } from './tokens.ts'

export type ApiTokenRow = {
  id: string
  name: string
  kind: Uppercase<NewToken['kind']>
  scopes: Scope[]
  sites: string[] | null
  asking: boolean
  createdAt: Date
  expiresAt: Date | null
  revokedAt: Date | null
}

const SHOWN_AFTER_END_MS = 30 * 86_400_000
const MOST_TOKENS = 200

export async function allTokens(control: Control, caller: Caller, now: number): Promise<ApiTokenRow[]> {
  requireManageAll(caller)
  const since = new Date(now - SHOWN_AFTER_END_MS)
  const rows = await control.apiToken.findMany({
    where: {
      AND: [
        { OR: [{ revokedAt: null }, { revokedAt: { gt: since } }] },
        { OR: [{ expiresAt: null }, { expiresAt: { gt: since } }] },
      ],
    },
    include: { sites: { orderBy: { slug: 'asc' } } },
    orderBy: { id: 'desc' },
    take: MOST_TOKENS,
  })
  return rows.map((row) => ({
    id: String(row.id),
    name: row.name,
    kind: row.kind.toUpperCase() as ApiTokenRow['kind'],
    scopes: row.scopes as Scope[],
    sites: row.allSites ? null : row.sites.map(({ slug }) => slug),
    asking: row.id === caller.tokenId,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    revokedAt: row.revokedAt,
  }))
}

export async function revokeToken(
  control: Control,
  caller: Caller,
  { id, now }: { id: string; now: number },
): Promise<{ revokedId: string | null; userErrors: UserError[] }> {
  requireManageAll(caller)
  const number = rowNumber(id)
  const found = number === null ? null : await control.apiToken.findUnique({ where: { id: number } })
  if (found === null || found.revokedAt !== null) {
    const message = `there is no token "${id.slice(0, 60)}" that works: \`tokens\` tells which there are`
    return { revokedId: null, userErrors: [{ path: ['id'], code: 'UNKNOWN', message }] }
  }
  await control.apiToken.updateMany({
    where: { id: { in: await withDerived(control, found.id) }, revokedAt: null },
    data: { revokedAt: new Date(now) },
  })
  return { revokedId: String(found.id), userErrors: [] }
}

/** Whoever signed in can sign in again with what they got, so that those of those go too. */
async function withDerived(control: Control, id: number): Promise<number[]> {
  const all = [id]
  for (let last = [id]; last.length > 0; all.push(...last)) {
    const derived = await control.apiToken.findMany({
      where: { parentId: { in: last } },
      select: { id: true },
    })
    last = derived.map((token) => token.id)
  }
  return all
}

function requireManageAll({ scopes, siteIds }: Caller): void {
  if (!scopes.includes('MANAGE') || siteIds !== null)
    throw userError('tokens are for those with the scope MANAGE on every site', 'FORBIDDEN')
}
