/**
 * A set of one-hot columns given as one code per row: level l of row r has the
 * indicator column (codes[r] === l); code −1 is the reference (no column).
 */
export interface FactorCodes {
  readonly name: string;
  readonly codes: Int32Array;
  readonly levels: number;
}

/** One dense regressor. Keep it of order 1 (centred, scaled) for a good condition. */
export interface DenseCovariate {
  readonly name: string;
  readonly values: Float64Array;
}

/** Rows of the model, sorted by unit, all-zero units and separated rows removed. */
export interface PreparedModel {
  readonly rows: number;
  readonly units: number;
  /** Rows of unit u are unitStart[u] … unitStart[u + 1] − 1. */
  readonly unitStart: Int32Array;
  /** Label of unit u in the caller's coding. */
  readonly unitLabel: Int32Array;
  readonly count: Float64Array;
  readonly exposure: Float64Array;
  /** rows × factors, row-major; column number of the coefficient or −1. */
  readonly columns: Int32Array;
  readonly factorCount: number;
  readonly factorColumns: number;
  /** One array per covariate, in the order of the prepared rows. */
  readonly covariates: readonly Float64Array[];
  /** Number of coefficients: factor columns first, then covariates. */
  readonly size: number;
  /** Row of the caller's arrays behind each prepared row. */
  readonly sourceRow: Int32Array;
  readonly dropped: DroppedRows;
}

/** What could not carry information and was left out; never silent. */
export interface DroppedRows {
  /** Units (caller's labels) whose counts are all zero: any effect fits them. */
  readonly allZeroUnits: Int32Array;
  /** Rows with exposure 0 (and count 0). */
  readonly zeroExposureRows: number;
  /** Factor columns whose counts are all zero: their coefficient is −∞. */
  readonly separatedColumns: Int32Array;
  readonly separatedRows: number;
}
