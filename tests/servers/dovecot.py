"""A private Dovecot: IMAP, IMAPS, LMTP, and the login service for Postfix.

All its state lies in one directory and it runs with any user; as root the mail
belongs to nobody, because Dovecot refuses to serve mail as root.
"""

import grp
import os
import pwd
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.servers.certs import Certs
from tests.servers.running import NotStarted, Program, free_ports

CONFIG = """
base_dir = {home}/run
state_dir = {home}/state
instance_name = {name}
log_path = {home}/dovecot.log
info_log_path = {home}/info.log
listen = 127.0.0.1
protocols = imap lmtp
{unprivileged}
ssl = {ssl}
ssl_cert = <{certs.chain}
ssl_key = <{certs.key}
ssl_min_protocol = TLSv1.2
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_username_chars =
auth_failure_delay = 0
first_valid_uid = 1
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
imap_idle_notify_interval = 2 mins
{capability}
recipient_delimiter = +
lmtp_save_to_detail_mailbox = no
lmtp_hdr_delivery_address = final

passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {home}/passwd
}}
userdb {{
  driver = passwd-file
  args = username_format=%u {home}/passwd
}}
namespace inbox {{
  inbox = yes
  prefix = {prefix}
  separator = {separator}
  mailbox Sent {{
    special_use = \\Sent
    auto = create
  }}
}}
service anvil {{
  {no_chroot}
}}
service stats {{
  {no_chroot}
}}
service imap-login {{
  {no_chroot}
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service lmtp {{
  {lmtp_user}
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
service auth {{
  unix_listener auth-client {{
    mode = 0666
  }}
}}
protocol lmtp {{
  postmaster_address = postmaster@shop.test
  hostname = mail.shop.test
}}
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of server it plays. `capabilities` replaces what is announced
    after the login ("" for all that Dovecot can do)."""

    prefix: str = ""
    separator: str = "/"
    capabilities: str = ""
    tls: bool = True


class Dovecot:
    """A running server. `users` maps names to passwords."""

    def __init__(self, home: Path, users: Mapping[str, str], certs: Certs, kind: Kind = Kind()) -> None:  # noqa: B008
        self.home, self.users, self.kind = home, users, kind
        self.imap, self.imaps, self.lmtp = free_ports(3)
        self.auth_socket = home / "run" / "auth-client"
        self.uid, self.gid = _mail_owner()
        for part in ("run", "state", "mail"):
            (home / part).mkdir(parents=True, exist_ok=True)
        os.chown(home / "mail", self.uid, self.gid)
        self._write_passwords()
        (home / "dovecot.conf").write_text(self._config(certs))
        self._program = self._start()

    def _write_passwords(self) -> None:
        rows = (
            f"{user}:{{PLAIN}}{password}:{self.uid}:{self.gid}::{self.home}/mail/{user}::\n"
            for user, password in self.users.items()
        )
        path = self.home / "passwd"
        path.write_text("".join(rows))
        path.chmod(0o644)

    def _config(self, certs: Certs) -> str:
        root = os.getuid() == 0
        me, mine = pwd.getpwuid(self.uid).pw_name, grp.getgrgid(self.gid).gr_name
        drop = f"default_internal_user = {me}\ndefault_internal_group = {mine}\ndefault_login_user = {me}"
        return CONFIG.format(
            home=self.home,
            name=self.home.name,
            certs=certs,
            imap=self.imap,
            imaps=self.imaps,
            lmtp=self.lmtp,
            ssl="yes" if self.kind.tls else "no",
            prefix=self.kind.prefix,
            separator=self.kind.separator,
            capability=f"imap_capability = {self.kind.capabilities}" if self.kind.capabilities else "",
            unprivileged="" if root else drop,
            no_chroot="" if root else "chroot =",
            lmtp_user="" if root else f"user = {me}",
        )

    def _start(self) -> Program:
        binary = dovecot_binary()
        if binary is None:
            raise NotStarted("dovecot is not installed (Debian: dovecot-imapd dovecot-lmtpd)")
        program = Program([binary, "-F", "-c", str(self.home / "dovecot.conf")], self.home / "dovecot.log")
        program.wait_for(self.imap, b"* OK")
        return program

    def stop(self) -> None:
        """End it; the mail stays on disk."""
        self._program.stop()

    def start_again(self) -> None:
        """Start it again after `stop`, on the same ports."""
        self._program = self._start()

    def number_anew(self, user: str) -> None:
        """Give every folder of a user another UIDVALIDITY (the next), as after a
        restore. The list's header is `3 V<uidvalidity> N<next uid> ...`."""
        for numbers in self.maildir(user).rglob("dovecot-uidlist"):
            words = numbers.read_text().split(" ")
            numbers.write_text(" ".join([words[0], f"V{int(words[1][1:]) + 1}", *words[2:]]))
        for index in self.maildir(user).rglob("dovecot.index*"):
            index.unlink()

    def maildir(self, user: str) -> Path:
        """Where a user's mail lies on disk."""
        return self.home / "mail" / user / "Maildir"


def dovecot_binary() -> str | None:
    """The program's path, None if it is not installed."""
    return shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def _mail_owner() -> tuple[int, int]:
    if os.getuid() != 0:
        return os.getuid(), os.getgid()
    nobody = pwd.getpwnam("nobody")
    return nobody.pw_uid, nobody.pw_gid
