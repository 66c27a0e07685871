//! Bytes to text.

use crate::input::{Encoding, sniff};

/// The text of a file in UTF-8, UTF-16 or GB 18030, without its byte order mark. Bytes that fit no character
/// become U+FFFD.
pub fn decode(bytes: &[u8]) -> String {
    let encoding = match sniff(bytes) {
        Encoding::Utf8 => encoding_rs::UTF_8,
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
        Encoding::Gb18030 => encoding_rs::GB18030,
    };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    text.trim_start_matches('\u{feff}').to_string()
}
