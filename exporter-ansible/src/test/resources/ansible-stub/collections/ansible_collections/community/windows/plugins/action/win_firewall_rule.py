# Test double for community.windows.win_firewall_rule: runs on the controller, needs no
# Windows host.  Validates the *effective* (templated) arguments against the real module's
# documentation, applies them to a simulated per-host rule store, and logs every call.
from __future__ import annotations
import fcntl, functools, ipaddress, json, os, re
import yaml
from ansible.plugins.action import ActionBase
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

REAL = os.environ.get(
    'FWSIM_REAL_MODULE',
    '/usr/lib/python3/dist-packages/ansible_collections/community/windows/plugins/modules/win_firewall_rule.py')
OUT = os.environ.get('FWSIM_DIR', '/tmp/fwsim')
PROFILES = {'domain': 1, 'private': 2, 'public': 4}
PROPS = ['description', 'direction', 'action', 'program', 'group', 'service', 'enabled', 'profiles', 'localip',
         'remoteip', 'localport', 'remoteport', 'protocol', 'icmp_type_code']
DEFAULTS = dict(description='', direction='in', action='allow', program='any', group='', service='any', enabled=True,
                profiles=7, localip='*', remoteip='*', localport='*', remoteport='*', protocol=256, icmp_type_code='*')
PORT = re.compile(r'^(\*|RPC|RPC-EPMap|IPHTTPS|Teredo|\d{1,5}(-\d{1,5})?)$', re.I)
KEYWORDS = {'localsubnet', 'dns', 'dhcp', 'wins', 'defaultgateway'}


@functools.lru_cache(maxsize=None)
def spec():
    with open(REAL) as f:
        doc = yaml.load(re.search(r"DOCUMENTATION = r?'''(.*?)'''", f.read(), re.S).group(1), getattr(yaml, 'CSafeLoader', yaml.SafeLoader))
    keep = ('type', 'choices', 'aliases', 'default', 'required', 'elements')
    return {k: {x: v[x] for x in keep if x in v} for k, v in doc['options'].items()}


class Bad(Exception):
    pass


def norm_addr(text):
    if text == 'any':
        return '*'
    out = []
    for tok in text.split(','):
        if tok == '*' or tok.lower() in KEYWORDS:
            out.append(tok)
        elif '-' in tok:
            a, b = tok.split('-')
            ipaddress.ip_address(a), ipaddress.ip_address(b)
            out.append(tok)
        else:
            n = ipaddress.ip_network(tok, strict=False)
            out.append(n.with_netmask if n.version == 4 else n.with_prefixlen)   # COM reads IPv4 back with a mask
    return ','.join(out)


def norm_proto(p):
    if re.fullmatch(r'\d+', p):
        return int(p)
    if p == 'any':
        return 256
    for k, v in (('tcp', 6), ('udp', 17), ('icmpv4', 1), ('icmpv6', 58)):
        if p.lower() == k:
            return v
    raise Bad("Unknown protocol '%s'." % p)


def to_rule(a):
    """The COM object the .ps1 builds as $new_rule (only what was passed is compared later)."""
    r = dict(DEFAULTS, name=a.get('name') or '')
    for k in PROPS:
        v = a.get(k)
        if v is None:
            continue
        if k == 'profiles':
            bad = [x for x in v if x.lower() not in PROFILES]
            if bad:
                raise Bad("Unknown profile '%s'." % bad[0])
            v = sum(PROFILES[x] for x in {x.lower() for x in v})
        elif k in ('localip', 'remoteip'):
            v = norm_addr(v)
        elif k in ('localport', 'remoteport'):
            if v == 'any':
                v = '*'
            for t in v.split(','):
                if not PORT.match(t):
                    raise Bad("%s: bad token %r in %r" % (k, t, v))
        elif k == 'protocol':
            v = norm_proto(v)
        elif k == 'icmp_type_code':
            v = ','.join(v)
        r[k] = v
    if (a.get('localport') or a.get('remoteport')) and r['protocol'] not in (6, 17):
        raise Bad('Value does not fall within the expected range. (ports need protocol tcp/udp)')
    if r['icmp_type_code'] != '*' and r['protocol'] not in (1, 58):
        raise Bad('icmp_type_code needs protocol icmpv4/icmpv6')
    for k in ('name', 'description'):
        if '|' in r[k]:
            raise Bad("%s must not contain '|'" % k)
    if r['name'].lower() == 'all':
        raise Bad("name must not be 'all'")
    return r


class ActionModule(ActionBase):
    def run(self, tmp=None, task_vars=None):
        res = super().run(tmp, task_vars)
        host = task_vars['inventory_hostname']
        raw = {k: v for k, v in self._task.args.items()}
        listy = [k for k in raw if isinstance(raw[k], (list, dict)) and spec().get(k, {}).get('type') == 'str']
        val = ArgumentSpecValidator(spec()).validate(raw)
        errors = list(val.error_messages) + ['%s: a list/dict reaches a str option (PowerShell gives System.Object[])' % k
                                             for k in listy]
        a = val.validated_parameters
        if not errors and not a.get('name') and not a.get('group'):
            errors.append('Either name or group must be specified')
        os.makedirs(OUT, exist_ok=True)
        res['changed'] = False
        with open(os.path.join(OUT, '.lock'), 'w') as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            path = os.path.join(OUT, host + '.json')
            seed = os.environ.get('FWSIM_SEED')
            src = path if os.path.exists(path) else seed
            store = json.load(open(src)) if src else []
            if not errors:
                try:
                    new = to_rule(a)
                    n = (a.get('name') or '').lower()
                    found = [r for r in store if (r['name'].lower() == n if n else r['group'].lower() == a['group'].lower())]
                    if a['state'] == 'absent':
                        res['changed'] = bool(found)
                        store = [r for r in store if r not in found]
                    elif not found and n:
                        store.append(new)
                        res['changed'] = True
                    elif not found:
                        res['silently_ignored'] = True     # group-only with no such group: the module does nothing
                    for r in found if a['state'] == 'present' else []:
                        for k in PROPS:
                            if a.get(k) is None or r[k] == new[k]:
                                continue
                            if k in ('localip', 'remoteip') and sorted(r[k].split(',')) == sorted(new[k].split(',')):
                                continue
                            r[k] = new[k]
                            res['changed'] = True
                except (Bad, ValueError) as e:
                    errors.append(str(e))
            if errors:
                res.update(failed=True, msg='; '.join(errors))
            elif not self._play_context.check_mode:
                json.dump(store, open(path, 'w'), indent=1, sort_keys=True)
            with open(os.path.join(OUT, 'calls.jsonl'), 'a') as f:
                f.write(json.dumps(dict(host=host, task=self._task.get_name(), action=self._task.action, args=raw,
                                        check_mode=self._play_context.check_mode, changed=res['changed'],
                                        silently_ignored=res.get('silently_ignored', False), errors=errors),
                                   sort_keys=True, default=str) + '\n')
        res['invocation'] = dict(module_args=raw)
        return res
