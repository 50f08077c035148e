/** The theme that was chosen in this browser. Storage may be forbidden; then it lasts as long as the page. */
import type { Preferences } from './bar.ts'

const KEY = 'sight-theme'

export function recallTheme(): Preferences['theme'] {
  try {
    const theme = localStorage.getItem(KEY)
    return theme === 'light' || theme === 'dark' ? theme : 'auto'
  } catch {
    return 'auto'
  }
}

export function rememberTheme(theme: Preferences['theme']): void {
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // Forbidden by the browser's settings: nothing to tell, the page is themed all the same.
  }
}
