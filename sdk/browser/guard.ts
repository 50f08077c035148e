/**
 * The one rule of code that runs in somebody else's page: it may lose data, it may never throw, log or block.
 * Every callback that the browser or the page hands to us goes through here.
 */
export function guard<Args extends unknown[]>(callback: (...args: Args) => void): (...args: Args) => void {
  return (...args) => {
    try {
      callback(...args)
    } catch {
      // An error here would be reported as the page's own, and could be caught by our own error observer again.
    }
  }
}
