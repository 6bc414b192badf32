//! The ways to break, by path.

use super::GOOD;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::sleep;

/// Reads one request and says its path with query.
pub async fn asked(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let byte = stream.read_u8().await.ok()?;
        head.push(byte);
        // A TLS client's greeting is no request.
        if head.len() > 16 * 1024 || !head[0].is_ascii_uppercase() {
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n").await;
            return None;
        }
    }
    let head = String::from_utf8(head).ok()?;
    Some(head.split(' ').nth(1)?.to_owned())
}

/// Answers a path, for the `count`th time. `None` where the connection is over.
pub async fn answer(stream: &mut TcpStream, path: &str, count: usize) -> Option<()> {
    let (kind, rest) = path[1..].split_once('/').unwrap_or((&path[1..], ""));
    match kind {
        // `/after/MILLISECONDS/…`
        "after" => {
            let wait = rest.split('/').next()?.parse().ok()?;
            sleep(Duration::from_millis(wait)).await;
            plain(stream, 200, "", GOOD).await
        }
        // `/status/STATUS`
        "status" => plain(stream, rest.parse().ok()?, "", "<h1>No</h1>").await,
        // `/to/STATUS/LOCATION`, the location as it is
        "to" => {
            let (status, location) = rest.split_once('/')?;
            plain(stream, status.parse().ok()?, &format!("Location: {location}\r\n"), "").await
        }
        "circle" => plain(stream, 302, "Location: /round\r\n", "").await,
        "round" => plain(stream, 302, "Location: /circle\r\n", "").await,
        "hops" => {
            let left: u32 = rest.parse().ok()?;
            let next = if left > 1 { format!("/hops/{}", left - 1) } else { "/good".to_owned() };
            plain(stream, 302, &format!("Location: {next}\r\n"), "").await
        }
        // Once only, then well.
        "limited-once" if count == 1 => plain(stream, 429, "Retry-After: 1\r\n", "").await,
        "busy-twice" if count <= 2 => plain(stream, 503, "", "").await,
        "reset-once" if count == 1 => reset(stream).await,
        "" | "good" | "limited-once" | "busy-twice" | "reset-once" => plain(stream, 200, "", GOOD).await,
        // `/limited/RETRY-AFTER`, `%20` for a blank
        "limited" => {
            let after = rest.split('?').next()?.replace("%20", " ");
            let header = format!("Retry-After: {after}\r\n");
            plain(stream, 429, &header, "").await
        }
        "reset" => reset(stream).await,
        _ => broken(stream, kind).await,
    }
}

/// What no HTTP library sends.
async fn broken(stream: &mut TcpStream, kind: &str) -> Option<()> {
    match kind {
        "cut" => {
            head(stream, "Content-Length: 1000\r\n").await?;
            send(stream, b"<h1>This page").await?;
            stream.shutdown().await.ok()?;
        }
        "cut-chunk" => {
            head(stream, "Transfer-Encoding: chunked\r\n").await?;
            send(stream, b"40\r\n<h1>This page").await?;
        }
        "slow-body" => {
            head(stream, "Content-Length: 100000\r\n").await?;
            drip(stream).await?;
        }
        "slow-head" => {
            send(stream, b"HTTP/1.1 200 OK\r\nX-Long: ").await?;
            drip(stream).await?;
        }
        "silent" => sleep(Duration::from_mins(10)).await,
        "endless" => {
            head(stream, "Transfer-Encoding: chunked\r\nContent-Type: text/html\r\n").await?;
            let chunk = format!("4000\r\n{}\r\n", "x".repeat(0x4000));
            loop {
                send(stream, chunk.as_bytes()).await?;
            }
        }
        "bomb" => {
            // The head of a gzip file: what it claims to unpack to is a matter of its sender's word.
            head(stream, "Content-Encoding: gzip\r\nContent-Length: 18\r\n").await?;
            send(stream, b"\x1f\x8b\x08\0\0\0\0\0\0\x03\x03\0\0\0\0\0\0\0").await?;
        }
        "huge" => {
            head(stream, "Content-Length: 1073741824\r\n").await?;
            let chunk = vec![b'x'; 64 * 1024];
            for _ in 0..16 * 1024 {
                send(stream, &chunk).await?;
            }
        }
        "many-headers" => {
            let headers = (0..10_000).fold(String::new(), |all, at| all + &format!("X-{at}: y\r\n"));
            head(stream, &format!("{headers}Content-Length: 0\r\n")).await?;
        }
        "long-header" => {
            head(stream, &format!("X: {}\r\nContent-Length: 0\r\n", "y".repeat(1024 * 1024))).await?;
        }
        "nonsense" => send(stream, b"220 mail.example ESMTP\r\n").await?,
        "two-lengths" => {
            head(stream, "Content-Length: 3\r\nContent-Length: 5\r\n").await?;
            send(stream, b"abcde").await?;
        }
        "hang-up" => {}
        // A redirect whose target is no text.
        "to-bytes" => {
            send(stream, b"HTTP/1.1 302 Found\r\nLocation: /\xff\xfe\r\nContent-Length: 0\r\n\r\n").await?;
        }
        _ => return plain(stream, 404, "", "<h1>Not Found</h1>").await,
    }
    None
}

async fn plain(stream: &mut TcpStream, status: u16, headers: &str, body: &str) -> Option<()> {
    let length = body.len();
    let answer = format!(
        "HTTP/1.1 {status} Status\r\nContent-Type: text/html\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
    );
    send(stream, answer.as_bytes()).await
}

async fn head(stream: &mut TcpStream, headers: &str) -> Option<()> {
    send(stream, format!("HTTP/1.1 200 OK\r\n{headers}\r\n").as_bytes()).await
}

async fn send(stream: &mut TcpStream, bytes: &[u8]) -> Option<()> {
    stream.write_all(bytes).await.ok()
}

/// A byte now and then, for ever.
async fn drip(stream: &mut TcpStream) -> Option<()> {
    loop {
        send(stream, b"x").await?;
        sleep(Duration::from_millis(50)).await;
    }
}

/// A connection that is torn down in the middle of a body.
async fn reset(stream: &mut TcpStream) -> Option<()> {
    head(stream, "Content-Length: 1000\r\n").await?;
    send(stream, b"<h1>This page").await?;
    sleep(Duration::from_millis(20)).await;
    stream.set_zero_linger().ok()?;
    None
}
