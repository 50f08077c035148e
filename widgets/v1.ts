/**
 * Every element, for pages that embed them: `<script type="module" src="https://rum.example/widgets/v1.js">`.
 * Those that a portal seldom shows come in a chunk of their own and do not hold up the others.
 */
import './elements/breakdown/breakdown.ts'
import './elements/context/context.ts'
import './elements/time-series/time-series.ts'
import './elements/vital-card/vital-card.ts'

void import('./elements/range/range.ts')
void import('./elements/filters/filters.ts')
void import('./elements/sessions/sessions.ts')
void import('./elements/session-timeline/session-timeline.ts')
