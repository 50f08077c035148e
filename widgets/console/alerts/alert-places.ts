/** The tabs of the alerts page, and which of them shows what is open. */

export const ALERT_TABS = {
  alerts: 'Alerts',
  rules: 'Rules',
  silences: 'Silences',
  channels: 'Channels',
  deliveries: 'Deliveries',
} as const

export type AlertTab = keyof typeof ALERT_TABS

const TAB_OF_KIND: Readonly<Record<string, AlertTab>> = {
  alert: 'alerts',
  rule: 'rules',
  channel: 'channels',
}
const SILENCE_OF = 'silences/'

interface AlertPlace {
  tab: AlertTab
  /** Of what is open in it; of silences the rule that a new one is for. */
  id: string | null
}

/** `rules` is a tab, `shop/rule/3` a rule in it, `silences/shop/rule/3` a new silence of that rule. */
export function alertPlace(open: string | null): AlertPlace {
  if (open === null) return { tab: 'alerts', id: null }
  if (Object.hasOwn(ALERT_TABS, open)) return { tab: open as AlertTab, id: null }
  if (open.startsWith(SILENCE_OF)) return { tab: 'silences', id: open.slice(SILENCE_OF.length) }
  const tab = TAB_OF_KIND[open.split('/')[1] ?? '']
  return tab === undefined ? { tab: 'alerts', id: null } : { tab, id: open }
}

export function silenceOf(rule: string): string {
  return SILENCE_OF + rule
}
