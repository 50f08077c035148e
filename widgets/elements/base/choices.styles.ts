import { css } from 'lit'

/** Rows of radio buttons, and chips that are taken away by a press. */
export const choices = css`
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
  }
`
