import { css } from 'lit'

export const pathsStyles = css`
  :host {
    container-type: inline-size;
  }
  /* Title, picture, words, legend and table: nothing below moves when the answer comes. */
  .card {
    min-block-size: calc(148px + var(--_height, 340px));
  }
  header h3 {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .scroll {
    margin-block-start: 8px;
    overflow-x: auto;
    direction: ltr;
  }
  .flow {
    display: block;
  }
  .ribbon {
    fill: var(--_accent);
    fill-opacity: 0.18;
    cursor: pointer;
  }
  .ribbon:hover {
    fill-opacity: 0.4;
  }
  .ribbon:focus-visible {
    outline: none;
    fill-opacity: 0.5;
    stroke: var(--_accent);
    stroke-width: 2;
  }
  .node {
    cursor: pointer;
  }
  .hit {
    fill: transparent;
  }
  .stays {
    fill: var(--_accent);
    background: var(--_accent);
  }
  .ends {
    fill: var(--_muted);
    background: var(--_muted);
  }
  .node:hover + .label {
    fill: var(--_accent);
  }
  .node:focus-visible {
    outline: none;
  }
  .node:focus-visible .hit {
    stroke: var(--_accent);
    stroke-width: 2;
  }
  .label {
    pointer-events: none;
    fill: var(--_ink);
    font-size: 12px;
    font-weight: 500;
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-linejoin: round;
    stroke-width: 3px;
  }
  .label .count {
    fill: var(--_muted);
    font-weight: 400;
  }
  .words {
    min-block-size: 36px;
    padding-block: 8px;
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    min-block-size: 20px;
    margin: 0 0 8px;
    padding: 0;
    color: var(--_muted);
    font-size: 12px;
    list-style: none;
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .legend i {
    inline-size: 10px;
    block-size: 12px;
  }
  @container (max-width: 560px) {
    .card {
      min-block-size: calc(180px + var(--_height, 340px));
    }
    .words {
      min-block-size: 76px;
    }
  }
  @media (forced-colors: active) {
    .ribbon {
      fill: Highlight;
    }
    .stays {
      fill: CanvasText;
    }
    .ends {
      fill: GrayText;
    }
    .label,
    .label .count {
      fill: CanvasText;
      stroke: Canvas;
    }
  }
`
