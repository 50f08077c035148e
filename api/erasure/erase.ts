import type { Caller } from '../access/authenticate.ts'
import { type Context, requireOutbound } from '../context.ts'
import { manageableSite } from '../sites/sites.queries.ts'
import type { UserError } from '../user-errors.ts'
import { type Erasure, requestErasure } from './erasures.ts'
import { type SubjectInput, parseSubject } from './subject.ts'

export async function erase(
  context: Context,
  caller: Caller,
  slug: string,
  input: SubjectInput,
): Promise<{ erasure: Erasure | null; userErrors: UserError[] }> {
  const site = await manageableSite(context.control, caller, slug)
  const subject = parseSubject(input)
  const unknown: UserError = {
    path: ['site'],
    code: 'UNKNOWN',
    message: `there is no site "${slug.slice(0, 60)}" that this token may see`,
  }
  if (site === null || Array.isArray(subject))
    return {
      erasure: null,
      userErrors: [...(site === null ? [unknown] : []), ...(Array.isArray(subject) ? subject : [])],
    }
  const { db } = requireOutbound(context)
  const erasure = await requestErasure(db, { site, subject, by: caller.name, now: context.now })
  return { erasure, userErrors: [] }
}
