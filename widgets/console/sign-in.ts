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
import { wordmark } from './wordmark.ts'

/** `<sight-sign-in>`: exchanges an API token for a session cookie and loads the page again. */
export class SightSignIn extends LitElement {
  static override styles: CSSResultGroup = [tokens, controls, page]

  static override properties: PropertyDeclarations = {
    theme: { reflect: true },
    problem: { state: true },
  }

  declare theme: string | null
  declare private problem: string | null

  constructor() {
    super()
    this.theme = null
    this.problem = null
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
    return html`<main>
      ${wordmark()}
      <h1>Sign in</h1>
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
        <button class="primary">Sign in</button>
      </form>
      <p class="muted">
        No token at hand? <code>npm start</code> prints a sign-in link on the machine that Sightline runs on.
      </p>
    </main>`
  }
}

define('sight-sign-in', SightSignIn)
