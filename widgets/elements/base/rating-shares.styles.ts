import { css } from 'lit'

/** The bar of shares with its list, and the mark of thin data. */
export const ratingSharesStyles = css`
  .thin {
    padding: 1px 6px;
    border: 1px solid var(--_line);
    border-radius: 99px;
    color: var(--_muted);
    font-size: 11px;
    font-weight: 500;
    white-space: nowrap;
  }
  .shares {
    display: block;
    inline-size: 100%;
    block-size: 8px;
    margin-block: 12px 6px;
    border-radius: 4px;
    overflow: hidden;
    background: var(--_sunken);
  }
  .shares:dir(rtl) {
    transform: scaleX(-1);
  }
  .shares rect {
    fill: var(--_mark, currentColor);
  }
  .share-list {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    min-block-size: 18px;
    margin: 0;
    padding: 0;
    font-size: 12px;
    list-style: none;
  }
  .share-list li {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .share-list .mark {
    inline-size: 8px;
    block-size: 8px;
  }
  .share-list span {
    color: var(--_ink);
  }
  @media (forced-colors: active) {
    .shares rect {
      stroke: Canvas;
      fill: CanvasText;
    }
    .shares rect.needs-improvement {
      fill: GrayText;
    }
    .shares rect.poor {
      fill: Highlight;
    }
  }
`
