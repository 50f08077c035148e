import {
  LitElement,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit'
import { define } from '../elements/base/define.ts'
import { tokens } from '../elements/base/tokens.styles.ts'
import { controls } from './controls.styles.ts'
import { page } from './page.styles.ts'
import { askProvider, providerAddress, signInProblem, withoutProblem } from './sign-in-methods.ts'
import { wordmark } from './wordmark.ts'

/**
 * `<sight-sign-in>`: exchanges an API token for a session cookie and loads the page again; or leads to the provider that
 * people sign in with everywhere else. It shows nothing before it knows whether there is one, so that nothing moves.
 */
export class SightSignIn extends LitElement {
  static override styles: CSSResultGroup = [tokens, controls, page]

  static override properties: PropertyDeclarations = {
    theme: { reflect: true },
    problem: { state: true },
    provider: { state: true },
  }

  declare theme: string | null
  /** Its name; null where there is none, undefined while that is not known. */
  declare private provider: string | null | undefined
  declare private problem: string | null

  constructor() {
    super()
    this.theme = null
    this.problem = null
    this.provider = undefined
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.problem = signInProblem(location.search)
    history.replaceState(history.state, '', withoutProblem(location))
    void askProvider().then((provider) => (this.provider = provider))
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const token = this.renderRoot.querySelector('input')?.value.trim() ?? ''
    const response = await fetch('/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    }).catch(() => null)
    if (response?.ok) location.reload()
    else
      this.problem =
        response === null ? 'The server does not answer.' : 'This token is not known, or it has expired.'
  }

  protected override render(): TemplateResult {
    const { provider } = this
    if (provider === undefined) return html``
    return html`<main>
      ${wordmark()}
      <h1>Sign in</h1>
      ${
        provider === null
          ? nothing
          : html`<a class="primary provider" href=${providerAddress(withoutProblem(location))}
                >Sign in with ${provider}</a
              >
              <p class="muted">Or with a token:</p>`
      }
      <form @submit=${this.#onSubmit}>
        <label for="token">API token</label>
        <input
          id="token"
          name="token"
          type="password"
          autocomplete="current-password"
          required
          aria-invalid=${this.problem !== null}
          aria-describedby="problem"
        />
        <p id="problem" class="problem" role="alert">${this.problem ?? nothing}</p>
        <button class=${provider === null ? 'primary' : 'secondary'}>Sign in</button>
      </form>
      <p class="muted">
        No token at hand? <code>npm start</code> prints a sign-in link on the machine that Sightline runs on.
      </p>
    </main>`
  }
}

define('sight-sign-in', SightSignIn)
