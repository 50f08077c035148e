/**
 * What visitors do and where it annoys them: clicks, rage, dead and error clicks, forms, and how far they scroll. Each
 * type of event is listened for once, and told to all who want to know.
 */
import type { Stop } from '../browser/listen.ts'
import type { Click } from '../capture/clicks.ts'
import type { View } from '../capture/view.ts'
import type { ActionEvent } from '../wire/batch.generated.ts'
import { LIMITS } from '../wire/limits.ts'
import { createMutationWatch, startAnswers } from './interactions/answers.ts'
import { createDeadClicks, type DeadClicks } from './interactions/dead-clicks.ts'
import { createErrorClicks } from './interactions/error-clicks.ts'
import { createForms } from './interactions/forms.ts'
import { createLater } from './interactions/later.ts'
import { looksOperable } from './interactions/operable.ts'
import { createRageClicks } from './interactions/rage-clicks.ts'
import { createScrollDepth } from './interactions/scroll-depth.ts'
import { startSelection } from './interactions/selection.ts'
import { accessibleName, meantElement, targetName } from './interactions/target.ts'
import type { Kit } from './parts.ts'

/** A click with all that is asked about it. Times are milliseconds since the time origin. */
type NamedClick = Click & {
  element: Element
  target: string
  name: string | undefined
  pressedAt: number
  clickedAt: number
  x: number
  y: number
}

/** Sources of errors that scripts make; a picture that is missing was not clicked. */
const SCRIPT_ERRORS: readonly string[] = ['window', 'promise', 'custom']
/** A label clicks its control by itself, in the same turn. */
const ECHO_MS = 50

export function start(kit: Kit): Stop {
  const { guard, listen, record, currentView, requestsStarted, text } = kit
  const now = () => performance.now()
  const { later, stop: stopTimer } = createLater(guard)
  function send(kind: ActionEvent['kind'], click: NamedClick, value?: number): void {
    const { target, name, at, view, session } = click
    record({ t: 'action', kind, target, name, value, at }, view, session)
  }

  /** What was pressed last, from the innermost element outwards. */
  let path: EventTarget[] = []
  let pressedAt = 0
  let last: NamedClick | undefined

  const rage = createRageClicks<NamedClick>({
    later,
    onRage: (first, count) => send('rage_click', first, count),
  })
  const errorClicks = createErrorClicks<NamedClick>(now, (click) => send('error_click', click))
  const mutations = createMutationWatch(guard(() => deadClicks.answer()))
  const deadClicks: DeadClicks<NamedClick> = createDeadClicks({
    now,
    later,
    state: () => `${requestsStarted()} ${location.href}`,
    watch: () => mutations.watch(path),
    onUnanswered(click) {
      if (looksOperable(click.hit)) send('dead_click', click)
    },
  })
  const depth = createScrollDepth({
    later,
    currentView,
    onDepth: (value, at, view) => record({ t: 'action', kind: 'scroll', value, at }, view),
  })
  const forms = createForms({
    currentView,
    onAbandon(form, field, view) {
      const name = field && text(field, LIMITS.nameLength)
      record({ t: 'action', kind: 'form_abandon', target: targetName(form), name }, view)
    },
  })

  function clicked(click: Click): void {
    const { event, hit } = click
    if (last && isEcho(last, click)) return
    const element = meantElement(hit)
    // Keys click too, and the browser for them: they have no place, and one that is held down is not rage.
    const isPointed = event.detail > 0
    // It waited for this part.
    const isEarly = event.eventPhase === Event.NONE
    const named = {
      ...click,
      element,
      target: targetName(element),
      name: accessibleName(element, text),
      pressedAt: isEarly ? event.timeStamp : pressedAt,
      clickedAt: event.timeStamp,
      x: event.clientX,
      y: event.clientY,
    }
    last = named
    send('click', named)
    if (isPointed) rage.add(named)
    if (isEarly) return
    if (!isPointed) path = event.composedPath()
    errorClicks.add(named)
    deadClicks.add(named, isPointed)
  }
  function left(view: View, isOver: boolean): void {
    rage.end()
    deadClicks.answer()
    depth.settle(view.path !== location.pathname)
    if (isOver) forms.leave()
  }
  function disturbed(): void {
    rage.disturb(now())
    deadClicks.answer()
  }

  // Scrolled before this part came; but a reload and a fragment scroll by themselves.
  if (scrollY > 0 && currentView().context.navigation === 'navigate' && location.hash === '')
    depth.scrolled(document)

  const on = (type: string, handler: (event: never) => void) =>
    listen(document, type, handler, { capture: true })
  const stops = [
    kit.onClick(clicked),
    kit.onViewEnd(left),
    kit.onRecorded((event) => {
      if (event.t === 'error' && SCRIPT_ERRORS.includes(event.source)) errorClicks.fail()
    }),
    startSelection(listen, disturbed),
    startAnswers(kit, deadClicks.answer),
    on('pointerdown', (event: PointerEvent) => {
      path = event.composedPath()
      pressedAt = event.timeStamp
      deadClicks.press(pressedAt)
    }),
    on('scroll', ({ target }: Event) => {
      disturbed()
      depth.scrolled(target)
    }),
    on('focusin', (event: Event) => {
      forms.touched(event)
      // Pressing something gives it the focus, or what is around it. A click that moves it elsewhere did something.
      const [focused] = event.composedPath()
      if (focused && !path.includes(focused)) deadClicks.answer()
    }),
    on('input', (event: Event) => {
      forms.touched(event)
      deadClicks.answer()
    }),
    on('submit', (event: SubmitEvent) => {
      forms.settled(event)
      deadClicks.answer()
      if (event.target instanceof Element)
        record({ t: 'action', kind: 'submit', target: targetName(event.target) })
    }),
    on('reset', forms.settled),
    on('formdata', forms.settled),
    rage.stop,
    deadClicks.stop,
    depth.stop,
    stopTimer,
  ]
  return () => stops.forEach((stop) => stop())
}

/** A click on a label comes twice, the second time on its control. It was one. */
function isEcho(last: NamedClick, { event, hit }: Click): boolean {
  return (
    hit !== last.hit &&
    event.timeStamp - last.clickedAt < ECHO_MS &&
    last.hit.closest('label')?.control === hit
  )
}
