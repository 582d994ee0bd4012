"""What keeps this computer and the server apart, worded by code."""

from __future__ import annotations

from collections.abc import Mapping

from creditbank_desktop.ui.i18n import mark

FAULTS_SYNC: Mapping[str, str] = {
    "sync.away": mark(
        "The server cannot be reached. Everything stays saved here; go on working and sync later."
    ),
    "sync.server_error": mark(
        "The server answered with an error ({status}). Nothing is lost; try again in a while."
    ),
    "sync.nonsense": mark(
        "The answer did not come from the credit bank's server, perhaps from a log-in page of the network. "
        "Check network and address."
    ),
    "sync.not_our_server": mark(
        "Another server answers at this address. Nothing was sent to it. Tell the administrator."
    ),
    "sync.settings": mark(
        "The network settings of this computer cannot be used: {reason}. Mend the proxy or certificate "
        "settings and try again."
    ),
    "sync.refused": mark("The server did not take the batch: {reason}. Tell the administrator."),
}
