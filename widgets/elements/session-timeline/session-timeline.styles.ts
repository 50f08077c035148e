import { css } from 'lit'

export const sessionTimelineStyles = css`
  :host {
    min-block-size: 480px;
    container-type: inline-size;
  }
  .card {
    min-block-size: inherit;
  }
  dl.facts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    margin: 8px 0 16px;
  }
  .facts div {
    min-inline-size: 0;
  }
  .facts dt {
    color: var(--_muted);
    font-size: 12px;
  }
  .facts dd {
    margin: 0;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .entry {
    display: grid;
    grid-template-columns: 64px 24px minmax(0, 1fr);
    gap: 0 8px;
    align-items: start;
    padding-block: 4px;
  }
  .entry[data-view] {
    margin-block-start: 8px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .entry[data-view] .text {
    font-weight: 600;
  }
  .time {
    color: var(--_muted);
    font-size: 12px;
    line-height: 24px;
    text-align: end;
    white-space: nowrap;
  }
  .badge {
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 6px;
    background: var(--_sunken);
    color: var(--_muted);
  }
  .icon {
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.3;
  }
  .entry[data-trouble] .badge,
  .entry[data-trouble] .kind {
    color: var(--_poor);
  }
  .line {
    display: flex;
    align-items: baseline;
    gap: 8px;
    min-inline-size: 0;
    line-height: 24px;
  }
  .kind {
    flex: none;
    color: var(--_muted);
    font-size: 12px;
    font-weight: 500;
  }
  .rating {
    flex: none;
    font-size: 12px;
    font-weight: 600;
  }
  .text {
    overflow: hidden;
    min-inline-size: 0;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .aside {
    flex: none;
    margin-inline-start: auto;
    color: var(--_muted);
    font-size: 12px;
  }
  .entry details dl {
    margin: 4px 0 8px;
    padding: 8px 12px;
    border-radius: 6px;
    background: var(--_sunken);
  }
  .entry details dt {
    color: var(--_muted);
  }
  .entry details dd {
    margin: 0 0 4px;
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .entry details > summary {
    inline-size: 100%;
    color: inherit;
    font-size: 14px;
    list-style: none;
  }
  .entry details > summary::-webkit-details-marker {
    display: none;
  }
  .entry details > summary:hover .text {
    color: var(--_accent);
  }
  .entry > div {
    padding-inline-end: 20px;
  }
  .chevron {
    flex: none;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.5;
  }
  details[open] .chevron {
    transform: rotate(180deg);
  }
  details[open] .text {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  @container (max-width: 480px) {
    .entry {
      grid-template-columns: 48px 24px minmax(0, 1fr);
    }
  }
`
