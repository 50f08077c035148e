/** What a step is called that was given no name: what it looks for. */
import type { PredicateInput, StringFilter } from '../schema.generated.ts'

export function stepName({
  page,
  event,
  action,
  error,
  vital,
  request,
  transaction,
}: PredicateInput): string {
  if (page) return textOf(page) ?? 'any page'
  if (typeof event === 'string') return event
  if (action) {
    const what = (action.kind ?? 'ACTION').toLowerCase().replace('_', ' ')
    const where = textOf(action.label) ?? textOf(action.target)
    return where === null ? what : `${what} on ${where}`
  }
  if (error) return textOf(error.type) ?? textOf(error.message) ?? 'error'
  if (vital) return [vital.metric, vital.rating?.toLowerCase().replace('_', ' ')].filter(Boolean).join(' ')
  if (request) return textOf(request.endpoint) ?? (request.failed === true ? 'failed request' : 'request')
  return transaction?.name ?? 'transaction'
}

function textOf(filter: StringFilter | null | undefined): string | null {
  const { eq, prefix, contains } = filter ?? {}
  const several = filter?.in?.join(' or ')
  if (typeof eq === 'string') return eq
  if (typeof several === 'string') return several
  if (typeof prefix === 'string') return `${prefix}…`
  return typeof contains === 'string' ? `…${contains}…` : null
}
