//! JSON, which is how everything comes from the page and most of it leaves.
//!
//! A reader and a writer of our own: together a tenth of what the usual crates add to the download.

use crate::decimal::Decimal;
use crate::format;
use crate::input::Value;

/// Lists and objects may lie this deep in each other.
const DEPTH: u32 = 64;

/// Reads a JSON text. Numbers keep 15 digits; NaN and Infinity, which Python writes, become texts so that they
/// can be reported where they stand.
///
/// # Errors
/// The byte at which the text stops being JSON.
pub fn parse(text: &str) -> Result<Value, usize> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEPTH);
    reader.space();
    match value {
        Some(value) if reader.at == text.len() => Ok(value),
        _ => Err(reader.at.min(text.len())),
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn space(&mut self) {
        while matches!(self.peek(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
    }

    /// Goes past a token after any space, if it is there.
    fn eat(&mut self, token: &str) -> bool {
        self.space();
        let there = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(token));
        if there {
            self.at += token.len();
        }
        there
    }

    fn value(&mut self, depth: u32) -> Option<Value> {
        let depth = depth.checked_sub(1)?;
        self.space();
        match self.peek() {
            open @ (b'{' | b'[') => {
                let is_map = open == b'{';
                let close = if is_map { "}" } else { "]" };
                let (mut fields, mut items) = (Vec::new(), Vec::new());
                self.at += 1;
                if !self.eat(close) {
                    loop {
                        if is_map {
                            self.space();
                            let name = self.string()?;
                            if !self.eat(":") {
                                return None;
                            }
                            fields.push((name, self.value(depth)?));
                        } else {
                            items.push(self.value(depth)?);
                        }
                        if self.eat(close) {
                            break;
                        }
                        if !self.eat(",") {
                            return None;
                        }
                    }
                }
                Some(if is_map { Value::Map(fields) } else { Value::List(items) })
            }
            b'"' => self.string().map(Value::Text),
            _ => {
                for (place, word) in
                    ["null", "true", "false", "NaN", "Infinity", "-Infinity"].iter().enumerate()
                {
                    if self.eat(word) {
                        return Some(match place {
                            0 => Value::Null,
                            1 | 2 => Value::Bool(place == 1),
                            _ => Value::Text(word.to_string()),
                        });
                    }
                }
                self.number().map(Value::Number)
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        if self.peek() != b'"' {
            return None;
        }
        self.at += 1;
        let mut out = String::new();
        loop {
            let start = self.at;
            let mark = loop {
                let byte = *self.text.as_bytes().get(self.at)?;
                if matches!(byte, b'"' | b'\\') {
                    break byte;
                }
                self.at += 1;
            };
            out.push_str(self.text.get(start..self.at)?);
            self.at += 1;
            if mark == b'"' {
                return Some(out);
            }
            let escape = self.peek();
            self.at += 1;
            out.push(match escape {
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                b'u' => self.unicode()?,
                b'"' | b'\\' | b'/' => char::from(escape),
                _ => return None,
            });
        }
    }

    fn unit(&mut self) -> Option<u32> {
        let mut code = 0;
        for _ in 0..4 {
            code = code * 16 + char::from(self.peek()).to_digit(16)?;
            self.at += 1;
        }
        Some(code)
    }

    /// A character after `\u`; half of a surrogate pair without the other becomes the mark of replacement.
    fn unicode(&mut self) -> Option<char> {
        let code = self.unit()?;
        if (0xd800..0xdc00).contains(&code) && self.text.get(self.at..)?.starts_with("\\u") {
            let back = self.at;
            self.at += 2;
            let low = self.unit()?;
            if (0xdc00..0xe000).contains(&low) {
                return char::from_u32(0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00));
            }
            self.at = back;
        }
        Some(char::from_u32(code).unwrap_or('\u{fffd}'))
    }

    fn number(&mut self) -> Option<f64> {
        let negative = self.eat("-");
        let (mut digits, mut exponent, mut seen) = (0u64, 0i32, 0);
        let mut fraction = false;
        loop {
            let byte = self.peek();
            if byte == b'.' && !fraction && seen > 0 {
                fraction = true;
                seen = 0;
            } else if byte.is_ascii_digit() {
                seen += 1;
                // Digits beyond what fits move the point instead.
                if digits < u64::MAX / 100 {
                    digits = digits * 10 + u64::from(byte - b'0');
                    exponent -= i32::from(fraction);
                } else {
                    exponent += i32::from(!fraction);
                }
            } else {
                break;
            }
            self.at += 1;
        }
        if seen == 0 {
            return None;
        }
        if matches!(self.peek(), b'e' | b'E') {
            self.at += 1;
            let down = self.peek() == b'-';
            self.at += usize::from(down || self.peek() == b'+');
            let (mut power, start) = (0i32, self.at);
            while self.peek().is_ascii_digit() {
                power = (power * 10 + i32::from(self.peek() - b'0')).min(9999);
                self.at += 1;
            }
            if self.at == start {
                return None;
            }
            exponent += if down { -power } else { power };
        }
        let value = Decimal { digits, exponent }.to_f64();
        Some(if negative { -value } else { value })
    }
}

/// A JSON text that grows from left to right.
#[derive(Debug, Default)]
pub struct Json {
    text: String,
}

impl Json {
    /// The finished text.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Puts a comma where one is due.
    fn part(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'[')) {
            self.text.push(',');
        }
    }

    /// Begins an array.
    pub fn open(&mut self) {
        self.part();
        self.text.push('[');
    }

    /// Ends an array.
    pub fn close(&mut self) {
        self.text.push(']');
    }

    /// A string.
    pub fn string(&mut self, value: &str) {
        self.part();
        self.text.push('"');
        for c in value.chars() {
            let mut shown = c;
            if c < ' ' {
                // Control characters are rare enough not to need their short forms.
                self.text.push_str(if c < '\u{10}' { "\\u000" } else { "\\u001" });
                shown = char::from_digit(c as u32 % 16, 16).unwrap_or(' ');
            } else if matches!(c, '"' | '\\') {
                self.text.push('\\');
            }
            self.text.push(shown);
        }
        self.text.push('"');
    }

    /// A finite number; `null` for any other.
    pub fn number(&mut self, value: f64) {
        self.part();
        if value.is_finite() {
            self.text.push_str(&format::plain(value));
        } else {
            self.text.push_str("null");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_agrees_with_another_reader() {
        let texts = [
            r#"{"a": [1, -2.5, 3e2, 0.1, 1e308, 123456789012345], "b": null, "c": {"d": true, "e": false}}"#,
            r#" [ "2000余人" , "\u4f59\n\ud83d\ude00\/\"" , "" , [] , {} ] "#,
            "-0.001",
        ];
        fn same(ours: &Value, theirs: &serde_json::Value) -> bool {
            match (ours, theirs) {
                (Value::List(a), serde_json::Value::Array(b)) => {
                    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
                }
                (Value::Map(a), serde_json::Value::Object(b)) => {
                    a.len() == b.len() && a.iter().all(|(name, value)| same(value, &b[name]))
                }
                (Value::Text(a), b) => b.as_str() == Some(a),
                (Value::Number(a), b) => b.as_f64() == Some(*a),
                (Value::Bool(a), b) => b.as_bool() == Some(*a),
                (Value::Null, b) => b.is_null(),
                _ => false,
            }
        }
        for text in texts {
            let theirs: serde_json::Value = serde_json::from_str(text).unwrap();
            assert!(same(&parse(text).unwrap(), &theirs), "{text}");
        }
    }

    #[test]
    fn what_is_no_json_is_refused_where_it_stops_being_so() {
        for (text, at) in
            [("", 0), ("{", 1), ("[1,]", 3), ("[1 2]", 3), ("{\"a\" 1}", 5), ("[1] x", 4), ("tru", 0)]
        {
            assert_eq!(parse(text), Err(at), "{text}");
        }
        for text in ["\"", "\"\\x\"", "\"\\u12\"", "-", "1.", "1e", ".5", "{a: 1}"] {
            assert!(parse(text).is_err(), "{text}");
        }
        assert!(parse(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn numbers_that_json_lacks_are_kept_as_texts() {
        let value = parse("[NaN, -Infinity, \"NaN\"]").unwrap();
        let texts = ["NaN", "-Infinity", "NaN"].map(|text| Value::Text(text.into()));
        assert_eq!(value, Value::List(texts.to_vec()));
        assert_eq!(parse("1e999"), Ok(Value::Number(f64::INFINITY)));
    }

    #[test]
    fn texts_and_numbers_come_back_as_they_were() {
        let texts = ["", "2000余人", "\"\\\n\t\u{1}\u{1f}", "</script>"];
        let numbers = [0.0, -1.5, 1e308, 5e-324, 0.1];
        let mut json = Json::default();
        json.open();
        texts.iter().for_each(|text| json.string(text));
        json.open();
        numbers.iter().for_each(|number| json.number(*number));
        json.number(f64::NAN);
        json.close();
        json.close();
        let back: serde_json::Value = serde_json::from_str(&json.into_text()).unwrap();
        for (index, text) in texts.iter().enumerate() {
            assert_eq!(back[index], *text);
        }
        for (index, number) in numbers.iter().enumerate() {
            assert_eq!(back[texts.len()][index], *number);
        }
        assert!(back[texts.len()][numbers.len()].is_null());
    }
}
