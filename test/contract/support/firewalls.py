"""What security group rules let in, worked out anew over Python's ipaddress: one verdict per line of JSON."""
import ipaddress
import json
import sys

SIZES = {4: 7, 6: 15}


def special_boundaries(version):
    constants = ipaddress.IPv4Address._constants if version == 4 else ipaddress.IPv6Address._constants
    return [network for network in constants._private_networks if network.version == version]


def is_public(address):
    if address.version == 6:
        return address in ipaddress.ip_network("2000::/3") and address.is_global and address not in ipaddress.ip_network("2002::/16")
    return address.is_global and not address.is_multicast and not address.is_reserved


def points(networks, version):
    """An address of every part into which the boundaries cut the whole space."""
    top = 2 ** (32 if version == 4 else 128) - 1
    make = ipaddress.IPv4Address if version == 4 else ipaddress.IPv6Address
    found = {0, top}
    more = ["224.0.0.0/4", "240.0.0.0/4"] if version == 4 else ["2000::/3", "2002::/16"]
    for network in [*networks, *special_boundaries(version), *map(ipaddress.ip_network, more)]:
        first, last = int(network.network_address), int(network.broadcast_address)
        found |= {first, last, max(first - 1, 0), min(last + 1, top)}
    return [make(value) for value in found]


def holds_all(networks, peer, version):
    if peer == "anywhere":
        return all(any(point in network for network in networks) for point in points(networks, version) if is_public(point))
    whole = ipaddress.ip_network(peer)
    inside = [point for point in [*points([*networks, whole], version)] if point in whole]
    return all(any(point in network for network in networks) for point in inside)


def matches(rule, protocol, port):
    if rule["protocol"] == "-1":
        return True
    return rule["protocol"] == protocol and rule["from"] <= port <= rule["to"]


def verdict(case):
    rules, peer = case["rules"], case["peer"]
    unclear = False
    # Every port, one by one: slow, and without a thought about boundaries.
    for protocol in case["protocols"]:
        for port in range(case["from"], case["to"] + 1):
            matching = [rule for rule in rules if matches(rule, protocol, port)]
            networks = [ipaddress.ip_network(rule["peer"], strict=False) for rule in matching if rule["peer"][:3] not in ("pl-", "sg-")]
            versions = (4, 6) if peer == "anywhere" else (ipaddress.ip_network(peer).version,)
            for version in versions:
                own = [network for network in networks if network.version == version]
                if holds_all(own, peer, version):
                    return "allowed"
                for network in own:
                    if peer == "anywhere":
                        some = any(is_public(point) for point in points([network], version) if point in network)
                        unclear |= network.prefixlen <= SIZES[version] and some and not holds_all([network], peer, version)
                    else:
                        unclear |= network.overlaps(ipaddress.ip_network(peer))
            unclear |= any(rule["peer"].startswith("pl-") for rule in matching)
    return "unclear" if unclear else "not-allowed"


print(json.dumps([verdict(case) for case in json.load(sys.stdin)]))
