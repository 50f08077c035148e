import { afterEach, describe, expect, it, vi } from 'vitest'
import { postQuery, type Connection } from './client.ts'

/** A server that takes some tokens, and remembers which it was shown. */
function aServer(good: string[]) {
  const shown: (string | null)[] = []
  vi.stubGlobal('fetch', (_: string, { headers }: { headers: Record<string, string> }) => {
    const token = headers['authorization']?.replace('Bearer ', '') ?? null
    shown.push(token)
    const isGood = token !== null && good.includes(token)
    const body = isGood
      ? { data: { a: 1 } }
      : { errors: [{ message: 'the embed token has expired', extensions: { code: 'UNAUTHENTICATED' } }] }
    return Promise.resolve(new Response(JSON.stringify(body), { status: isGood ? 200 : 401 }))
  })
  return shown
}
const ask = (connection: Partial<Connection>) =>
  postQuery({
    query: 'query VitalCard { a }',
    variables: {},
    connection: { endpoint: 'https://rum.example/graphql', token: null, ...connection },
    signal: new AbortController().signal,
  })
afterEach(() => void vi.unstubAllGlobals())

describe('a token that is renewed', () => {
  it('is asked for where there is none, and once for all who share its source', async () => {
    const shown = aServer(['t1'])
    const renewToken = vi.fn(() => Promise.resolve('t1'))
    await Promise.all([ask({ renewToken }), ask({ renewToken }), ask({ renewToken })])
    expect(renewToken).toHaveBeenCalledTimes(1)
    expect(shown).toEqual(['t1', 't1', 't1'])
  })

  it('is asked for again when it has ended, and what failed is asked again with it', async () => {
    const good = ['t1']
    const shown = aServer(good)
    let made = 0
    const renewToken = vi.fn(() => Promise.resolve(`t${++made}`))
    await ask({ renewToken })
    good.splice(0, 1, 't2')
    await expect(Promise.all([ask({ renewToken }), ask({ renewToken })])).resolves.toEqual([
      { a: 1 },
      { a: 1 },
    ])
    expect(renewToken).toHaveBeenCalledTimes(2)
    expect(shown).toEqual(['t1', 't1', 't1', 't2', 't2'])
  })

  it('is the attribute first, as long as that works', async () => {
    const shown = aServer(['given'])
    const renewToken = vi.fn(() => Promise.resolve('other'))
    await ask({ token: 'given', renewToken })
    expect([shown, renewToken.mock.calls.length]).toEqual([['given'], 0])
  })

  it('that is refused as well is said so, not asked for for ever', async () => {
    const shown = aServer([])
    const renewToken = vi.fn(() => Promise.resolve('bad'))
    await expect(ask({ renewToken })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(shown).toHaveLength(2)
  })

  it('that had ended when it came is asked for again the next time', async () => {
    const good: string[] = []
    aServer(good)
    let given = 'old'
    const renewToken = vi.fn(() => Promise.resolve(given))
    await expect(ask({ renewToken })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    given = 'new'
    good.push('new')
    await expect(ask({ renewToken })).resolves.toEqual({ a: 1 })
  })

  it('that cannot be had is said so, and asked for again the next time', async () => {
    aServer(['t1'])
    const renewToken = vi.fn().mockRejectedValueOnce(new Error('502')).mockResolvedValue('t1')
    await expect(ask({ renewToken })).rejects.toMatchObject({ message: 'The page got no new token' })
    await expect(ask({ renewToken })).resolves.toEqual({ a: 1 })
  })
})

it('without a source, sign-in is asked for', async () => {
  aServer([])
  await expect(ask({ token: 'old' })).rejects.toMatchObject({ message: 'Sign in to see this' })
})
