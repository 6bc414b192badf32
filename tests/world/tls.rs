//! A certificate authority of the tests, and every kind of certificate that a server can show.
//!
//! A program trusts it through `SSL_CERT_FILE`. Names are written out: no client takes a wildcard right below a top-level
//! name, `*.localhost` included.

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use tempfile::NamedTempFile;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// HTTP/2 by ALPN.
pub const H2: &[u8] = b"h2";
/// HTTP/1.1 by ALPN.
pub const HTTP1: &[u8] = b"http/1.1";

/// A certificate authority whose certificate is in a file.
pub struct Authority {
    issuer: CertifiedIssuer<'static, KeyPair>,
    file: NamedTempFile,
}

impl Authority {
    /// A new authority; its file goes when it goes.
    pub fn new() -> Self {
        let mut params = params(&[], "Authority of the tests");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let issuer = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        let mut file = NamedTempFile::new().unwrap();
        file.write_all(issuer.pem().as_bytes()).unwrap();
        file.flush().unwrap();
        Self { issuer, file }
    }

    /// The file with its certificate, for `SSL_CERT_FILE`.
    pub fn pem_file(&self) -> &Path {
        self.file.path()
    }

    /// A valid certificate for these names and IP addresses.
    pub fn issue(&self, names: &[&str]) -> Identity {
        self.sign(&params(names, "A site of the tests"))
    }

    /// One that was valid long ago.
    pub fn issue_expired(&self, names: &[&str]) -> Identity {
        let mut params = params(names, "A site of the tests");
        params.not_before = date_time_ymd(2019, 1, 1);
        params.not_after = date_time_ymd(2020, 1, 1);
        self.sign(&params)
    }

    /// One that is not valid yet.
    pub fn issue_early(&self, names: &[&str]) -> Identity {
        let mut params = params(names, "A site of the tests");
        params.not_before = date_time_ymd(3019, 1, 1);
        params.not_after = date_time_ymd(3020, 1, 1);
        self.sign(&params)
    }

    fn sign(&self, params: &CertificateParams) -> Identity {
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        Identity::of(certificate.der().clone(), &key)
    }
}

/// A certificate that nobody but itself speaks for.
pub fn self_signed(names: &[&str]) -> Identity {
    let key = KeyPair::generate().unwrap();
    let certificate = params(names, "A site of its own").self_signed(&key).unwrap();
    Identity::of(certificate.der().clone(), &key)
}

/// A certificate with its key.
pub struct Identity {
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
}

impl Identity {
    fn of(certificate: CertificateDer<'static>, key: &KeyPair) -> Self {
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        Self { chain: vec![certificate], key }
    }

    /// What a server is set up with that shows this certificate and speaks these protocols ([`H2`], [`HTTP1`]).
    pub fn server(&self, protocols: &[&[u8]]) -> Arc<ServerConfig> {
        let provider = Arc::new(ring::default_provider());
        let builder = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        let mut config = builder
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(self.chain.clone(), self.key.clone_key())
            .unwrap();
        config.alpn_protocols = protocols.iter().map(|protocol| protocol.to_vec()).collect();
        Arc::new(config)
    }
}

fn params(names: &[&str], title: &str) -> CertificateParams {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut params = CertificateParams::new(names).unwrap();
    params.distinguished_name.push(DnType::CommonName, title);
    params
}
