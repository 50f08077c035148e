/** An indicator in one word, for command lines and annotations: `VITAL:LCP`, `REQUESTS:500:POST /pay`. */
import { VITAL_NAMES } from '../../../sdk/wire/vitals.ts'
import type { SloIndicatorInput } from '../../schema.generated.ts'

export const INDICATOR_FORMS =
  'VITAL:<metric>[:<threshold>], CRASH_FREE, PAGE_LOADS, REQUESTS[:<ms>[:<endpoint>]] or TRANSACTIONS:<name>'

/** Null where it has none of the forms. */
export function parseIndicatorText(text: string): SloIndicatorInput | null {
  const [kind = '', first = '', ...rest] = text.split(':')
  const second = rest.join(':')
  switch (kind) {
    case 'CRASH_FREE':
    case 'PAGE_LOADS':
      return first === '' ? { kind } : null
    case 'TRANSACTIONS': {
      const name = text.slice('TRANSACTIONS:'.length)
      return name === '' ? null : { kind, name }
    }
    case 'REQUESTS': {
      const slowerThan = numberFrom(first)
      if (slowerThan === null) return null
      return { kind, ...slowerThan, ...(second === '' ? {} : { endpoint: second }) }
    }
    case 'VITAL': {
      const metric = VITAL_NAMES.find((name) => name === first)
      const threshold = numberFrom(second, 'threshold')
      return metric === undefined || threshold === null ? null : { kind, metric, ...threshold }
    }
    default:
      return null
  }
}

function numberFrom(text: string, name = 'slowerThan'): Record<string, number> | null {
  if (text === '') return {}
  return /^\d+(\.\d+)?$/.test(text) ? { [name]: Number(text) } : null
}
