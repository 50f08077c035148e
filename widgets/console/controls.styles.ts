import { css } from 'lit'

/** Buttons, fields, radio rows and chips of the console. */
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
  .choices {
    display: inline-flex;
    min-inline-size: 0;
    margin: 0;
    padding: 2px;
    border: 0;
    border-radius: 8px;
    background: var(--_sunken);
  }
  .choices label {
    position: relative;
    flex: 1;
    cursor: pointer;
  }
  .choices input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .choices span {
    display: block;
    padding: 0 10px;
    border-radius: 6px;
    color: var(--_muted);
    font-size: 13px;
    font-weight: 500;
    line-height: 28px;
    text-align: center;
    white-space: nowrap;
  }
  .choices input:hover + span {
    color: var(--_ink);
  }
  .choices input:checked + span {
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: 0 1px 2px light-dark(#1018281f, #00000066);
  }
  .choices input:focus-visible + span {
    outline: 2px solid var(--_accent);
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
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 280px;
    block-size: 28px;
    padding: 0 10px;
    border: 1px solid var(--_line);
    border-radius: 14px;
    background: var(--_surface);
    font-size: 13px;
  }
  .chip:hover {
    border-color: var(--_muted);
  }
  .chip b {
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .choices input:checked + span {
      outline: 2px solid Highlight;
    }
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
