import { css } from 'lit'

export const liveStyles = css`
  :host {
    min-block-size: 460px;
    container-type: inline-size;
  }
  .card {
    min-block-size: inherit;
  }
  .beat {
    inline-size: 8px;
    block-size: 8px;
    margin-inline-start: auto;
    align-self: center;
    border-radius: 50%;
    background: var(--_good);
    animation: breathe 2s ease-in-out infinite;
  }
  .beat[data-broken] {
    background: var(--_line);
    animation: none;
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 48px;
    margin: 8px 0 0;
  }
  .numbers > div {
    display: flex;
    flex-direction: column-reverse;
  }
  .numbers dt {
    color: var(--_muted);
    font-size: 12px;
  }
  .numbers dd {
    margin: 0;
    font-size: 40px;
    font-weight: 600;
    letter-spacing: -0.03em;
    line-height: 48px;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 0 32px;
  }
  section {
    min-inline-size: 0;
    margin-block-start: 16px;
  }
  h4 {
    margin: 0 0 4px;
    font: inherit;
    font-size: 13px;
    font-weight: 600;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    position: relative;
    display: flex;
    gap: 12px;
    align-items: center;
    min-block-size: 28px;
    isolation: isolate;
  }
  .pages li {
    padding: 0 8px;
  }
  .pages li + li {
    margin-block-start: 2px;
  }
  .pages svg {
    position: absolute;
    z-index: -1;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .pages svg:dir(rtl) {
    transform: scaleX(-1);
  }
  .pages rect {
    fill: var(--_accent-soft);
  }
  li button {
    flex: 1;
    overflow: hidden;
    border-radius: 4px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  li button:hover {
    color: var(--_accent);
  }
  li time {
    flex: none;
    color: var(--_muted);
    font-size: 12px;
  }
  @container (max-width: 620px) {
    .card {
      min-block-size: 760px;
    }
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .pages rect {
      fill: none;
      stroke: GrayText;
    }
    .beat {
      background: Highlight;
    }
  }
`
