/** The wasm is served with its bytes sorted, because they compress better so; here they go back to their places. See `xtask/src/build/pack.rs`. */

/** The operators from 0x28 to 0x3e read or write memory: the alignments of each. */
const ALIGNMENTS = Array.from("23230011001122232301012", Number);

const accesses = (operator) => operator > 0x27 && operator < 0x3f;

export const unpack = (packed) => {
  const bytes = new Uint8Array(packed);
  // Each byte can be that of a function, which gets its size, or that of an access, which gets its alignment.
  const module = new Uint8Array(bytes.length * 4);
  let at = 0;
  let put = 0;

  const read = () => {
    let value = 0;
    for (let shift = 0, byte = 128; byte > 127; shift += 7) value |= ((byte = bytes[at++]) & 127) << shift;
    return value;
  };

  const write = (value) => {
    for (; value > 127; value >>= 7) module[put++] = value | 128;
    module[put++] = value;
  };

  const copy = (from, end) => {
    while (from < end) module[put++] = bytes[from++];
  };

  /** Writes the size of what `fill` writes, and that. */
  const sized = (fill) => {
    const from = put;
    fill(put += 5);
    const end = put;
    put = from;
    write(end - from - 5);
    module.copyWithin(put, from + 5, end);
    put += end - from - 5;
  };

  /** Goes past the operand of an operator. */
  const pass = (operator) => {
    let count = 1;
    if (operator === 0x0e) count += read();
    if (operator === 0x11) count = 2;
    if (operator === 0xfc) {
      // The first of these convert numbers; the others name one memory or table, or two.
      const which = read();
      count = which < 8 ? 0 : which % 2 || which > 15 ? 1 : 2;
    }
    if (operator === 0x43) at += 4;
    else if (operator === 0x44) at += 8;
    else while (count--) read();
  };

  const code = () => {
    const count = read();
    const operators = bytes.subarray(at, (at += count));
    /** The last operator of each function. */
    const ends = [];
    /** The operators whose operands stand together. */
    const streams = [];
    let depth = 1;
    for (let index = 0; index < count; index++) {
      const operator = operators[index];
      const block = operator > 1 && operator < 5;
      if (block) depth++;
      if (operator === 0x0b) depth--;
      const next = depth && operators[index + 1];
      if (!depth) depth = ends.push(index) && 1;
      if (block || (operator > 11 && operator < 15) || operator === 16 || operator === 17 || (operator > 31 && operator < 69) || operator > 207) {
        const stream = operator === 0x20 ? 256 + (next >> 3) : operator === 0x41 ? 288 + (next >> 2) : accesses(operator) ? 0x28 : operator;
        (streams[stream] ??= []).push(index);
      }
    }
    const locals = ends.map(() => {
      const from = at;
      for (let groups = read(); groups--; at++) read();
      return [from, at];
    });
    const from = new Uint32Array(count);
    const to = new Uint32Array(count);
    for (const stream of streams) {
      for (const index of stream ?? []) {
        from[index] = at;
        pass(operators[index]);
        to[index] = at;
      }
    }
    write(ends.length);
    let index = 0;
    ends.forEach((end, place) =>
      sized(() => {
        copy(...locals[place]);
        for (; index <= end; index++) {
          const operator = (module[put++] = operators[index]);
          if (accesses(operator)) module[put++] = ALIGNMENTS[operator - 0x28];
          copy(from[index], to[index]);
        }
      }),
    );
  };

  copy(0, (at = 8));
  while (at < bytes.length) {
    if ((module[put++] = bytes[at++]) === 10) sized(code);
    else {
      const size = read();
      write(size);
      copy(at, (at += size));
    }
  }
  return module.subarray(0, put);
};
