//! One page at `https://b.localhost`, by an authority of its own: what `.ci/image` proves the certificates of the image with.

use crate::site::{Reply, Site};
use crate::tls::Authority;
use std::io::Read as _;
use std::path::Path;

/// Serves until standard input ends. The authority's certificate is written to a file, for `SSL_CERT_FILE`.
pub fn serve(certificate: &Path) {
    let authority = Authority::new();
    std::fs::copy(authority.pem_file(), certificate).expect("a file to write the certificate to");
    let site = Site::builder()
        .tls(&authority.issue(&["b.localhost"]))
        .page("b.localhost", "/", Reply::html("<p>Every account has a second factor.</p>"))
        .start();
    println!("{}", site.port());
    // Whatever comes says nothing; that it ends, does.
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
}
