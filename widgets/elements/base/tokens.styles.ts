import { css } from 'lit'

/**
 * Colours, type and rhythm of every element. A page sets `--sight-*`; inside, only `--_*` is used. Text colours keep
 * 4.5 : 1 on both surfaces, lines and marks 3 : 1.
 */
export const tokens = css`
  :host {
    color-scheme: light dark;
    --_surface: var(--sight-surface, light-dark(#ffffff, #15191f));
    --_sunken: var(--sight-sunken, light-dark(#f1f3f6, #1e242c));
    --_ink: var(--sight-ink, light-dark(#12161c, #e9edf2));
    --_muted: var(--sight-muted, light-dark(#5a6472, #9aa5b4));
    --_line: var(--sight-line, light-dark(#e2e6eb, #2a313b));
    --_accent: var(--sight-accent, light-dark(#2f54d1, #8ea8ff));
    --_accent-soft: var(--sight-accent-soft, light-dark(#2f54d11f, #8ea8ff2e));
    --_good: var(--sight-good, light-dark(#0a7a48, #45c98b));
    --_needs-improvement: var(--sight-needs-improvement, light-dark(#98620a, #e5b04a));
    --_needs-improvement-mark: var(--sight-needs-improvement, light-dark(#c67d0c, #e5b04a));
    --_poor: var(--sight-poor, light-dark(#c22f1e, #ff8071));
    --_radius: var(--sight-radius, 10px);
    --_font: var(
      --sight-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Helvetica Neue',
      'Noto Sans',
      sans-serif
    );
    display: block;
    box-sizing: border-box;
    color: var(--_ink);
    font: 400 14px / 1.45 var(--_font);
    font-variant-numeric: tabular-nums;
    text-align: start;
    -webkit-font-smoothing: antialiased;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p {
    margin: 0;
    font: inherit;
  }
  .good {
    color: var(--_good);
  }
  .needs-improvement {
    color: var(--_needs-improvement);
  }
  .poor {
    color: var(--_poor);
  }
  /* Marks need 3 : 1 where text needs 4.5 : 1, so that amber may look like amber. */
  .needs-improvement {
    --_mark: var(--_needs-improvement-mark);
  }
  .mark {
    flex: none;
    fill: var(--_mark, currentColor);
  }
  .muted {
    color: var(--_muted);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: inherit;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  /* Paper is white, whatever the screen is; the ground of a dark card would be left out. */
  @media print {
    :host {
      color-scheme: light !important;
    }
  }
  @media (forced-colors: active) {
    svg {
      forced-color-adjust: auto;
    }
    .good,
    .needs-improvement,
    .poor {
      color: CanvasText;
    }
  }
`
