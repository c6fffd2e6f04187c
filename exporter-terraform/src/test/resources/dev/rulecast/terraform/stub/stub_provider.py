#!/usr/bin/python3
"""A stand-in for the hashicorp/aws and hashicorp/azurerm provider binaries.

It speaks plugin protocol 5 on a loopback port without TLS; terraform attaches
to it through TF_REATTACH_PROVIDERS.  Schemas come from schemas/*.json, checks
from rules.py.  Nothing is created anywhere: "apply" only fills in the values
the cloud would have chosen, the same ones for the same configuration.

    stub_provider.py serve   prints the TF_REATTACH_PROVIDERS value on one line
                             and serves until standard input ends
    stub_provider.py rules   lists the checks
"""

import copy
import glob
import hashlib
import json
import os
import sys
import threading
import traceback
from concurrent import futures

sys.dont_write_bytecode = True
os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "0")
os.environ.setdefault("GRPC_VERBOSITY", "NONE")

import grpc  # noqa: E402

import rules  # noqa: E402
import wire  # noqa: E402
from wire import Unknown, known  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
ACCOUNT = "123456789012"
SUBSCRIPTION = "00000000-0000-0000-0000-000000000000"
MODES = ("early", "staged", "provider")


# --- schemas --------------------------------------------------------------------

def type_of(text):
    """"set(string)" -> ["set", "string"]"""
    if text.endswith(")"):
        outer, inner = text[:-1].split("(", 1)
        return [outer, type_of(inner)]
    return text


def attribute_type(a):
    if "fields" in a:
        return [a["collection"],
                ["object", {k: attribute_type(f) for k, f in a["fields"].items()}]]
    return type_of(a["type"])


def wire_block(spec):
    attributes = []
    for name, a in sorted(spec.get("attributes", {}).items()):
        use = a["use"]
        attributes.append({
            "name": name,
            "type": json.dumps(attribute_type(a), separators=(",", ":")).encode(),
            "required": use == "required",
            "optional": use.startswith("optional"),
            "computed": use.endswith("computed"),
        })
    blocks = [{"type_name": name, "block": wire_block(b),
               "nesting": wire.NESTING[b["nesting"]]}
              for name, b in sorted(spec.get("blocks", {}).items())]
    return {"attributes": attributes, "block_types": blocks}


def wire_schema(spec):
    return {"version": spec.get("version", 0), "block": wire_block(spec)}


def shape(value, spec):
    """A stored JSON object brought to the current schema: unknown members
    dropped, missing ones null (or an empty collection of blocks)."""
    if value is None:
        return None
    out = {}
    for name, a in spec.get("attributes", {}).items():
        v = value.get(name)
        if "fields" in a and isinstance(v, list):
            v = [{k: e.get(k) for k in a["fields"]} for e in v]
        out[name] = v
    for name, b in spec.get("blocks", {}).items():
        v = value.get(name)
        if b["nesting"] in ("list", "set"):
            out[name] = [shape(e, b) for e in v or []]
        else:
            out[name] = shape(v, b)
    return out


def numbers(value, spec):
    """The configuration with its numbers as Python numbers: a decimal that no
    float holds exactly travels as text."""
    def number(v):
        return float(v) if isinstance(v, str) else v

    out = dict(value)
    for name, a in spec["attributes"].items():
        if a.get("type") == "number":
            out[name] = number(out[name])
        elif "fields" in a and isinstance(out[name], list):
            out[name] = [{k: number(v) if a["fields"][k]["type"] == "number" else v for k, v in e.items()}
                         if isinstance(e, dict) else e for e in out[name]]
    return out


def canonical(value):
    """A hashable form in which the order of set elements does not matter."""
    if isinstance(value, dict):
        return tuple(sorted((k, canonical(v)) for k, v in value.items()))
    if isinstance(value, list):
        return ("[",) + tuple(sorted((canonical(v) for v in value), key=repr))
    return repr(value)


def digest(*parts):
    return hashlib.sha256(repr(canonical(list(parts))).encode()).hexdigest()


