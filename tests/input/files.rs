//! Files in every encoding.

use crate::*;

const TABLE: &str = "指标,数值\n培训人员,2000\n";

#[test]
fn every_encoding_gives_the_same_figures() {
    let expected = csv(TABLE);
    let utf16 =
        |bytes: fn(u16) -> [u8; 2], text: &str| -> Vec<u8> { text.encode_utf16().flat_map(bytes).collect() };
    let marked = format!("\u{feff}{TABLE}");
    let files = [
        TABLE.as_bytes().to_vec(),
        marked.as_bytes().to_vec(),
        utf16(u16::to_le_bytes, TABLE),
        utf16(u16::to_le_bytes, &marked),
        utf16(u16::to_be_bytes, TABLE),
        utf16(u16::to_be_bytes, &marked),
        encoding_rs::GB18030.encode(TABLE).0.into_owned(),
    ];
    for bytes in files {
        assert_eq!(native::read(&bytes, None).unwrap(), expected, "{:?}", input::sniff(&bytes));
    }
    assert_eq!(csv(&marked), expected);
}

#[test]
fn characters_beyond_gbk_are_decoded() {
    let bytes = encoding_rs::GB18030.encode("指标,数值\n𠮷野家,5\n").0.into_owned();
    assert_eq!(ids(&native::read(&bytes, None).unwrap()), ["𠮷野家"]);
}

#[test]
fn the_content_tells_json_from_csv() {
    assert_eq!(Format::of(" \n{\"figures\""), Format::Json);
    assert_eq!(Format::of("\u{feff}[{"), Format::Json);
    assert_eq!(Format::of("label,value"), Format::Csv);
    let read = native::read(b"\xEF\xBB\xBF[{\"label\": \"a\", \"value\": 1}]", None).unwrap();
    assert_eq!(ids(&read), ["a"]);
    assert!(native::read(b"label,value\na,1", Some(Format::Json)).is_err());
}
