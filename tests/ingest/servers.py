"""Servers that a careful client has to do with."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from pathlib import Path


class SelfSigned:
    """A server with a certificate that it signed itself."""

    def __init__(self, folder: Path) -> None:
        key, certificate = folder / "key.pem", folder / "certificate.pem"
        subprocess.run(
            [
                *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes"),
                *("-subj", "/CN=localhost", "-days", "1"),
                *("-keyout", key, "-out", certificate),
            ],
            check=True,
            capture_output=True,
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._context = context

    def __enter__(self) -> str:
        threading.Thread(target=self._serve, daemon=True).start()
        return f"https://127.0.0.1:{self._listener.getsockname()[1]}/"

    def _serve(self) -> None:
        try:
            connection, _ = self._listener.accept()
            self._context.wrap_socket(connection, server_side=True)
        except OSError:
            return

    def __exit__(self, *_: object) -> None:
        self._listener.close()
