"""The text that lies in every export and says how to read it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from creditbank_desktop.models.open_export import TableNote

_HEAD = """# CreditBank export · 学分银行导出

Made {made_at} (UTC) by CreditBank {program}, tables of revision {revision}.
导出时间（UTC）：{made_at}；程序版本：{program}；表结构版本：{revision}。

**Everything here is in the clear and personal. Whoever has these files can read them.**
**本导出未加密且含个人信息，持有者均可阅读，请妥善保管。**

| file · 文件 | what it is · 内容 |
|---|---|
| `operations.jsonl` | every operation in the order in which it took effect · 全部操作，按生效顺序 |
| `tables/NAME.jsonl` | the tables as they stand, a row a line · 各数据表现状，每行一条 |
| `evidence/RECEIPT/NN-NAME` | the materials by receipt number, with their own names · 证明材料，按受理编号 |
| `papers/NUMBER.pdf` | every paper that was issued, its very bytes · 已签发的单据原件 |
| `manifest.json`, `SHA256SUMS` | every file with its size and SHA-256 · 全部文件的大小与校验和 |

`sha256sum -c SHA256SUMS` checks the files. 可用上述命令核对文件。

## JSON Lines

UTF-8, one JSON object a line, ended by a line feed. Credits and other decimal numbers are text, never
floating point. Moments are ISO 8601 in UTC, days ISO 8601, bytes base64. Ids are UUIDs. null says that there
is nothing.
每行一个 JSON 对象，UTF-8 编码；学分等小数为文本；时刻为 UTC 的 ISO 8601；二进制为 base64。

## operations.jsonl

| field | meaning |
|---|---|
| `order` | the place at which it took effect on this computer |
| `origin`, `feed_number` | `own` or `pulled`; its number in the server's feed, 0 for none |
| `header` | operation, office, device, person, moment `at`, office day `on`, learner |
| `type`, `version`, `body` | what was done |
| `personal` | what was sealed under the learner's key, opened; null where it was destroyed |
| `stored`, `sha256` | the stored bytes and their SHA-256 |

The stored bytes are canonical JSON (RFC 8785). The person's Ed25519 `signature` in them covers the same bytes
with an empty signature; the public keys are in `tables/person_key.jsonl`.

Left out are keys only: the device's private keys and the learners' keys. 仅私钥不在导出之列。
"""


def readme(made_at: datetime, program: str, revision: str, tables: Iterable[TableNote]) -> str:
    """Return the text of README.md for the ``tables``."""
    parts = [_HEAD.format(made_at=f"{made_at:%Y-%m-%d %H:%M}", program=program, revision=revision)]
    for table in tables:
        parts.append(f"\n## tables/{table.name}.jsonl\n\n{table.meaning}\n\n| field | value |\n|---|---|\n")
        parts += [
            f"| `{column.name}` | {column.kind}{' or null' if column.nullable else ''} |\n"
            for column in table.columns
        ]
    return "".join(parts)
