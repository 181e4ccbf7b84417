"""From a feed to an alert, through real HTTP, SMTP and SQL, by the real command."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
from contextlib import suppress
from pathlib import Path

from tests.journeys.scene import Scene, ended, page, rss, scene, until
from tests.local_web import LocalSite, Reply

DAY = "Tue, 24 Jan 2017 10:00:00 GMT"
TITLE = "Worcestershire children's services judged inadequate"
SUMMARY = "Ofsted finds failures in a county's care for children."
NEWS = page(
    TITLE,
    "Worcestershire's services for children have been rated inadequate by Ofsted in a report published this morning.",
    "Inspectors were with the county council from 24 October to 17 November last year.",
    "The council has apologised and promises more social workers.",
)
COPY = page(
    "Watchdog: county failed children",
    "Ofsted has judged Worcestershire County Council's children's services inadequate, in a report out today.",
    "A commissioner will be appointed, the government says.",
)
SCHOOL = page("Primary rated inadequate", "Hilltop Primary School in Worcestershire was rated inadequate by Ofsted.")


def listed(site: LocalSite, **more: tuple[str, str, str]) -> bytes:
    items = {"/news/1": (TITLE, SUMMARY, DAY)} | {f"/news/{name}": item for name, item in more.items()}
    return rss(site.url(""), items)


def publish(made: Scene, **more: tuple[str, str, str]) -> None:
    made.site.routes |= {
        "/rss.xml": listed(made.site, **more),
        "/news/1": NEWS,
        "/news/copy": COPY,
        "/news/school": SCHOOL,
    }


def letters(made: Scene) -> list[str]:
    return [str(letter.message["Subject"]) for letter in made.mail.letters]


async def test_one_new_judgement_makes_one_alert_down_every_channel(tmp_path: Path) -> None:
    async with scene(tmp_path, {}) as made:
        publish(made, school=("Primary rated inadequate by Ofsted", "A school in Worcestershire.", DAY))
        said = await made.once()
    (alert,) = said["alerts"]
    assert (alert["authority"], alert["grade"], alert["level"]) == ("Worcestershire", "inadequate", "critical")
    assert (alert["inspection_from"], alert["inspection_to"]) == ("2016-10-24", "2016-11-17")
    assert alert["ons_code"] == "E10000034"
    assert alert["event_key"] == "worcestershire/sif/2016-10-24/overall"
    assert alert["quote"]
    assert sorted(path for path, _ in made.hooks) == ["/hook", "/slack"]
    assert len(letters(made)) == 1
    assert "Worcestershire" in letters(made)[0]
    assert "inadequate" in letters(made)[0]
    links = [link["url"] for _, body in made.hooks for link in body.get("message", {}).get("links", ())]
    assert sum(url.startswith("https://monitor.example.org/answer/") for url in links) == 2


async def test_a_second_sweep_and_a_second_outlet_add_nothing(tmp_path: Path) -> None:
    async with scene(tmp_path, {}) as made:
        publish(made)
        await made.once()
        again = await made.once()
        publish(made, copy=("Watchdog: county failed children", "Ofsted on Worcestershire's children's services.", DAY))
        made.now = "2017-01-24T15:00:00Z"
        third = await made.once()
    assert (again["entries_new"], again["alerts"]) == (0, [])
    assert (third["entries_new"], third["articles"], third["alerts"]) == (1, 1, [])
    assert len(letters(made)) == 1
    assert len(made.hooks) == 2


async def test_a_walled_page_is_read_by_its_summary_and_the_alert_says_so(tmp_path: Path) -> None:
    wall = page("Before you continue", "We use cookies. Accept all or reject all to continue to the site.")
    async with scene(tmp_path, {}) as made:
        publish(made)
        told = "Ofsted has judged Worcestershire's children's services inadequate in a report published today."
        made.site.routes |= {"/news/1": wall, "/rss.xml": rss(made.site.url(""), {"/news/1": (TITLE, told, DAY)})}
        said = await made.once()
    assert len(said["alerts"]) == 1
    body = made.mail.letters[0].message.get_body(("plain",))
    assert body is not None
    assert "summary" in body.get_content().casefold()


async def test_a_page_behind_a_passing_wall_is_named_and_read_when_the_wall_is_gone(tmp_path: Path) -> None:
    wall = page("Before you continue", "We use cookies. Accept all or reject all to continue to the site.")
    async with scene(tmp_path, {}) as made:
        publish(made)
        vague = (
            "Council leader says sorry to families",
            "Inspectors have published a report on children's services.",
            DAY,
        )
        made.site.routes |= {"/news/1": wall, "/rss.xml": rss(made.site.url(""), {"/news/1": vague})}
        barred = await made.once()
        made.site.routes["/news/1"] = NEWS
        made.now = "2017-01-24T13:00:00Z"
        read = await made.once()
    assert barred["alerts"] == []
    assert [problem["kind"] for problem in barred["problems"]] == ["consent-wall"]
    assert len(read["alerts"]) == 1
    assert "The Post" in made.mail.letters[0].raw.decode()


async def test_an_alert_that_does_not_arrive_is_a_problem_of_the_round_until_it_does(tmp_path: Path) -> None:
    async with scene(tmp_path, {"/slack": Reply(b"invalid_payload", 400), "/hook": Reply(b"busy", 503)}) as made:
        publish(made)
        first = await made.once()
        second = await made.once()
    for said in (first, second):
        told = {(problem["source"], problem["kind"]) for problem in said["problems"]}
        assert told == {("newsroom", "delivery-refused"), ("desk", "delivery-deferred")}


async def test_a_rule_for_another_grade_is_told_as_a_notice(tmp_path: Path) -> None:
    rule = (
        '[[rules]]\nname = "Better"\nauthorities = "all"\ngrades = ["requires improvement", "good"]\n'
        'areas = "overall"\nnotify = ["duty"]\n'
    )
    told = (
        "Walsall Council's children's services require improvement to be good, Ofsted says in a report published today."
    )
    async with scene(tmp_path, {}, rule) as made:
        made.site.routes["/rss.xml"] = rss(made.site.url(""), {"/news/2": ("Ofsted reports on Walsall", told, DAY)})
        made.site.routes["/news/2"] = page("Ofsted reports on Walsall's children's services", told)
        said = await made.once()
        made.now = "2017-01-24T15:00:00Z"
        again = await made.once()
    (alert,) = said["alerts"]
    assert (alert["authority"], alert["grade"], alert["level"]) == ("Walsall", "requires improvement", "notice")
    assert again["alerts"] == []
    assert len(made.mail.letters) == 1


async def test_killed_at_any_moment_it_loses_nothing_and_sends_nothing_twice(tmp_path: Path) -> None:
    async with scene(tmp_path, {}) as made:
        publish(made)
        for pause in (0.2, 0.6, 1.0, 1.4):
            service = await made.serve()
            await asyncio.sleep(pause)
            await ended(service, signal.SIGKILL)
        service = await made.serve()
        await until(lambda: len(made.mail.letters) >= 1 and len({path for path, _ in made.hooks}) == 2)
        await asyncio.sleep(1.5)
        assert await ended(service, signal.SIGTERM) == 0
    assert len({letter.message["Message-ID"] for letter in made.mail.letters}) == 1
    assert len({key for key in made.keys if key}) == 1


async def test_a_feed_that_hangs_holds_up_no_other(tmp_path: Path) -> None:
    async with scene(tmp_path, {"/hang.xml": Reply(b"", wait=300)}) as made:
        (made.folder / "sources" / "slow.toml").write_text(
            f'name = "Slow"\nkind = "press"\n[[feeds]]\nurl = "{made.site.url("/hang.xml")}"\nevery = "1s"\n'
        )
        made.site.routes["/rss.xml"] = rss(made.site.url(""), {})
        service = await made.serve()
        await until(lambda: "/hang.xml" in made.site.paths() and made.site.paths().count("/rss.xml") >= 2)
        asked = made.site.paths().count("/hang.xml")
        publish(made)
        await until(lambda: made.mail.letters)
        assert made.site.paths().count("/hang.xml") == asked == 1
        await ended(service, signal.SIGTERM, within=20)


async def test_sigterm_stops_it_cleanly_within_ten_seconds(tmp_path: Path) -> None:
    async with scene(tmp_path, {}) as made:
        publish(made)
        service = await made.serve()
        await until(lambda: made.mail.letters)
        assert await ended(service, signal.SIGTERM, within=20) == 0


async def test_systemd_hears_that_it_is_ready_lives_and_stops(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(30)
        async with scene(tmp_path, {}) as made:
            publish(made)
            made.more = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "1000000"}
            service = await made.serve()
            heard = [await asyncio.to_thread(systemd.recv, 100) for _ in range(3)]
            assert await ended(service, signal.SIGTERM, within=20) == 0
        systemd.settimeout(0)
        with suppress(BlockingIOError):
            while True:
                heard.append(systemd.recv(100))
    assert b"READY=1" in heard and b"WATCHDOG=1" in heard and heard[-1] == b"STOPPING=1"


async def test_a_second_service_on_one_database_is_refused_with_a_clear_message(tmp_path: Path) -> None:
    async with scene(tmp_path, {}) as made:
        publish(made)
        first = await made.serve()
        await until(lambda: made.mail.letters)
        second = await made.serve()
        _, err = await asyncio.wait_for(second.communicate(), 60)
        await ended(first, signal.SIGTERM)
    assert second.returncode == 1
    assert b"already served by monitor run" in err


async def test_an_edited_watch_list_is_taken_up_and_a_broken_one_keeps_the_old(tmp_path: Path) -> None:
    async with scene(tmp_path, {}) as made:
        service = await made.serve()
        await until(lambda: made.site.requests)
        good = (made.folder / "watchlist.toml").read_text()
        (made.folder / "watchlist.toml").write_text(good.replace('notify = ["newsroom"', 'notify = ["nobody"'))
        await asyncio.sleep(3)
        publish(made)
        await until(lambda: made.mail.letters)
        (made.folder / "sources" / "more.toml").write_text(
            f'name = "More"\nkind = "press"\n[[feeds]]\nurl = "{made.site.url("/more.xml")}"\nevery = "1s"\n'
        )
        (made.folder / "watchlist.toml").write_text(good)
        await until(lambda: "/more.xml" in made.site.paths())
        service.send_signal(signal.SIGTERM)
        _, err = await asyncio.wait_for(service.communicate(), 10)
    assert b"nobody" in err
    assert service.returncode == 0


async def test_the_trail_of_what_was_told_is_json_alone_on_standard_output(tmp_path: Path) -> None:
    async with scene(tmp_path, {}) as made:
        publish(made)
        out = await made.command("once", "--json", "--config", str(made.folder), expect=(1,))
    said = json.loads(out)
    assert set(said) >= {"feeds", "entries_new", "articles", "alerts", "problems"}
    assert said["feeds"] == 1
