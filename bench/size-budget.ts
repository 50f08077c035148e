/** What the SDK may weigh, in bytes as brotli sends it. The core is what every page loads before anything else. */
export const CORE_BUDGET = 12 * 1024
/** The core and every part that can be switched on. */
export const TOTAL_BUDGET = 24 * 1024
/** An element alone on a page, with the loader, Lit and whatever else it needs. */
export const FIRST_ELEMENT_BUDGET = 30 * 1024
/** Each further element on a page that has the vital card. */
export const FURTHER_ELEMENT_BUDGET = 6 * 1024
