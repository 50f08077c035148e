/** Which actions count as interactions of a session, and which as its frustrations. */
export const INTERACTIONS: readonly string[] = ['click', 'submit', 'scroll']
export const FRUSTRATIONS: readonly string[] = ['rage_click', 'dead_click', 'error_click', 'form_abandon']
