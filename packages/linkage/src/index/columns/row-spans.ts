const FIRST_ROWS = 1024;

/** Birth date and span of name parts of many rows, read at once so that the waits for memory overlap. */
export class RowSpans {
  size = 0;
  rows = new Int32Array(FIRST_ROWS);
  birthDates = new Int32Array(FIRST_ROWS);
  starts = new Int32Array(FIRST_ROWS);
  ends = new Int32Array(FIRST_ROWS);
  /** The token of the first name part; of no meaning where there is none. */
  firstTokens = new Int32Array(FIRST_ROWS);

  /** Makes room for so many rows; what was there is lost. */
  clear(rows: number): void {
    this.size = rows;
    if (rows <= this.rows.length) return;
    this.rows = new Int32Array(rows * 2);
    this.birthDates = new Int32Array(rows * 2);
    this.starts = new Int32Array(rows * 2);
    this.ends = new Int32Array(rows * 2);
    this.firstTokens = new Int32Array(rows * 2);
  }
}
