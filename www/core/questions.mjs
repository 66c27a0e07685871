/** What the drawing code is asked, by the numbers that it knows the questions by: see `question` in `src/web/mod.rs`. */
export const READ = 0;
export const LAY_OUT = 1;
export const COLORS = 2;
export const PAINT = 3;
export const HIT = 4;
export const STEP = 5;
export const FIND = 6;
export const DATUM = 7;
export const TABLE = 8;
export const CLOSE = 9;
export const CSV = 10;
export const FRAME = 11;
export const SVG = 12;
export const TSV = 13;
export const CONTROLS = 14;
export const ABOUT = 15;

/** Two that the glue has functions of their own for. */
export const OPEN = 16;
export const FIGURES = 17;
