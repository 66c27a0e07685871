//! Which encoding the bytes of a file are in.

/// An encoding that tables are found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 with or without a byte order mark.
    Utf8,
    /// UTF-16 with the low byte first.
    Utf16Le,
    /// UTF-16 with the high byte first.
    Utf16Be,
    /// GB 18030, of which GBK and GB 2312 are parts.
    Gb18030,
}

impl Encoding {
    /// Its label in the Encoding Standard, as `TextDecoder` takes it.
    pub fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Gb18030 => "gb18030",
        }
    }
}

/// Tells the encoding of a file by its byte order mark, or else by which encoding its bytes fit.
pub fn sniff(bytes: &[u8]) -> Encoding {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => return Encoding::Utf8,
        [0xFF, 0xFE, ..] => return Encoding::Utf16Le,
        [0xFE, 0xFF, ..] => return Encoding::Utf16Be,
        [0x84, 0x31, 0x95, 0x33, ..] => return Encoding::Gb18030,
        _ => {}
    }
    // In UTF-16 every comma, digit and line end has a zero byte, always on the same side; one stray zero
    // in a file of another encoding says nothing.
    let zeros = |offset| bytes.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let (most, least) = (even.max(odd), even.min(odd));
    if most > 0 && most * 32 >= bytes.len() && least * 4 <= most {
        return if odd > even { Encoding::Utf16Le } else { Encoding::Utf16Be };
    }
    let (letters, errors) = count_utf8(bytes);
    // One damaged byte must not turn a UTF-8 file into wrong characters.
    if errors == 0 || letters > 10 * errors || errors < count_gb18030_errors(bytes) {
        Encoding::Utf8
    } else {
        Encoding::Gb18030
    }
}

/// How many characters beyond ASCII, and how many errors, the bytes have as UTF-8.
fn count_utf8(bytes: &[u8]) -> (usize, usize) {
    let (mut letters, mut errors) = (0, 0);
    let mut rest = bytes;
    loop {
        let valid = match std::str::from_utf8(rest) {
            Ok(_) => rest.len(),
            Err(error) => error.valid_up_to(),
        };
        let (text, broken) = rest.split_at(valid);
        // A character starts with a byte above ASCII that is no continuation.
        letters += text.iter().filter(|byte| **byte >= 0xC0).count();
        if broken.is_empty() {
            return (letters, errors);
        }
        errors += 1;
        let (_, after) = broken.split_at(1);
        rest = after;
    }
}

fn count_gb18030_errors(bytes: &[u8]) -> usize {
    let mut errors = 0;
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => return errors,
            [0..=0x7F, after @ ..] => after,
            [0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE, after @ ..] => after,
            [0x81..=0xFE, b'0'..=b'9', 0x81..=0xFE, b'0'..=b'9', after @ ..] => after,
            [_, after @ ..] => {
                errors += 1;
                after
            }
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_decides() {
        assert_eq!(sniff(b"\xEF\xBB\xBFa,b"), Encoding::Utf8);
        assert_eq!(sniff(b"\xFF\xFEa\0"), Encoding::Utf16Le);
        assert_eq!(sniff(b"\xFE\xFF\0a"), Encoding::Utf16Be);
        assert_eq!(sniff(b"\x84\x31\x95\x33a"), Encoding::Gb18030);
    }

    #[test]
    fn utf8_needs_no_mark() {
        assert_eq!(sniff("指标,数值\n培训人员,2000余人\n".as_bytes()), Encoding::Utf8);
        assert_eq!(sniff(b"label,value\n"), Encoding::Utf8);
        assert_eq!(sniff(b""), Encoding::Utf8);
    }

    #[test]
    fn one_damaged_byte_leaves_a_file_utf8() {
        let mut bytes = "指标,数值\n培训人员,2000余人\n印制挂历,1万\n".as_bytes().to_vec();
        bytes[1] = 0x20;
        assert_eq!(sniff(&bytes), Encoding::Utf8);
    }

    #[test]
    fn utf16_is_told_by_its_zero_bytes() {
        let text = "指标,数值\n培训人员,2000\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(sniff(&little), Encoding::Utf16Le);
        assert_eq!(sniff(&big), Encoding::Utf16Be);
    }

    #[test]
    fn gb18030_is_what_fits_no_other() {
        // 指标,数值
        assert_eq!(sniff(b"\xD6\xB8\xB1\xEA,\xCA\xFD\xD6\xB5\n"), Encoding::Gb18030);
    }
}
