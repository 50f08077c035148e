import { listen, type Stop } from '../browser/listen.ts'
import type { RecordEvent } from '../record.ts'
import { accessibleName, meantElement, targetName } from './target.ts'

/** Each click as an action, with the element that was meant and what it is called. Never what stands in a field. */
export function startClicks(record: RecordEvent): Stop {
  return listen(
    document,
    'click',
    (event: MouseEvent) => {
      const hit = event.composedPath()[0]
      if (!(hit instanceof Element)) return
      const element = meantElement(hit)
      record({ t: 'action', kind: 'click', target: targetName(element), name: accessibleName(element) })
    },
    { capture: true },
  )
}
