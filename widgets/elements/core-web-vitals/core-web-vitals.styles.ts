import { css } from 'lit'

export const coreWebVitalsStyles = css`
  :host {
    min-block-size: 268px;
    container-type: inline-size;
  }
  .card {
    min-block-size: inherit;
  }
  .verdict {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 10px;
    margin-block: 8px 16px;
    min-block-size: 32px;
  }
  .verdict strong {
    font-size: 20px;
    font-weight: 600;
    letter-spacing: -0.015em;
  }
  .verdict .mark {
    inline-size: 16px;
    block-size: 16px;
  }
  .verdict .why {
    color: var(--_muted);
  }
  .vitals {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 16px 32px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .vitals li.vital + li.vital {
    position: relative;
  }
  .vitals li.vital + li.vital::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: -16px;
    border-inline-start: 1px solid var(--_line);
  }
  .name {
    display: flex;
    gap: 6px;
    align-items: baseline;
    font-weight: 600;
  }
  .name span {
    overflow: hidden;
    color: var(--_muted);
    font-size: 12px;
    font-weight: 400;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 12px;
  }
  .value {
    font-size: 28px;
    font-weight: 600;
    letter-spacing: -0.025em;
    line-height: 40px;
    white-space: nowrap;
  }
  .value small {
    margin-inline-start: 3px;
    color: var(--_muted);
    font-size: 15px;
    font-weight: 500;
    letter-spacing: 0;
  }
  .rating {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-weight: 600;
  }
  .facts {
    min-block-size: 18px;
    color: var(--_muted);
    font-size: 12px;
  }
  .table {
    margin-block-start: 12px;
  }
  @container (max-width: 620px) {
    .card {
      min-block-size: 606px;
    }
    .vitals {
      grid-template-columns: minmax(0, 1fr);
    }
    .vitals li.vital + li.vital {
      padding-block-start: 16px;
      border-block-start: 1px solid var(--_line);
    }
    .vitals li.vital + li.vital::before {
      border: 0;
    }
  }
`
