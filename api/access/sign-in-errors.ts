/** Why signing in by OpenID Connect failed: the page is told by `/?signInError=<code>`. */
export const SIGN_IN_ERRORS = {
  PROVIDER_AWAY: 'The provider does not answer: try again later, or sign in with a token.',
  DENIED: 'The provider did not let this person in.',
  STATE_MISMATCH: 'The answer does not belong to the sign-in that this browser began: begin again.',
  EXPIRED: 'Signing in took longer than ten minutes: begin again.',
  CODE_REFUSED: 'The provider does not take its answer back, which works once: begin again.',
  TOKEN_INVALID: 'What the provider says about the person is not valid: look into the log of Sightline.',
  EMAIL_UNVERIFIED: 'The provider does not say that the e-mail address belongs to this person.',
  NOT_ALLOWED: 'This address is not among OIDC_ALLOWED.',
} as const

export type SignInErrorCode = keyof typeof SIGN_IN_ERRORS

export class SignInError extends Error {
  override name = 'SignInError'
  readonly code: SignInErrorCode
  constructor(code: SignInErrorCode, options?: ErrorOptions) {
    super(SIGN_IN_ERRORS[code], options)
    this.code = code
  }
}
