import { css } from 'lit'

export const errorStateStyles = css`
  .pill {
    display: inline-block;
    flex: none;
    padding: 0 7px;
    border: 1px solid var(--_line);
    border-radius: 99px;
    color: var(--_muted);
    font-size: 11px;
    font-weight: 500;
    line-height: 17px;
  }
  .pill.poor {
    border-color: currentColor;
    color: var(--_poor);
  }
  .pill.good {
    border-color: currentColor;
    color: var(--_good);
  }
  .pill.new {
    border-color: currentColor;
    color: var(--_accent);
  }
`
