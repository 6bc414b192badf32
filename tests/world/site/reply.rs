//! What a page answers.

use hyper::body::Bytes;
use std::time::Duration;

/// An answer.
#[derive(Clone, Debug)]
pub struct Reply {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Bytes,
    pub(super) delay: Duration,
}

impl Reply {
    /// 200 with a body of some type.
    pub fn new(content_type: &str, body: impl Into<Bytes>) -> Self {
        Self::status(200).header("content-type", content_type).body(body)
    }

    /// An empty answer with a status.
    pub fn status(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Bytes::new(), delay: Duration::ZERO }
    }

    /// A page: what stands between `<body>` and `</body>`.
    pub fn html(body: &str) -> Self {
        Self::page("Example Index", body)
    }

    /// A page with a title.
    pub fn page(title: &str, body: &str) -> Self {
        let page = format!(
            "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{title}</title></head>\n\
             <body>\n{body}\n</body>\n</html>\n"
        );
        Self::new("text/html; charset=utf-8", page)
    }

    /// Plain text in UTF-8.
    pub fn text(body: &str) -> Self {
        Self::new("text/plain; charset=utf-8", body.to_owned())
    }

    /// JSON.
    pub fn json(body: &str) -> Self {
        Self::new("application/json", body.to_owned())
    }

    /// A redirect: 301, 302, 303, 307 or 308.
    pub fn redirect(status: u16, location: &str) -> Self {
        Self::status(status).header("location", location)
    }

    /// The page that servers show for what they do not have.
    pub fn not_found() -> Self {
        Self::page("Not Found", "<h1>404 Not Found</h1>").with_status(404)
    }

    /// The same with another status.
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// The same with one more header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same with a body.
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }

    /// The same, held back.
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// What a client gets that has this version already: 304 where `If-None-Match` or `If-Modified-Since` repeats the
    /// `ETag` or `Last-Modified` of this answer.
    pub(super) fn unless_known(self, asked: &super::Asked) -> Self {
        let repeats = |given: &str, wanted: &str| {
            let value = self.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(given));
            value.is_some_and(|(_, value)| asked.header(wanted) == Some(value.as_str()))
        };
        if self.status == 200
            && (repeats("etag", "if-none-match") || repeats("last-modified", "if-modified-since"))
        {
            return Self { status: 304, body: Bytes::new(), ..self };
        }
        self
    }
}