# --- what has been "made" -------------------------------------------------------

class Model:
    """Remembers ids and claims (a group name, a rule's place) over one run, so
    that two resources that cannot both exist are told apart at apply."""

    def __init__(self):
        self.lock = threading.Lock()
        self.ids = set()
        self.claims = {}

    def new_id(self, prefix, *parts, length=17):
        with self.lock:
            turn = 0
            while True:
                value = prefix + digest(turn, *parts)[:length]
                if value not in self.ids:
                    self.ids.add(value)
                    return value
                turn += 1

    def claim(self, owner, claims):
        """None, or the (rule, detail) of the first claim someone else holds."""
        with self.lock:
            for key, clash in claims.items():
                if self.claims.get(key, owner) != owner:
                    return clash
            for key in claims:
                self.claims[key] = owner
            return None

    def release(self, owner):
        with self.lock:
            self.claims = {k: v for k, v in self.claims.items() if v != owner}

    def holds(self, key):
        with self.lock:
            return key in self.claims


# --- one provider ---------------------------------------------------------------

class Provider:
    def __init__(self, path, model, mode):
        with open(path, encoding="utf-8") as f:
            self.spec = json.load(f)
        self.source = self.spec["source"]
        self.model = model
        self.mode = mode
        self.settings = {}
        self.is_aws = self.source.endswith("/aws")
        self.schema_reply = wire.encode("SchemaReply", {
            "provider": wire_schema(self.spec["provider"]),
            "resource_schemas": {k: wire_schema(v) for k, v in self.spec["resources"].items()},
            "data_source_schemas": {k: wire_schema(v) for k, v in self.spec["data"].items()},
            "server_capabilities": {"get_provider_schema_optional": True},
        })

    # -- diagnostics --

    def diagnostics(self, findings, phase):
        out = []
        for rule, steps, detail in findings:
            who, when, summary, _source = rules.RULES[rule]
            if self.mode == "provider" and (who, when) != ("provider", "validate"):
                continue
            if self.mode == "staged" and when != phase:
                continue
            diagnostic = {
                "severity": wire.WARNING if who == "advice" else wire.ERROR,
                "summary": summary,
                "detail": (detail + " " if detail else "") + "[%s: %s, %s]" % (rule, who, when),
            }
            if steps:
                diagnostic["attribute"] = wire.path(*steps)
            if diagnostic not in out:
                out.append(diagnostic)
        return out

    def general(self, config, spec):
        """Checks that follow from the schema facts alone."""
        if spec.get("kind") == "framework":
            nulls = ()
        else:
            nulls = self.null_elements(config, spec)
        for steps in nulls:
            yield "sdk.null-element", steps, ""
        for name, a in spec["attributes"].items():
            value = config[name]
            if a["use"] == "computed" and value is not None:
                yield ("sdk.read-only", (name,), 'Can\'t configure a value for "%s": its value will be decided '
                       "automatically" % name)
            if a.get("whole") and rules.sure(value) and value != int(value):
                yield "sdk.whole-number", (name,), "%s = %s" % (name, value)
            if "fields" not in a or not isinstance(value, list):
                continue
            for element in value:
                if not isinstance(element, dict):
                    continue
                for key, f in a["fields"].items():
                    if f["use"] == "required" and element[key] is None:
                        yield ("sdk.required-in-block", (name,),
                               'the argument "%s" is required in %s' % (key, name))
                    if f.get("whole") and rules.sure(element[key]) and element[key] != int(element[key]):
                        yield "sdk.whole-number", (name,), "%s = %s" % (key, element[key])

    def null_elements(self, config, spec):
        for name, a in spec["attributes"].items():
            value = config[name]
            if isinstance(value, list):
                for i, element in enumerate(value):
                    if element is None:
                        yield (name, i) if a.get("type", "").startswith("list") else (name,)
                    elif isinstance(element, dict) and any(
                            isinstance(v, list) and None in v for v in element.values()):
                        yield (name,)

    # -- calls without state --

    def GetSchema(self, _request, _peer):
        return self.schema_reply

    def PrepareProviderConfig(self, request, _peer):
        config = wire.load(request["config"])
        findings = rules.provider(self.source, config)
        return {"prepared_config": request["config"],
                "diagnostics": self.diagnostics(findings, "validate")}

    def Configure(self, request, peer):
        config = wire.load(request["config"])
        region = config.get("region")
        tags = {}
        for block in config.get("default_tags") or []:
            tags = block["tags"] if block["tags"] is not None else {}
        self.settings[peer] = {
            "region": region if rules.sure(region) else
            os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or "us-east-1",
            "tags": tags,
            "subscription": config.get("subscription_id")
            if rules.sure(config.get("subscription_id")) else
            os.environ.get("ARM_SUBSCRIPTION_ID") or SUBSCRIPTION,
        }
        return {}

    def setting(self, peer):
        return self.settings.get(peer) or {
            "region": "us-east-1", "tags": {}, "subscription": SUBSCRIPTION}

    def ValidateResourceTypeConfig(self, request, _peer):
        name = request["type_name"]
        spec = self.spec["resources"][name]
        config = numbers(wire.load(request["config"]), spec)
        findings = list(self.general(config, spec)) + list(rules.RESOURCES[name](config))
        return {"diagnostics": self.diagnostics(findings, "validate")}

    def ValidateDataSourceConfig(self, request, _peer):
        name, config = request["type_name"], wire.load(request["config"])
        findings = list(self.general(config, self.spec["data"][name]))
        if name in rules.DATA:
            findings += rules.DATA[name](config)
        return {"diagnostics": self.diagnostics(findings, "validate")}

    def Stop(self, _request, _peer):
        return {}

    def ImportResourceState(self, _request, _peer):
        return {"diagnostics": [{"severity": wire.ERROR, "summary": "Not in the stub",
                                 "detail": "There is nothing to import from."}]}

    # -- state --

    def UpgradeResourceState(self, request, _peer):
        spec = self.spec["resources"][request["type_name"]]
        state = json.loads(request["raw_state"]["json"])
        return {"upgraded_state": wire.dump(shape(state, spec))}

    def ReadResource(self, request, peer):
        name, state = request["type_name"], wire.load(request["current_state"])
        if state is not None and state.get("id"):
            self.model.ids.add(state["id"])
            self.model.claim(state["id"], self.claims(name, state, self.setting(peer)))
        return {"new_state": request["current_state"], "private": request.get("private", b"")}

    def PlanResourceChange(self, request, peer):
        name = request["type_name"]
        spec = self.spec["resources"][name]
        prior = wire.load(request["prior_state"])
        planned = wire.load(request["proposed_new_state"])
        reply = {"planned_private": request.get("prior_private", b""),
                 "legacy_type_system": spec["kind"] == "sdk"}
        if planned is None:
            reply["planned_state"] = request["proposed_new_state"]
            return reply
        planned = self.plan(spec, prior, planned, self.setting(peer))
        if prior is not None:
            if canonical(planned) == canonical(prior):
                planned = prior
            replace = [k for k, a in spec["attributes"].items()
                       if a.get("replace") and canonical(planned[k]) != canonical(prior[k])]
            if name.startswith("aws_vpc_security_group_"):
                sources = ("cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id")
                old = [s for s in sources if prior[s] is not None]
                new = [s for s in sources if planned[s] is not None]
                if old != new:
                    replace += old + new
            reply["requires_replace"] = [wire.path(k) for k in replace]
        reply["planned_state"] = wire.dump(planned)
        return reply

    def plan(self, spec, prior, planned, setting):
        create = prior is None
        planned = copy.deepcopy(planned)
        sdk = spec["kind"] == "sdk"
        for name, a in spec["attributes"].items():
            value, computed = planned[name], a["use"].endswith("computed")
            if name == "region" and self.is_aws:
                if value is None:
                    value = setting["region"]
            elif name == "tags_all":
                value = self.all_tags(planned["tags"], setting["tags"], sdk, create)
            elif value is None and "default" in a:
                value = a["default"]
            elif value is None:
                if computed and create:
                    value = Unknown()
            elif "fields" in a and isinstance(value, list):
                value = [self.plan_element(e, a["fields"]) for e in value]
            elif isinstance(value, list):
                # the plugin SDK reads a list or set with an unknown element as
                # unknown in whole (ResourceConfig.get of "#")
                if sdk and any(isinstance(v, Unknown) for v in value):
                    value = Unknown()
            elif isinstance(value, str) and a.get("form"):
                value = getattr(rules, a["form"] + "_form")(value)
            planned[name] = value
        for name, b in spec.get("blocks", {}).items():
            if b["nesting"] != "set" or not isinstance(planned[name], list):
                continue
            if not planned[name] and b.get("computed") and create:
                planned[name] = Unknown()
            else:
                planned[name] = [self.plan_element(e, b["attributes"]) for e in planned[name]]
        if not create and "version" in planned and canonical(planned["entry"]) != canonical(prior["entry"]):
            planned["version"] = Unknown()
        return planned

    @staticmethod
    def plan_element(element, fields):
        """One element of a set, as the plugin SDK plans it: no nulls."""
        if not isinstance(element, dict):
            return element
        out = {}
        for name, f in fields.items():
            value = element[name]
            if value is None:
                kind = type_of(f["type"])
                value = f["default"] if "default" in f else \
                    {"string": "", "number": 0, "bool": False}.get(kind, []) \
                    if isinstance(kind, str) else []
            elif isinstance(value, list) and any(isinstance(v, Unknown) for v in value):
                value = Unknown()
            elif isinstance(value, str) and f.get("form"):
                value = getattr(rules, f["form"] + "_form")(value)
            out[name] = value
        return out

    @staticmethod
    def all_tags(tags, defaults, sdk, create):
        """Resources built on the plugin SDK plan an empty tags_all as unknown at
        create, those built on the framework as empty."""
        if isinstance(tags, Unknown) or isinstance(defaults, Unknown):
            return Unknown()
        merged = dict(defaults)
        merged.update(tags or {})
        if (sdk and create and not merged) or not known(merged):
            return Unknown()
        return merged

    def ApplyResourceChange(self, request, peer):
        name = request["type_name"]
        spec = self.spec["resources"][name]
        prior, planned = wire.load(request["prior_state"]), wire.load(request["planned_state"])
        setting = self.setting(peer)
        reply = {"private": request.get("planned_private", b""),
                 "legacy_type_system": spec["kind"] == "sdk"}
        if planned is None:
            if prior and prior.get("id"):
                self.model.release(prior["id"])
            reply["new_state"] = wire.dump(None)
            return reply
        findings = []
        if self.mode == "staged":
            config = numbers(wire.load(request["config"]), spec)
            findings = list(rules.RESOURCES[name](config))
        diagnostics = self.diagnostics(findings, "apply")
        state = copy.deepcopy(planned)
        if not any(d["severity"] == wire.ERROR for d in diagnostics):
            self.settle(name, spec, state, prior, setting)
            if prior:
                self.model.release(prior["id"])
            claims = self.claims(name, state, setting)
            same = ("id", state["id"].lower())
            if prior is None and same in claims and self.model.holds(same):
                clash = claims[same]
            else:
                clash = self.model.claim(state["id"], claims)
            found = [clash] if clash else []
            found += self.advice(name, state)
            diagnostics += self.diagnostics(found, "apply")
        if any(d["severity"] == wire.ERROR for d in diagnostics):
            state = prior
        reply["new_state"] = wire.dump(state)
        reply["diagnostics"] = diagnostics
        return reply

    def ReadDataSource(self, request, peer):
        name, state = request["type_name"], wire.load(request["config"])
        setting = self.setting(peer)
        spec = self.spec["data"][name]
        if name == "aws_vpc":
            seed = {k: v for k, v in state.items() if k != "timeouts"}
            state["id"] = state["id"] or "vpc-" + digest(name, seed)[:17]
            state["region"] = state["region"] or setting["region"]
            state["cidr_block"] = state["cidr_block"] or "10.0.0.0/16"
            state["arn"] = self.arn(setting, state["region"], "vpc", state["id"])
            state["cidr_block_associations"] = [
                {"association_id": "vpc-cidr-assoc-" + digest(state["id"])[:17],
                 "cidr_block": state["cidr_block"], "state": "associated"}]
            state["ipv6_cidr_block_associations"] = []
            for key, value in (("default", False), ("dhcp_options_id", "dopt-" + digest(state["id"], "d")[:17]),
                               ("enable_dns_hostnames", False), ("enable_dns_support", True),
                               ("enable_network_address_usage_metrics", False), ("instance_tenancy", "default"),
                               ("main_route_table_id", "rtb-" + digest(state["id"], "r")[:17]),
                               ("owner_id", ACCOUNT), ("state", "available"), ("tags", {})):
                if state[key] is None:
                    state[key] = value
        elif name == "azurerm_application_security_group":
            state["id"] = self.azure_id(setting, state["resource_group_name"],
                                        "applicationSecurityGroups", state["name"])
            state["location"] = "westeurope"
            state["tags"] = {}
        elif name == "azurerm_resource_group":
            state["id"] = self.azure_id(setting, state["name"])
            state["location"] = "westeurope"
            state["managed_by"] = ""
            state["tags"] = {}
        else:
            raise KeyError("data source %s in %s" % (name, spec))
        return {"state": wire.dump(state)}

    # -- the values a cloud would choose --

    @staticmethod
    def arn(_setting, region, kind, ident):
        return "arn:aws:ec2:%s:%s:%s/%s" % (region, ACCOUNT, kind, ident)

    @staticmethod
    def azure_id(setting, group, kind=None, name=None, *more):
        text = "/subscriptions/%s/resourceGroups/%s" % (setting["subscription"], group)
        if kind:
            text += "/providers/Microsoft.Network/%s/%s" % (kind, name)
        return text + "".join("/" + m for m in more)

    def settle(self, name, spec, state, prior, setting):
        """Replace every unknown in the planned state."""
        seed = (name, {k: v for k, v in state.items() if known(v)})
        new = self.model.new_id
        fill = {}
        creating = isinstance(state["id"], Unknown)
        if creating:
            if name == "aws_security_group":
                fill["id"] = new("sg-", *seed)
            elif name in ("aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"):
                fill["id"] = new("sgr-", *seed)
            elif name == "aws_security_group_rule":
                fill["id"] = "sgrule-%d" % (int(new("", *seed)[:8], 16))
            elif name == "aws_ec2_managed_prefix_list":
                fill["id"] = new("pl-", *seed)
            elif name == "aws_ec2_managed_prefix_list_entry":
                fill["id"] = "%s,%s" % (state["prefix_list_id"], state["cidr"])
            elif name == "aws_network_interface_sg_attachment":
                fill["id"] = "%s_%s" % (state["security_group_id"], state["network_interface_id"])
            elif name == "aws_vpc":
                fill["id"] = new("vpc-", *seed)
            elif name == "azurerm_resource_group":
                fill["id"] = self.azure_id(setting, state["name"])
            elif name == "azurerm_network_security_group":
                fill["id"] = self.azure_id(setting, state["resource_group_name"],
                                           "networkSecurityGroups", state["name"])
            elif name == "azurerm_application_security_group":
                fill["id"] = self.azure_id(setting, state["resource_group_name"],
                                           "applicationSecurityGroups", state["name"])
            elif name == "azurerm_network_security_rule":
                fill["id"] = self.azure_id(setting, state["resource_group_name"], "networkSecurityGroups",
                                           state["network_security_group_name"], "securityRules", state["name"])
            elif name == "azurerm_subnet_network_security_group_association":
                fill["id"] = state["subnet_id"]
            elif name == "azurerm_network_interface_application_security_group_association":
                fill["id"] = "%s|%s" % (state["network_interface_id"], state["application_security_group_id"])
            else:
                raise KeyError(name)
        ident = fill.get("id") or state["id"]
        short = digest(ident)
        if name == "aws_security_group" and isinstance(state["name"], Unknown):
            prefix = state["name_prefix"] if rules.sure(state["name_prefix"]) else "terraform-"
            fill["name"] = prefix + "%026d" % (int(short, 16) % 10 ** 26)
            fill["name_prefix"] = prefix
        if self.is_aws:
            kinds = {"aws_security_group": "security-group", "aws_ec2_managed_prefix_list": "prefix-list",
                     "aws_vpc": "vpc", "aws_vpc_security_group_ingress_rule": "security-group-rule",
                     "aws_vpc_security_group_egress_rule": "security-group-rule"}
            if name in kinds:
                fill["arn"] = self.arn(setting, state["region"], kinds[name], ident)
            fill.setdefault("name_prefix", "")
            fill.update(owner_id=ACCOUNT, vpc_id="vpc-" + digest("default vpc", state["region"])[:17],
                        source_security_group_id=None, dhcp_options_id="dopt-" + short[:17],
                        default_network_acl_id="acl-" + short[:17], default_route_table_id="rtb-" + short[:17],
                        main_route_table_id="rtb-" + short[:17], default_security_group_id="sg-" + short[:17],
                        cidr_block="10.0.0.0/16",
                        version=1 if prior is None else (prior.get("version") or 0) + 1)
            if name == "aws_security_group_rule":
                count = sum(len(state[k] or []) for k in ("cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids"))
                count += bool(state["self"]) + rules.sure(state["source_security_group_id"])
                fill["security_group_rule_id"] = "sgr-" + short[:17] if count == 1 else None
            else:
                fill["security_group_rule_id"] = ident
        if isinstance(state.get("tags_all"), Unknown):
            fill["tags_all"] = self.all_tags(state["tags"], setting["tags"], False, False)
        for key, value in list(state.items()):
            if not isinstance(value, Unknown):
                continue
            if key in fill:
                state[key] = fill[key]
                continue
            a = spec["attributes"].get(key)
            kind = attribute_type(a) if a else ["set", None]
            state[key] = {"string": "", "bool": False, "number": 0}[kind] if isinstance(kind, str) \
                else {} if kind[0] == "map" else []

    # -- things that cannot exist twice --

    def claims(self, name, state, setting):
        out = {}
        if name == "aws_security_group":
            key = ("group", state["region"], state["vpc_id"], state["name"])
            out[key] = ("aws.duplicate-group", ("name",),
                        '"%s" exists already in %s' % (state["name"], state["vpc_id"]))
            for side in ("ingress", "egress"):
                for rule in state[side] or []:
                    for source in [v for k in rules.INLINE_SOURCES for v in rule[k]] + \
                            ([state["id"]] if rule["self"] else []):
                        self.permission(out, state["id"], side, rule["protocol"],
                                        rule["from_port"], rule["to_port"], source)
                if state[side]:
                    out[("inline", state["id"], side)] = None
        elif name.startswith("aws_vpc_security_group_"):
            side = "ingress" if "ingress" in name else "egress"
            source = next((state[k] for k in ("cidr_ipv4", "cidr_ipv6", "prefix_list_id",
                                              "referenced_security_group_id") if state[k]), None)
            self.permission(out, state["security_group_id"], side, state["ip_protocol"],
                            state["from_port"], state["to_port"], source)
        elif name == "aws_security_group_rule":
            sources = [v for k in ("cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids") for v in state[k] or []]
            if state["self"]:
                sources.append(state["security_group_id"])
            if state["source_security_group_id"]:
                sources.append(state["source_security_group_id"])
            for source in sources:
                self.permission(out, state["security_group_id"], state["type"], state["protocol"],
                                state["from_port"], state["to_port"], source)
        elif name.startswith("azurerm_"):
            out[("id", state["id"].lower())] = (
                "azure.exists", (), 'the id "%s" is in use; two resources of the configuration name the '
                "same object" % state["id"])
            if name == "azurerm_network_security_group":
                for rule in state["security_rule"] or []:
                    self.place(out, state["id"], rule)
            elif name == "azurerm_network_security_rule":
                self.place(out, state["id"].rsplit("/securityRules/", 1)[0], state)
        return out

    @staticmethod
    def permission(out, group, side, protocol, low, high, source):
        form = rules.protocol_form(protocol)
        if form == "-1":
            low = high = None
        out[("permission", group, side, form, low, high, source)] = (
            "aws.duplicate-rule", (), 'the specified rule "%s %s, from port: %s, to port: %s, %s" already '
            "exists in %s" % (side, form, low, high, source, group))

    @staticmethod
    def place(out, group, rule):
        out[("place", group.lower(), rule["direction"], rule["priority"])] = (
            "azure.rule-conflict", ("priority",), "Security rule %s conflicts with another rule. Rules cannot "
            "have the same Priority and Direction: %s %s" % (rule["name"], rule["direction"], rule["priority"]))
        out[("rule name", group.lower(), rule["name"].lower())] = (
            "azure.rule-name-duplicate", ("name",), rule["name"])

    def advice(self, name, state):
        side = {"aws_vpc_security_group_ingress_rule": "ingress",
                "aws_vpc_security_group_egress_rule": "egress"}.get(name)
        if name == "aws_security_group_rule":
            side = state["type"]
        if side and self.model.holds(("inline", state["security_group_id"], side)):
            return [("aws.inline-and-separate", ("security_group_id",),
                     "%s has inline %s rules" % (state["security_group_id"], side))]
        return []


