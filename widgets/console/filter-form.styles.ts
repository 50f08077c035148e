import { css } from 'lit'

export const filterFormStyles = css`
  :host {
    display: inline-block;
  }
  .wrap {
    position: relative;
  }
  .panel {
    position: absolute;
    z-index: 4;
    inset-block-start: calc(100% + 6px);
    inset-inline-start: 0;
    display: grid;
    gap: 8px;
    inline-size: min(320px, 90vw);
    padding: 12px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
    box-shadow: 0 12px 32px light-dark(#10182826, #00000080);
  }
  .panel select,
  .panel input {
    inline-size: 100%;
  }
  ul {
    min-block-size: 64px;
    max-block-size: 264px;
    margin: 0;
    padding: 0;
    list-style: none;
    overflow: auto;
  }
  li button {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    inline-size: 100%;
    padding: 5px 8px;
    border-radius: 6px;
  }
  li button:hover,
  li button:focus-visible {
    background: var(--_sunken);
    outline-offset: -2px;
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  p {
    font-size: 12px;
  }
`
