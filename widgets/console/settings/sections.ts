/** The sections of the settings, and which one an address means. */
export const SECTIONS = {
  site: 'Site',
  install: 'Install',
  collection: 'Data collection',
  privacy: 'Privacy',
  retention: 'Retention',
  people: 'People',
  keys: 'Write keys',
  tokens: 'API tokens',
  embed: 'Embedding',
  status: 'Status pages',
} as const

export type SectionName = keyof typeof SECTIONS

/** `open` is a section, or the id of something in one: `shop/status/1`. */
export function sectionOf(open: string | null): SectionName {
  if (open !== null && Object.hasOwn(SECTIONS, open)) return open as SectionName
  return open !== null && /^[^/]+\/status\//.test(open) ? 'status' : 'site'
}
