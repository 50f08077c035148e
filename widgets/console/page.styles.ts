import { css } from 'lit'

/** Pages with one thing to do: signing in, and the first run. */
export const page = css`
  :host {
    display: grid;
    place-items: center;
    min-block-size: 70vh;
    padding: 24px 16px;
  }
  main,
  section {
    display: grid;
    gap: 16px;
    inline-size: min(100%, 400px);
    padding: 32px;
    border: 1px solid var(--_line);
    border-radius: 16px;
    background: var(--_surface);
  }
  section {
    inline-size: min(100%, 720px);
  }
  h1,
  h2 {
    margin: 0;
    font-size: 22px;
    font-weight: 650;
    letter-spacing: -0.02em;
  }
  form {
    display: grid;
    gap: 8px;
  }
  label {
    font-weight: 500;
  }
  form input:not([type='radio']) {
    block-size: 40px;
    border-color: var(--_muted);
  }
  .problem {
    min-block-size: 20px;
    color: var(--_poor);
    font-size: 13px;
  }
  .primary {
    justify-self: start;
  }
  form :is(.primary, .secondary) {
    justify-self: stretch;
  }
  form .secondary {
    block-size: 36px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_surface);
    font-weight: 600;
    text-align: center;
  }
  .provider {
    display: grid;
    place-items: center;
    justify-self: stretch;
    block-size: 40px;
    overflow: hidden;
    text-decoration: none;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  pre {
    margin: 0;
    padding: 16px;
    border-radius: 8px;
    background: var(--_sunken);
    overflow-x: auto;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  code {
    font:
      13px / 1.5 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
  }
  .waiting {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--_muted);
    font-weight: 500;
  }
  .waiting i {
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_good);
    animation: pulse 1.6s ease-in-out infinite;
  }
  @keyframes pulse {
    50% {
      opacity: 0.25;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .waiting i {
      animation: none;
    }
  }
`
