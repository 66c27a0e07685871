//! `cargo xtask demo`: a small static server for the demo article.

use std::fs::{self, File};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::build;
use crate::project::Project;

/// Enough that a slow request doesn't hold up the others of a page.
const THREADS: usize = 4;

/// Builds, then serves until it is stopped.
pub fn demo(project: &Project, port: u16) -> Result<()> {
    // First, because a port that is taken is known at once and a build is not.
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        anyhow!("port {port} can't be opened ({error}): choose another one with `--port N`")
    })?;
    let dist = build::build(project)?;
    let address = server.server_addr();
    println!("The demo article is at http://{address}/ (Chinese) and http://{address}/en.html (English).");
    println!("Every kind of chart is at http://{address}/gallery.html and http://{address}/gallery.en.html.");
    println!("Stop with Ctrl-C.");

    let site = Arc::new(Site { www: project.www(), dist: dist.folder });
    let server = Arc::new(server);
    let workers: Vec<_> = (0..THREADS)
        .map(|_| {
            let (site, server) = (Arc::clone(&site), Arc::clone(&server));
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    site.answer(request);
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().map_err(|_| anyhow!("the server stopped"))?;
    }
    Ok(())
}

struct Site {
    www: PathBuf,
    dist: PathBuf,
}

impl Site {
    fn answer(&self, request: Request) {
        // A reader who went away is no reason to stop serving the others.
        let _ = match request.method() {
            Method::Get | Method::Head => match self.file(request.url()) {
                Some((path, file)) => request.respond(with_headers(Response::from_file(file), mime(&path))),
                None => request.respond(text("not found\n").with_status_code(404)),
            },
            _ => request.respond(text("only GET and HEAD\n").with_status_code(405)),
        };
    }

    fn file(&self, url: &str) -> Option<(PathBuf, File)> {
        let relative = relative_path(url)?;
        let mut path = match relative.strip_prefix("dist") {
            Ok(rest) => self.dist.join(rest),
            Err(_) => self.www.join(relative),
        };
        if fs::metadata(&path).ok()?.is_dir() {
            path.push("index.html");
        }
        let file = File::open(&path).ok()?;
        Some((path, file))
    }
}

fn text(body: &str) -> Response<impl std::io::Read> {
    with_headers(Response::from_string(body), "text/plain; charset=utf-8")
}

fn with_headers<R: std::io::Read>(response: Response<R>, mime: &str) -> Response<R> {
    [("Content-Type", mime), ("Cache-Control", "no-store"), ("Access-Control-Allow-Origin", "*")]
        .into_iter()
        .filter_map(|(name, value)| Header::from_bytes(name, value).ok())
        .fold(response, Response::with_header)
}

/// The path below the served folder that a request's URL means; `None` if it leads out of it.
fn relative_path(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let decoded = percent_decoded(path.strip_prefix('/')?)?;
    let path = Path::new(&decoded);
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    (inside && !decoded.contains('\\')).then(|| path.to_path_buf())
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &rest[2..];
    }
    String::from_utf8(bytes).ok()
}

/// The type that a server should send with a file.
fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("ts" | "txt" | "md") => "text/plain; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("csv") => "text/csv; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_and_scripts_have_the_types_that_browsers_insist_on() {
        assert_eq!(mime(Path::new("tujie-0123456789.wasm")), "application/wasm");
        assert_eq!(mime(Path::new("tujie.js")), "text/javascript; charset=utf-8");
        assert_eq!(mime(Path::new("tujie.mjs")), "text/javascript; charset=utf-8");
        assert_eq!(mime(Path::new("index.html")), "text/html; charset=utf-8");
        assert_eq!(mime(Path::new("LICENSE")), "application/octet-stream");
    }

    #[test]
    fn a_url_means_a_file_below_the_folder() {
        assert_eq!(relative_path("/"), Some(PathBuf::new()));
        assert_eq!(relative_path("/dist/tujie.js?v=1#top"), Some("dist/tujie.js".into()));
        assert_eq!(relative_path("/%E5%9B%BE.csv"), Some("图.csv".into()));
    }

    #[test]
    fn no_url_leads_out_of_the_folder() {
        for url in [
            "/../Cargo.toml",
            "/a/../../b",
            "/%2e%2e/b",
            "//etc/passwd",
            "/%2fetc",
            "/a%5c..%5cb",
            "x",
            "/%zz",
        ] {
            assert_eq!(relative_path(url), None, "{url}");
        }
    }
}
