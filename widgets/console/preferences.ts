/** How the console is shown, which is nobody else's business and so not in the address. */

export interface Preferences {
  theme: 'auto' | 'light' | 'dark'
  isLive: boolean
}

const THEME_KEY = 'sight-theme'

/** The theme that was chosen in this browser. Storage may be forbidden; then it lasts as long as the page. */
export function recallPreferences(): Preferences {
  return { theme: recallTheme(), isLive: true }
}

export function rememberTheme(theme: Preferences['theme']): void {
  try {
    localStorage.setItem(THEME_KEY, theme)
  } catch {
    // Forbidden by the browser's settings: nothing to tell, the page is themed all the same.
  }
}

function recallTheme(): Preferences['theme'] {
  try {
    const theme = localStorage.getItem(THEME_KEY)
    return theme === 'light' || theme === 'dark' ? theme : 'auto'
  } catch {
    return 'auto'
  }
}
