//! Numbers that JSON can't hold, such as the NaN and Infinity that Python writes.

use std::borrow::Cow;

/// Puts `NaN`, `Infinity`, `-Infinity` and numbers too large for an `f64`, such as `1e999`, in quotation marks
/// where they stand outside of a text. JSON that was broken by nothing else can then be parsed, and each such
/// value is reported with its path like any text that is no quantity.
pub fn quote_bare_numbers(json: &str) -> Cow<'_, str> {
    let bytes = json.as_bytes();
    let mut quoted = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte == b'"' {
            at = end_of_text(bytes, at);
        } else if is_of_token(byte) {
            let length =
                bytes.get(at..).unwrap_or_default().iter().take_while(|byte| is_of_token(**byte)).count();
            let end = at + length;
            // Both ends stand beside ASCII bytes, so the slices always exist.
            let token = json.get(at..end).unwrap_or_default();
            if is_beyond_json(token) {
                quoted.push_str(json.get(copied..at).unwrap_or_default());
                quoted.extend(["\"", token, "\""]);
                copied = end;
            }
            at = end;
        } else {
            at += 1;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(json);
    }
    quoted.push_str(json.get(copied..).unwrap_or_default());
    Cow::Owned(quoted)
}

/// The index behind the text that starts at `start`.
fn end_of_text(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    at
}

fn is_of_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b'_')
}

fn is_beyond_json(token: &str) -> bool {
    let numeric = token.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    matches!(token, "NaN" | "Infinity" | "-Infinity" | "-NaN")
        || (numeric && token.parse::<f64>().is_ok_and(|number| !number.is_finite()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_that_python_writes_become_texts() {
        let json = r#"{"a": NaN, "b": [Infinity,-Infinity], "c": 1e999, "d": -1e999}"#;
        let quoted = r#"{"a": "NaN", "b": ["Infinity","-Infinity"], "c": "1e999", "d": "-1e999"}"#;
        assert_eq!(quote_bare_numbers(json), quoted);
    }

    #[test]
    fn texts_and_good_numbers_stay_as_they_are() {
        for json in
            [r#"{"a \" NaN": "Infinity", "b": 1e308, "c": [null, true]}"#, r#""\\" NaNo "#, "\"NaN", ""]
        {
            assert!(matches!(quote_bare_numbers(json), Cow::Borrowed(same) if same == json), "{json}");
        }
    }
}
