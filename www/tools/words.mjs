/** The words of the tools by name, in the order of `CONTROLS` in `src/words.rs`. */
const NAMES =
  "unit group period all order given largest smallest byName play pause listen stop keyboard data link code copied byHand allShown shown tones signs lowest highest silent mute".split(" ");

export const wordsOf = (list) => Object.fromEntries(NAMES.map((name, index) => [name, list[index]]));
