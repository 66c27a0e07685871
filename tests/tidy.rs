//! Rules of the repository that no compiler checks.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push((path.clone(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} holds no sources");
    found
}

/// Lines that are code, without comments and without what follows the tests.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .take_while(|line| !line.starts_with("#[cfg(test)]"))
        .filter(|line| !line.trim().starts_with("//"))
}

fn only_in(word: &str, allowed: &[&str]) {
    for (path, text) in sources("src") {
        let inside = allowed.iter().any(|allowed| path.starts_with(Path::new("src").join(allowed)));
        for line in code(&text) {
            assert!(inside || !line.contains(word), "{}: {word} in {line:?}", path.display());
        }
    }
}

#[test]
fn only_paint_names_plotters() {
    only_in("plotters::", &["paint"]);
    only_in("plotters_backend", &["paint"]);
}

#[test]
fn only_web_names_the_browser() {
    for word in ["plotters_canvas", "web_sys", "js_sys", "wasm_bindgen"] {
        only_in(word, &["web"]);
    }
}

#[test]
fn platforms_are_told_apart_only_where_their_modules_are_declared() {
    only_in("target_arch", &["lib.rs"]);
}

#[test]
fn only_web_and_native_do_input_and_output() {
    for word in ["std::fs", "std::io", "std::env", "println!"] {
        only_in(word, &["native"]);
    }
}

#[test]
fn nothing_outside_tests_can_panic_on_purpose() {
    for word in [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!("] {
        only_in(word, &[]);
    }
}

#[test]
fn every_file_holds_one_concept() {
    for (path, text) in ["src", "xtask/src"].iter().flat_map(|folder| sources(folder)) {
        let lines = text.lines().count();
        assert!(lines <= 450, "{} has {lines} lines: split it along a concept", path.display());
    }
}
