import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { createEmbedCallers } from './embed-callers.ts'
import { type EmbedClaims, signEmbedToken } from './embed-claims.ts'
import { disableEmbedSecret, revokeEmbedToken, signingSecret } from './embed-secrets.ts'

const START = Date.UTC(2026, 10, 21)
const MANAGER = {
  tokenId: 1,
  name: 'test',
  scopes: ['READ' as const, 'MANAGE' as const],
  siteIds: null,
  expiresAt: null,
}

let database: TestDatabase
let site: SiteRow
beforeAll(async () => {
  database = await createTestDatabase('plain')
  site = await database.control.site.create({ data: { slug: 'shop', name: 'Shop' } })
})
afterAll(() => database.drop())

function someone() {
  const clock = { now: START }
  const callerOf = createEmbedCallers(
    database.control,
    () => clock.now,
    (where) => where as never,
  )
  const sign = async (claims: Partial<EmbedClaims> = {}) =>
    signEmbedToken(
      {
        site: 'shop',
        widgets: ['sight-vital-card'],
        origins: ['https://wiki.example'],
        where: null,
        maxRangeMs: 86_400_000,
        reader: null,
        expiresAt: new Date(START + 3_600_000),
        jti: 'one',
        ...claims,
      },
      await signingSecret(database.control, site),
      START,
    )
  return { clock, callerOf, sign }
}

test('a token says which site, operations, origins and periods its caller is held to', async () => {
  const { callerOf, sign } = someone()
  const caller = await callerOf(await sign())
  expect(caller).toMatchObject({
    scopes: ['READ'],
    siteIds: [site.id],
    expiresAt: new Date(START + 3_600_000),
  })
  expect(caller.grant).toMatchObject({
    operations: new Set(['VitalCard']),
    origins: new Set(['https://wiki.example']),
    lock: { maxRangeMs: 86_400_000 },
  })
})

test('a token that was taken back is dead within 30 s, and no other', async () => {
  const { clock, callerOf, sign } = someone()
  const [leaked, kept] = [await sign({ jti: 'leaked' }), await sign({ jti: 'kept' })]
  await callerOf(leaked)
  await revokeEmbedToken(database.control, MANAGER, { site: 'shop', jti: 'leaked', now: clock.now })
  clock.now += 30_000
  await expect(callerOf(leaked)).rejects.toThrow('revoked')
  await expect(callerOf(kept)).resolves.toMatchObject({ siteIds: [site.id] })
})

test('a token ends by itself, however fresh its secret is known', async () => {
  const { clock, callerOf, sign } = someone()
  const token = await sign()
  await callerOf(token)
  clock.now += 3_600_000 + 31_000
  await expect(callerOf(token)).rejects.toThrow('expired')
})

test('all tokens of a secret are dead within 30 s of its being disabled', async () => {
  const { clock, callerOf, sign } = someone()
  const token = await sign()
  await callerOf(token)
  const { kid } = await signingSecret(database.control, site)
  await disableEmbedSecret(database.control, MANAGER, { site: 'shop', kid, now: clock.now })
  clock.now += 30_000
  await expect(callerOf(token)).rejects.toThrow('not signed with a working secret')
})
