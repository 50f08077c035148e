/** What the SDK may weigh, in bytes as brotli sends it. The core is what every page loads before anything else. */
export const CORE_BUDGET = 12 * 1024
/** The core and every part that can be switched on. */
export const TOTAL_BUDGET = 24 * 1024
