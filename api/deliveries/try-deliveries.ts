/** What a person tries by hand: a channel, by a notice that says so; a delivery, once more. */
import { randomUUID } from 'node:crypto'
import { type Context, requireCaller, requireOutbound } from '../context.ts'
import { userError } from '../problem.ts'
import { siteBySlug } from '../sites/sites.queries.ts'
import type { UserError } from '../user-errors.ts'
import { isUuid } from '../uuid.ts'
import { manageable } from './channels.ts'
import { type Delivery, tryAgain } from './deliveries.queries.ts'
import type { Notice } from './notice.ts'
import { createSend } from './send.ts'

type Tested = { delivered: boolean | null; answer: string | null; userErrors: UserError[] }

export async function testChannel(context: Context, id: string): Promise<Tested> {
  const channel = await manageable({ control: context.control, caller: requireCaller(context) }, id)
  if (channel === null)
    return { delivered: null, answer: null, userErrors: [unknown('id', `channel "${id.slice(0, 60)}"`)] }
  const { site, name } = channel
  const notice: Notice = {
    kind: 'test',
    site: site.slug,
    title: `Sightline can reach the channel "${name}"`,
    tone: 'neutral',
    at: new Date(context.now).toISOString(),
    facts: [{ name: 'Site', value: site.name }],
    links: [],
    operation: null,
    data: {},
  }
  const send = createSend(requireOutbound(context).settings)
  const { result, answer } = await send(channel, { id: randomUUID(), notice })
  return { delivered: result === 'DELIVERED', answer, userErrors: [] }
}

export async function retryDelivery(
  context: Context,
  { site: slug, id }: { site: string; id: string },
): Promise<{ delivery: Delivery | null; userErrors: UserError[] }> {
  const caller = requireCaller(context)
  if (!caller.scopes.includes('MANAGE'))
    throw userError('trying a delivery again needs a token with the scope MANAGE', 'FORBIDDEN')
  const site = await siteBySlug(context.control, caller, slug)
  if (site === null) return { delivery: null, userErrors: [unknown('site', `site "${slug.slice(0, 60)}"`)] }
  const delivery = isUuid(id) ? await tryAgain(requireOutbound(context).db, site, id) : null
  const what = `delivery "${id.slice(0, 60)}" of this site that is not delivered yet`
  return delivery === null ? { delivery, userErrors: [unknown('id', what)] } : { delivery, userErrors: [] }
}

function unknown(path: string, what: string): UserError {
  return { path: [path], code: 'UNKNOWN', message: `there is no ${what}: look for its id again` }
}
