import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsOf } from "../../www/loader/csv.mjs";

/** The rows that have text, which are those that are read. */
const filled = (text) => rowsOf(text).filter((row) => row.join(""));

for (const [name, end] of [["LF", "\n"], ["CR and LF", "\r\n"], ["CR", "\r"]]) {
  test(`lines end with ${name}, and the last one needs no end`, () => {
    assert.deepEqual(filled(`a,b${end}1,2${end}3,`), [["a", "b"], ["1", "2"], ["3", ""]]);
    assert.deepEqual(filled(`a,b${end}1,2${end}`), [["a", "b"], ["1", "2"]]);
  });
}

test("the first delimiter of the header is that of the file", () => {
  assert.deepEqual(filled("a;b\n1,5;2"), [["a", "b"], ["1,5", "2"]]);
  assert.deepEqual(filled("a\tb\n1;5\t2"), [["a", "b"], ["1;5", "2"]]);
  assert.deepEqual(filled("Country, region\t2011\nA\t5"), [["Country, region", "2011"], ["A", "5"]]);
  assert.deepEqual(filled("指标，数值\n培训，2,000"), [["指标", "数值"], ["培训", "2,000"]]);
  assert.deepEqual(filled("a\n1"), [["a"], ["1"]]);
});

test("quotes hold delimiters, line ends and doubled quotes", () => {
  assert.deepEqual(filled('a,b\n"1,5","say ""x"""\n"two\nlines",3'), [["a", "b"], ["1,5", 'say "x"'], ["two\nlines", "3"]]);
});

test("a quote that closes nowhere, or within a cell, is a character like others", () => {
  assert.deepEqual(filled('a,b\n"1,2\n5",3\nx"y",4'), [["a", "b"], ["1,2\n5", "3"], ['x"y"', "4"]]);
  assert.deepEqual(filled('a,b\n"1,2\n3,4'), [["a", "b"], ['"1', "2"], ["3", "4"]]);
});

test("a row's index is the line it starts on", () => {
  const rows = rowsOf('a,b\n\n"two\r\nlines",2\nlast,3');
  assert.deepEqual([rows[0], rows[2], rows[4]], [["a", "b"], ["two\r\nlines", "2"], ["last", "3"]]);
});
