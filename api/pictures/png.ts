/** Pictures as PNG, twice as fine as they are large, so that they are sharp on screens of today. */
import { createRequire } from 'node:module'
import { type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js'

const PIXELS_PER_POINT = 2
const { resolve } = createRequire(import.meta.url)
const OPTIONS: ResvgRenderOptions = {
  fitTo: { mode: 'zoom', value: PIXELS_PER_POINT },
  font: {
    // A server has no fonts of its own, and pictures must look the same on all of them.
    loadSystemFonts: false,
    fontFiles: [
      resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
      resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
    ],
    defaultFontFamily: 'Inter',
  },
}

/** Off the event loop: a chart takes tens of milliseconds. */
export async function pngOf(svg: string): Promise<Buffer> {
  return (await renderAsync(svg, OPTIONS)).asPng()
}
