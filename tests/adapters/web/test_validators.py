"""What is sent with a second question to the same address."""

import pytest

from clientbridge.adapters.web.validators import Validators


@pytest.mark.parametrize(
    ("kept", "sent"),
    [
        (Validators(), {}),
        (Validators(etag='"5"'), {"If-None-Match": '"5"'}),
        (
            Validators(etag='"5"', modified="Mon, 23 Nov 2026 07:00:00 GMT"),
            {"If-None-Match": '"5"', "If-Modified-Since": "Mon, 23 Nov 2026 07:00:00 GMT"},
        ),
    ],
)
def test_only_what_the_server_gave_is_sent_back(kept: Validators, sent: dict[str, str]) -> None:
    assert kept.headers == sent
