"""The terminal, files of lines and feeds in files."""

from __future__ import annotations

import asyncio
import io
import json
from pathlib import Path
from xml.etree import ElementTree

from monitor.channels import feed, file
from monitor.edges.post import PostOptions, RealPost
from monitor.model.delivery import LineParcel
from tests.channels import messages
from tests.channels.messages import delivery
from tests.edges.posting import posted


async def test_the_console_gets_the_text_in_what_it_can_show() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    reply = await posted(LineParcel("-", "Kent’s grade\n"), PostOptions(console=stream))
    stream.seek(0)
    assert (reply.status, stream.read()) == (200, "Kent?s grade\n")


async def test_a_line_is_written_once_even_after_a_crash_in_the_middle_of_writing(tmp_path: Path) -> None:
    path = tmp_path / "new" / "alerts.jsonl"
    parcel = file.compose(delivery(), file.Options(path=str(path)))
    path.parent.mkdir()
    path.write_text(parcel.text[:60])
    for _ in range(2):
        assert (await posted(parcel)).status == 200
    torn, *whole = path.read_text().splitlines()
    assert torn == parcel.text[:60]
    assert [json.loads(line)["key"] for line in whole] == [delivery().key]


async def test_many_writers_of_one_file_never_mix_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "alerts.jsonl"
    parcels = [file.compose(delivery(key=f"{n:032}"), file.Options(path=str(path))) for n in range(20)]
    post = RealPost(PostOptions())
    await asyncio.gather(*(post.send(parcel) for parcel in parcels * 2))
    await post.close()
    assert sorted(json.loads(line)["key"] for line in path.read_text().splitlines()) == [f"{n:032}" for n in range(20)]


async def test_a_file_that_cannot_be_written_is_trouble_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    reply = await posted(LineParcel(str(tmp_path / "file" / "below"), "x\n"))
    assert (reply.failure, reply.unsure) == ("disk", False)


async def test_a_feed_lists_each_alert_once_newest_first_and_keeps_so_many(tmp_path: Path) -> None:
    options = feed.Options(path=str(tmp_path / "alerts"), keep=3, home_page="https://example.org")
    for n in (1, 2, 2, 3, 4):
        assert (await posted(feed.compose(delivery(messages.HOSTILE, key=f"{n:032}"), options))).status == 200
    listed = json.loads((tmp_path / "alerts.json").read_text())["items"]
    assert [int(item["id"]) for item in listed] == [4, 3, 2]
    atom = ElementTree.parse(tmp_path / "alerts.atom").getroot()
    assert len(atom.findall("{http://www.w3.org/2005/Atom}entry")) == 3


async def test_a_broken_feed_is_set_aside_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "alerts.json").write_text("{half")
    options = feed.Options(path=str(tmp_path / "alerts"))
    assert (await posted(feed.compose(delivery(), options))).status == 200
    assert (tmp_path / "alerts.json.broken").read_text() == "{half"
