"""Checks the addresses that the role is given."""

import ipaddress
import re

ITEM = re.compile(r"[0-9A-Fa-f.:]+(/[0-9]+|-[0-9A-Fa-f.:]+)?")


def version(item):
    """The version of IP of an address, a network without host bits or a range; 0 for all else, and for everything."""
    if not isinstance(item, str) or not ITEM.fullmatch(item):
        return 0
    try:
        if "-" in item:
            first, last = (ipaddress.ip_address(end) for end in item.split("-"))
            everything = int(first) == 0 and int(last) == 2**last.max_prefixlen - 1
            return 0 if first > last or everything else first.version
        network = ipaddress.ip_network(item)
    except (TypeError, ValueError):
        return 0
    return 0 if network.prefixlen == 0 or network.is_unspecified else network.version


def networks(items, usable, required):
    """Whether there are only items of usable versions of IP, and some of each required one."""
    if not isinstance(items, list) or not items:
        return False
    versions = {version(item) for item in items}
    return versions <= set(usable) and versions >= set(required)


class TestModule:
    """What Ansible finds here."""

    def tests(self):
        return {"rulecast_firewall_networks": networks}
