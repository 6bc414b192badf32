//! Sites: pages by host and path, over HTTP/1.1 and HTTP/2, with or without TLS.
