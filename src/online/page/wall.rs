//! Pages where people log in: a redirect to one says nothing about the page that was asked for.

use url::Url;

/// Hosts that do nothing else.
const HOSTS: &[&str] = &[
    "accounts.google.com",
    "appleid.apple.com",
    "id.atlassian.com",
    "login.live.com",
    "login.microsoftonline.com",
    "login.yahoo.com",
];

/// First labels of hosts that do nothing else.
const LABELS: &[&str] = &["login", "signin", "sso", "idp"];

/// Ends of the names of companies that log people in for others.
const PROVIDERS: &[&str] =
    &[".auth0.com", ".okta.com", ".onelogin.com", ".b2clogin.com", ".cloudflareaccess.com"];

/// Paths, without the slashes at both ends.
const PATHS: &[&str] = &[
    "-/login",
    "account/login",
    "account/signin",
    "accounts/login",
    "accounts/signin",
    "admin/login",
    "auth",
    "auth/login",
    "auth/signin",
    "cas/login",
    "cdn-cgi/access/login",
    "log-in",
    "login",
    "login/oauth/authorize",
    "logon",
    "oauth/authorize",
    "oauth2/authorize",
    "oauth2/start",
    "saml/login",
    "session/new",
    "sessions/new",
    "sign-in",
    "sign_in",
    "signin",
    "sso",
    "user/login",
    "user/sign_in",
    "users/login",
    "users/sign_in",
    "wp-login.php",
];

/// Last segments of paths that are one where the query says where to come back to.
const SEGMENTS: &[&str] = &[
    "authorize",
    "log-in",
    "login",
    "logon",
    "sign-in",
    "sign_in",
    "signin",
    "sso",
    "login.php",
    "login.aspx",
];

/// Parameters that say where to come back to.
const RETURNS: &[&str] = &[
    "back",
    "backto",
    "came_from",
    "continue",
    "destination",
    "from",
    "goto",
    "next",
    "os_destination",
    "redirect",
    "redirect_to",
    "redirect_uri",
    "redirect_url",
    "redirecturl",
    "referer",
    "return",
    "return_to",
    "return_url",
    "returnto",
    "returnurl",
    "service",
    "target",
];

/// Whether a page is one where people log in.
pub(super) fn is_login(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let first_label = host.split('.').next().unwrap_or_default();
    if HOSTS.contains(&host)
        || PROVIDERS.iter().any(|end| host.ends_with(end))
        || LABELS.contains(&first_label)
    {
        return true;
    }
    let path = url.path().to_ascii_lowercase();
    let path = path.trim_matches('/');
    let bare = path.split_once('/').filter(|(first, _)| is_language(first)).map_or(path, |(_, rest)| rest);
    if PATHS.contains(&bare) {
        return true;
    }
    let segment = bare.rsplit('/').next().unwrap_or_default();
    SEGMENTS.contains(&segment)
        && url.query_pairs().any(|(key, _)| RETURNS.contains(&key.to_ascii_lowercase().as_str()))
}

/// `en`, `pt-br`.
fn is_language(segment: &str) -> bool {
    let mut parts = segment.split(['-', '_']);
    let is_code = |part: Option<&str>| {
        part.is_some_and(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()))
    };
    is_code(parts.next()) && parts.next().is_none_or(|part| is_code(Some(part))) && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::is_login;

    #[test]
    fn login_pages_are_known_by_host_path_and_return() {
        for login in [
            "https://accounts.google.com/v3/signin/identifier?continue=x",
            "https://login.microsoftonline.com/common/oauth2/authorize",
            "https://gitlab.example/users/sign_in",
            "https://github.com/login?return_to=%2Fx",
            "https://a.example/login",
            "https://a.example/LOGIN/",
            "https://a.example/en/login",
            "https://a.example/pt-br/signin",
            "https://a.example/session/new",
            "https://a.example/oauth/authorize?client_id=1",
            "https://a.example/apps/portal/login?returnUrl=%2Fx",
            "https://company.okta.com/app/x",
            "https://sso.company.example/x",
        ] {
            assert!(is_login(&login.parse().unwrap()), "{login}");
        }
        for page in [
            "https://a.example/",
            "https://a.example/docs/login",
            "https://a.example/docs/oauth/authorize-apps",
            "https://a.example/help/sign-in-with-a-passkey",
            "https://a.example/blog/login?lang=en",
            "https://logins.example/x",
            "https://a.example/en/docs",
        ] {
            assert!(!is_login(&page.parse().unwrap()), "{page}");
        }
    }
}
