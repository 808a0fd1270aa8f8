"""Which network addresses are public: everything else is somebody's inside and is refused."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# What `is_global` lets through, in this or an older Python, and must not be reached:
# shared and special ranges, and the ways of writing an IPv4 address inside an IPv6 one.
_REFUSED = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",
        "100.64.0.0/10",  # shared between a provider and its customers
        "192.0.0.0/24",
        "192.88.99.0/24",  # 6to4 relays
        "198.18.0.0/15",  # benchmarks
        "240.0.0.0/4",
        "::/96",  # IPv4-compatible
        "64:ff9b::/96",  # NAT64
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",  # Teredo and other protocol assignments
        "2002::/16",  # 6to4
        "5f00::/16",
        "fec0::/10",  # site-local, of old
    )
)


def is_public(address: str) -> bool:
    """Tell whether this IP address belongs to the open network.

    An IPv4 address mapped into IPv6 is judged as what it is; other embeddings are refused.
    """
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    if any(ip in network for network in _REFUSED if network.version == ip.version):
        return False
    return ip.is_global and not ip.is_multicast


def is_loopback(address: str) -> bool:
    """Tell whether this is the machine itself."""
    try:
        ip: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:
        return False
    return ip.is_loopback
