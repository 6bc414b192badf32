//! TLS, always verified: rustls with ring, and the certificate authorities of the system.

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;

use super::start::StartError;

/// Whose certificates are believed.
#[derive(Clone, Debug, Default)]
pub enum Trust {
    /// The authorities that the system trusts; on Unix `SSL_CERT_FILE` and `SSL_CERT_DIR` name others.
    #[default]
    System,
    /// These authorities alone.
    Only(Vec<CertificateDer<'static>>),
}

/// What to say where the system trusts nobody.
const NO_ROOTS: &str = "this system has no certificates of authorities, so no page behind https can be looked at; \
     install the package ca-certificates, or name a file of them in SSL_CERT_FILE";

/// The configuration of every TLS client, and a warning where the system trusts no authority: then every certificate is
/// refused, and plain HTTP still works.
///
/// # Errors
/// [`StartError::Client`] where rustls refuses the configuration.
pub fn client_config(trust: &Trust) -> Result<(ClientConfig, Option<&'static str>), StartError> {
    let provider = Arc::new(ring::default_provider());
    let (builder, warning) = match trust {
        Trust::System => match rustls_platform_verifier::Verifier::new(provider.clone()) {
            Ok(verifier) => (Arc::new(verifier) as Arc<dyn ServerCertVerifier>, None),
            Err(_) => (Arc::new(Nobody(provider.clone())) as Arc<dyn ServerCertVerifier>, Some(NO_ROOTS)),
        },
        Trust::Only(roots) => (only(roots, &provider)?, None),
    };
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| StartError::Client(error.to_string()))?
        .dangerous()
        .with_custom_certificate_verifier(builder)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok((config, warning))
}

fn only(
    roots: &[CertificateDer<'static>],
    provider: &Arc<CryptoProvider>,
) -> Result<Arc<dyn ServerCertVerifier>, StartError> {
    let mut store = RootCertStore::empty();
    store.add_parsable_certificates(roots.iter().cloned());
    let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(store), provider.clone())
        .build()
        .map_err(|error| StartError::Client(error.to_string()))?;
    Ok(verifier)
}

mod nobody;
use nobody::Nobody;
