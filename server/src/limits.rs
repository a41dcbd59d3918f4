//! Rate limits by account and trusted address: for what can be guessed (passwords, receipt
//! codes) and for what fills the database.

use std::hash::Hash;
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::Arc;

use axum::http::HeaderMap;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// Who tries, and what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trying {
    /// Signing in, by the account's e-mail.
    Account(String),
    /// Anything that is limited, by address.
    Address(IpAddr),
}

/// The limits of a server.
#[derive(Debug, Clone)]
pub struct Limits {
    by_account: Arc<DefaultKeyedRateLimiter<String>>,
    by_address: Arc<DefaultKeyedRateLimiter<IpAddr>>,
    trusted_proxy: Option<IpAddr>,
}

impl Limits {
    /// So many tries a minute for each account, and ten times as many for each address: forty
    /// people in a library share one.
    pub fn new(tries: u32, trusted_proxy: Option<IpAddr>) -> Limits {
        let quota = |tries| Quota::per_minute(NonZeroU32::new(tries).unwrap_or(NonZeroU32::MIN));
        Limits {
            by_account: Arc::new(RateLimiter::keyed(quota(tries))),
            by_address: Arc::new(RateLimiter::keyed(quota(tries.saturating_mul(10)))),
            trusted_proxy,
        }
    }

    /// Whether one more try is within the limit.
    pub fn allow(&self, who: Trying) -> bool {
        match who {
            Trying::Account(account) => within(&self.by_account, account),
            Trying::Address(address) => within(&self.by_address, address),
        }
    }

    /// The address a request comes from: the peer's, or the last hop that the trusted proxy
    /// wrote. What stands before it in `X-Forwarded-For` anyone can forge.
    pub fn address(&self, peer: SocketAddr, headers: &HeaderMap) -> IpAddr {
        if self.trusted_proxy != Some(peer.ip()) {
            return peer.ip();
        }
        headers
            .get_all("x-forwarded-for")
            .iter()
            .next_back()
            .and_then(|value| value.to_str().ok())
            .and_then(|hops| hops.rsplit(',').next())
            .and_then(|hop| hop.trim().parse().ok())
            .unwrap_or_else(|| peer.ip())
    }
}

fn within<K: Clone + Eq + Hash>(limiter: &DefaultKeyedRateLimiter<K>, key: K) -> bool {
    // Old entries go now and then, so that the table does not grow for ever.
    if limiter.len() > 10_000 {
        limiter.retain_recent();
    }
    limiter.check_key(&key).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_trusted_proxys_own_hop_is_believed() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", "1.1.1.1, 2.2.2.2".parse().unwrap());
        let proxy: SocketAddr = "10.0.0.1:80".parse().unwrap();
        let other: SocketAddr = "10.0.0.9:80".parse().unwrap();
        let limits = Limits::new(5, Some(proxy.ip()));
        assert_eq!(limits.address(proxy, &headers), IpAddr::from([2, 2, 2, 2]));
        assert_eq!(limits.address(other, &headers), other.ip());
        assert_eq!(Limits::new(5, None).address(proxy, &headers), proxy.ip());
    }

    #[test]
    fn tries_run_out() {
        let limits = Limits::new(2, None);
        let who = || Trying::Account("nadia@example.org".into());
        assert!(limits.allow(who()) && limits.allow(who()));
        assert!(!limits.allow(who()));
        assert!(limits.allow(Trying::Account("paolo@example.org".into())));
        let address = IpAddr::from([192, 0, 2, 1]);
        let tries = (0..30).filter(|_| limits.allow(Trying::Address(address))).count();
        assert_eq!(tries, 20, "ten times as many for an address");
    }
}
