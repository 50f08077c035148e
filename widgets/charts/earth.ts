/** The size of the map of the earth that the outlines are drawn on. */
export const EARTH = { width: 1000, height: 456 } as const
