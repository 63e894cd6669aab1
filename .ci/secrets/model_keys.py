"""Keys of the chat models that the product speaks to, which detect-secrets does not know."""

import re

from detect_secrets.plugins.base import RegexBasedDetector


class ModelKeyDetector(RegexBasedDetector):
    secret_type = "Key of a chat model"
    denylist = [re.compile(r"\bsk-(?:proj-|ant-[a-z0-9]+-|svcacct-)?[A-Za-z0-9_-]{20,}")]
