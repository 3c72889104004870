"""A private Postfix: an "internet" side, a submission side, and a way out to the sink.

The internet side takes mail for the shop's domain from anybody, and states in
Authentication-Results what DMARC would have found. Who a sending server is,
its EHLO name tells: `mx.DOMAIN` stands for DOMAIN's own server (dmarc=pass),
`fail.DOMAIN` for a forger (dmarc=fail); other names get no header. A forged
header in our name is removed on the way in, as a good server does.
"""

import os
import pwd
import secrets
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.servers.certs import Certs
from tests.servers.running import NotStarted, Program, free_ports

MAIN = """
compatibility_level = 3.6
queue_directory = {home}/queue
data_directory = {home}/data
maillog_file = {home}/mail.log
maillog_file_prefixes = {home}
myhostname = mail.{domain}
mydomain = {domain}
mydestination =
mynetworks =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alias_maps =
alias_database =
biff = no
virtual_mailbox_domains = {domain}
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
relayhost = [127.0.0.1]:{sink}
disable_dns_lookups = yes
smtpd_peername_lookup = no
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_recipient_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_data_restrictions = {results}
smtpd_sasl_type = dovecot
smtpd_sasl_path = {auth_socket}
smtpd_sasl_auth_enable = yes
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_cert_file = {certs.chain}
smtpd_tls_key_file = {certs.key}
smtp_tls_security_level = none
header_checks = regexp:{home}/header_checks
message_size_limit = 41943040
recipient_delimiter = +
smtp_destination_concurrency_limit = 20
minimal_backoff_time = 5s
maximal_backoff_time = 10s
queue_run_delay = 5s
"""

MASTER = """
127.0.0.1:{smtp} inet n - n - - smtpd
127.0.0.1:{submission} inet n - n - - smtpd
  -o smtpd_tls_security_level=encrypt
  -o smtpd_client_restrictions=permit_sasl_authenticated,reject
  -o smtpd_data_restrictions=
127.0.0.1:{submissions} inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
  -o smtpd_client_restrictions=permit_sasl_authenticated,reject
  -o smtpd_data_restrictions=
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
lmtp unix - - n - - lmtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
showq unix n - n - - showq
postlog unix-dgram n - n - 1 postlogd
"""


@dataclass(frozen=True, slots=True)
class Route:
    """Where Postfix hands mail on: the shop's own to LMTP, all other to the sink."""

    lmtp: int
    sink: int
    auth_socket: Path


class Postfix:
    """A running server. `results` False: it writes no Authentication-Results."""

    def __init__(self, home: Path, domain: str, route: Route, certs: Certs, *, results: bool = True) -> None:
        self.home, self.domain = home, domain
        self.smtp, self.submission, self.submissions = free_ports(3)
        for part in ("conf", "queue", "data"):
            (home / part).mkdir(parents=True, exist_ok=True)
        os.chown(home / "data", pwd.getpwnam("postfix").pw_uid, -1)
        self._write_checks()
        use = f"check_helo_access regexp:{home}/helo_access" if results else ""
        ports = {"smtp": self.smtp, "submission": self.submission, "submissions": self.submissions}
        places = {"home": home, "domain": domain, "results": use, "certs": certs, "lmtp": route.lmtp}
        main = MAIN.format(**places, sink=route.sink, auth_socket=route.auth_socket)
        (home / "conf/main.cf").write_text(main)
        (home / "conf/master.cf").write_text(MASTER.format(**ports).lstrip())
        self._program = self._start()

    def _write_checks(self) -> None:
        """Our own header passes the check that removes forged ones under a name
        that nobody outside can know."""
        seal = f"X-Seal-{secrets.token_hex(8)}"
        ours = f"mail.{self.domain}"
        (self.home / "helo_access").write_text(
            f"/^mx\\.(.+)$/ PREPEND {seal}: {ours}; dmarc=pass header.from=$1\n"
            f"/^fail\\.(.+)$/ PREPEND {seal}: {ours}; dmarc=fail header.from=$1\n"
        )
        (self.home / "header_checks").write_text(
            f"/^{seal}: (.*)$/ REPLACE Authentication-Results: $1\n"
            f"/^Authentication-Results:[[:space:]]*{ours.replace('.', '[.]')}/ IGNORE\n"
        )

    def _start(self) -> Program:
        binary = postfix_binary()
        if binary is None:
            raise NotStarted("postfix is not installed (Debian: postfix)")
        conf = str(self.home / "conf")
        subprocess.run([binary, "-c", conf, "check"], check=True, capture_output=True, timeout=30)
        # master itself, not "postfix start": so that it is our child and ends with us
        master = f"{_setting('daemon_directory', conf)}/master"
        program = Program([master, "-d", "-c", conf], self.home / "start.log", {"MAIL_CONFIG": conf})
        program.wait_for(self.smtp, b"220")
        return program

    def log(self) -> str:
        """All that it logged, for a test that failed."""
        path = self.home / "mail.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def stop(self) -> None:
        """End it; what it still holds stays in its queue."""
        self._program.stop()


def postfix_binary() -> str | None:
    """The program's path, None if it is not installed."""
    return shutil.which("postfix", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def _setting(name: str, conf: str) -> str:
    words = ["postconf", "-c", conf, "-h", name]
    return subprocess.run(words, check=True, capture_output=True, text=True, timeout=30).stdout.strip()
