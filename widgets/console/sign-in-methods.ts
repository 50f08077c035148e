/** How one can sign in besides by a token, and why that failed, in words. */

/** Codes of `/?signInError=<code>`, each with what to do. */
export const SIGN_IN_ERRORS: Readonly<Record<string, string>> = {
  PROVIDER_AWAY: 'The provider does not answer. Try again later, or sign in with a token.',
  DENIED: 'The provider did not let you in. Try again, or ask whoever runs it.',
  STATE_MISMATCH: 'The answer does not belong to the sign-in that this browser began. Begin again.',
  EXPIRED: 'Signing in took longer than ten minutes. Begin again.',
  CODE_REFUSED: 'The provider takes its answer back only once. Begin again.',
  TOKEN_INVALID:
    'What the provider said about you is not valid. Whoever runs Sightline finds the reason in its log.',
  EMAIL_UNVERIFIED: 'The provider does not say that your e-mail address is yours. Have it verified there.',
  NOT_ALLOWED: 'Your address may not sign in here. Ask whoever runs Sightline to allow it (OIDC_ALLOWED).',
}

/** The words for the error in an address; null where there is none. */
export function signInProblem(search: string): string | null {
  const code = new URLSearchParams(search).get('signInError')
  if (code === null) return null
  return Object.hasOwn(SIGN_IN_ERRORS, code)
    ? (SIGN_IN_ERRORS[code] ?? null)
    : 'Signing in failed. Begin again, or sign in with a token.'
}

/** The address without the error: it has been told. */
export function withoutProblem({ pathname, search }: { pathname: string; search: string }): string {
  const query = new URLSearchParams(search)
  query.delete('signInError')
  const text = query.toString()
  return `${pathname}${text === '' ? '' : `?${text}`}`
}

/** What signing in by the provider begins with; it leads back to this address. */
export function providerAddress(here: string): string {
  return `/sign-in/oidc?to=${encodeURIComponent(here)}`
}

/** The name of the provider; null where there is none, or the server does not say. */
export async function askProvider(): Promise<string | null> {
  const response = await fetch('/sign-in/methods').catch(() => null)
  if (response?.ok !== true) return null
  const methods = (await response.json().catch(() => null)) as { oidc?: { name?: string } | null } | null
  return methods?.oidc?.name ?? null
}
