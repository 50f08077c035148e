import { IANAZone } from 'luxon'
import type { Caller } from '../access/authenticate.ts'
import { newWriteKey } from '../access/tokens.ts'
import type { Control } from '../db/prisma.ts'
import { userError } from '../problem.ts'
import { type UserError, checkLength } from '../user-errors.ts'
import type { SiteRow } from './sites.queries.ts'

export type NewSite = { id: string; name: string; origins: readonly string[]; timeZone: string }

const SLUG = /^[a-z0-9][a-z0-9-]{0,39}$/
const UNIQUE_VIOLATION = 'P2002'

/** Makes a site with its first write key, or tells every mistake of the input. */
export async function createSite(
  control: Control,
  caller: Caller,
  input: NewSite,
): Promise<{ site: SiteRow | null; userErrors: UserError[] }> {
  if (!caller.scopes.includes('MANAGE') || caller.siteIds !== null) {
    throw userError('making a site needs a token with the scope MANAGE on every site', 'FORBIDDEN')
  }
  const userErrors = mistakesIn(input)
  if (userErrors.length > 0) return { site: null, userErrors }
  const { id: slug, name, origins, timeZone } = input
  try {
    const site = await control.site.create({
      data: {
        slug,
        name: name.trim(),
        origins: [...origins],
        timeZone,
        writeKeys: { create: { key: newWriteKey(slug) } },
      },
    })
    return { site, userErrors: [] }
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error
    return {
      site: null,
      userErrors: [
        { path: ['id'], code: 'TAKEN', message: `there is a site "${slug}" already: choose another id` },
      ],
    }
  }
}

function mistakesIn({ id, ...settings }: NewSite): UserError[] {
  const mistakes = checkSite(settings)
  if (!SLUG.test(id)) {
    const message = `invalid id "${id.slice(0, 60)}": expected lower-case letters, digits and hyphens, 40 at most`
    mistakes.push({ path: ['id'], code: 'INVALID', message })
  }
  return mistakes
}

/** What is wrong with what people can set of a site. */
export function checkSite({ name, origins, timeZone }: Omit<NewSite, 'id'>): UserError[] {
  const mistakes = checkLength('name', name, 100)
  origins.forEach((origin, i) => {
    if (URL.canParse(origin) && new URL(origin).origin === origin) return
    const message = `invalid origin "${origin.slice(0, 60)}": expected scheme and host such as https://shop.example`
    mistakes.push({ path: ['origins', String(i)], code: 'INVALID', message })
  })
  if (!IANAZone.isValidZone(timeZone)) {
    const message = `unknown time zone "${timeZone.slice(0, 60)}": expected an IANA name such as Europe/Berlin`
    mistakes.push({ path: ['timeZone'], code: 'INVALID', message })
  }
  return mistakes
}