# --- the servers ----------------------------------------------------------------

class Handler(grpc.GenericRpcHandler):
    def __init__(self, provider):
        self.provider = provider

    def service(self, details):
        service, _, method = details.method.lstrip("/").partition("/")
        if service != wire.SERVICE or method not in wire.CALLS:
            return None
        request_name, reply_name = wire.CALLS[method]
        call = getattr(self.provider, method)

        def run(data, context):
            try:
                reply = call(wire.decode(request_name, data), context.peer())
                return reply if isinstance(reply, bytes) else wire.encode(reply_name, reply)
            except Exception as error:
                traceback.print_exc()
                context.abort(grpc.StatusCode.INTERNAL, "stub: %s: %r" % (method, error))

        return grpc.unary_unary_rpc_method_handler(run)


class Servers:
    """Both stubs on loopback ports of this process; they end with it."""

    def __init__(self, mode=None):
        mode = mode or os.environ.get("TF_STUB_CHECKS") or "early"
        if mode not in MODES:
            raise SystemExit("TF_STUB_CHECKS must be one of %s" % ", ".join(MODES))
        self.servers, self.attach = [], {}
        model = Model()
        for path in sorted(glob.glob(os.path.join(HERE, "schemas", "*.json"))):
            provider = Provider(path, model, mode)
            server = grpc.server(futures.ThreadPoolExecutor(max_workers=8),
                                 options=(("grpc.so_reuseport", 0),))
            server.add_generic_rpc_handlers((Handler(provider),))
            port = server.add_insecure_port("127.0.0.1:0")
            server.start()
            self.servers.append(server)
            self.attach[provider.source] = {
                "Protocol": "grpc", "ProtocolVersion": 5, "Pid": os.getpid(), "Test": True,
                "Addr": {"Network": "tcp", "String": "127.0.0.1:%d" % port}}

    def environment(self):
        return json.dumps(self.attach)

    def stop(self):
        for waiter in [s.stop(0) for s in self.servers]:
            waiter.wait(2)


def main(argv):
    if argv == ["serve"]:
        servers = Servers()
        print(servers.environment(), flush=True)
        try:
            while sys.stdin.buffer.read(4096):
                pass
        except KeyboardInterrupt:
            pass
        servers.stop()
        return 0
    if argv == ["rules"]:
        for rule, (who, when, summary, source) in rules.RULES.items():
            print("\t".join((rule, who, when, summary, source)))
        return 0
    print(__doc__.strip(), file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
