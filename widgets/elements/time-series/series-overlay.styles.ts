import { css } from 'lit'

export const seriesOverlayStyles = css`
  :host {
    color-scheme: inherit;
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  svg {
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  .moment line {
    stroke: var(--_muted);
    opacity: 0.35;
  }
  .moment path {
    fill: var(--_muted);
  }
  .span {
    fill: var(--_poor);
    opacity: 0.8;
  }
  .marked {
    fill: var(--_accent);
    opacity: 0.18;
  }
  @media (forced-colors: active) {
    .marked {
      fill: Highlight;
      opacity: 0.5;
    }
  }
  .tooltip {
    position: absolute;
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
  .note {
    overflow: hidden;
    font-weight: 500;
    text-overflow: ellipsis;
  }
  .tooltip strong {
    display: block;
    font-size: 16px;
    font-weight: 600;
  }
  .tooltip .mark {
    display: inline-block;
  }
`
