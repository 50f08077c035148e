import { css } from 'lit'

export const paletteStyles = css`
  dialog input:not([type='radio']) {
    inline-size: 100%;
    block-size: 52px;
    padding-inline: 20px;
    border: 0;
    border-block-end: 1px solid var(--_line);
    border-radius: 0;
    font-size: 16px;
    outline: 0;
  }
  ul {
    max-block-size: min(56vh, 420px);
    margin: 0;
    padding: 8px;
    list-style: none;
    overflow: auto;
  }
  li {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding: 7px 12px;
    border-radius: 8px;
    cursor: pointer;
  }
  li[aria-selected='true'] {
    background: var(--_accent-soft);
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  li .muted {
    flex: none;
    font-size: 12px;
  }
  .none:not(:empty) {
    padding: 0 20px;
  }
  @media (forced-colors: active) {
    li[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`
