/** The start prints a link with a token behind the #, which no server and no log ever sees. It becomes a cookie here. */

/** Signs in with the token of the address, if it has one, and takes it out of the address and the history. */
export async function signInFromLink(): Promise<void> {
  const token = /^#token=([\w-]{1,200})$/.exec(location.hash)?.[1]
  if (token === undefined) return
  history.replaceState(null, '', `${location.pathname}${location.search}`)
  // Whatever goes wrong here, the form that follows says it better.
  await fetch('/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  }).catch(() => null)
}
