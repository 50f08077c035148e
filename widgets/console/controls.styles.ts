import { css } from 'lit'

/** Buttons and fields of the console. */
export const controls = css`
  .wordmark {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    font-size: 17px;
    font-weight: 650;
    letter-spacing: -0.02em;
  }
  .wordmark path {
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 2;
  }
  .wordmark circle {
    fill: var(--_accent);
  }
  a {
    color: var(--_accent);
  }
  select,
  input:not([type='radio']) {
    block-size: 32px;
    padding: 0 10px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  select {
    inline-size: 176px;
    font-weight: 600;
    text-overflow: ellipsis;
  }
  .switch {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    block-size: 32px;
    font-size: 13px;
    font-weight: 500;
    white-space: nowrap;
  }
  .switch i {
    inline-size: 28px;
    block-size: 16px;
    border: 2px solid transparent;
    border-radius: 8px;
    background: var(--_muted);
  }
  .switch i::before {
    content: '';
    display: block;
    inline-size: 12px;
    block-size: 12px;
    border-radius: 50%;
    background: var(--_surface);
    transition: transform 0.15s;
  }
  .switch[aria-checked='true'] i {
    background: var(--_good);
  }
  .switch[aria-checked='true'] i::before {
    transform: translateX(12px);
  }
  :host(:dir(rtl)) .switch[aria-checked='true'] i::before {
    transform: translateX(-12px);
  }
  .quiet {
    block-size: 32px;
    padding-inline: 8px;
    border-radius: 8px;
    color: var(--_muted);
    font-size: 13px;
    font-weight: 500;
    white-space: nowrap;
  }
  .quiet:hover {
    color: var(--_ink);
  }
  .primary {
    block-size: 36px;
    padding: 0 16px;
    border-radius: 8px;
    background: var(--_accent);
    color: var(--_surface);
    font-weight: 600;
    text-align: center;
  }
  @media (forced-colors: active) {
    .switch i {
      border: 1px solid CanvasText;
    }
    .switch i::before {
      background: CanvasText;
    }
    .primary {
      border: 1px solid ButtonText;
    }
  }
`
