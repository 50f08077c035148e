import { css } from 'lit'

/** Charts of columns with the place that is read. */
export const plotStyles = css`
  .plot {
    position: relative;
    block-size: var(--_height);
    margin-block: 8px;
    border-radius: 6px;
    direction: ltr;
    touch-action: pan-y;
  }
  .plot > svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  .plot text {
    fill: var(--_muted);
    font-size: 11px;
  }
  .grid line {
    stroke: var(--_line);
  }
  .columns rect {
    fill: var(--_accent);
    opacity: 0.75;
  }
  .columns rect.active {
    opacity: 1;
    stroke: var(--_ink);
  }
  .tooltip {
    position: absolute;
    z-index: 1;
    inset-block-start: 0;
    left: 0;
    max-inline-size: 220px;
    padding: 8px 12px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_surface);
    box-shadow: 0 4px 16px light-dark(#1018281f, #00000080);
    font-size: 12px;
    pointer-events: none;
    white-space: nowrap;
  }
  .tooltip strong {
    display: block;
    font-size: 16px;
    font-weight: 600;
  }
  .tooltip .mark {
    display: inline-block;
  }
  @media (forced-colors: active) {
    .columns rect {
      fill: Highlight;
      opacity: 1;
    }
    .grid line {
      stroke: GrayText;
    }
    .plot text {
      fill: CanvasText;
      stroke: none;
    }
  }
`
