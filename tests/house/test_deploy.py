"""deploy/ as far as it can be tried without an engine: the unit, the image's recipe, compose, Kubernetes, the locks."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.house.sources import ROOT

DEPLOY = ROOT / "deploy"
UNIT = DEPLOY / "inspection-monitor.service"
systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")


@systemd
def test_systemd_finds_no_fault_in_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name
    unit.write_text(UNIT.read_text().replace("/opt/inspection-monitor/bin/monitor", "/bin/true"))
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@systemd
def test_the_unit_is_hardened_as_systemd_counts_it() -> None:
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(UNIT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    level = re.search(r"exposure level for \S+ (\d+\.\d)", done.stdout)
    if level is None:
        pytest.skip("this systemd-analyze cannot judge a unit that is not loaded")
    assert float(level[1]) <= 2.0


def test_the_unit_says_when_it_is_ready_and_is_watched() -> None:
    lines = UNIT.read_text().splitlines()
    for wanted in ("Type=notify", "DynamicUser=yes", "ProtectSystem=strict", "NoNewPrivileges=yes", "Restart=always"):
        assert wanted in lines
    assert any(line.startswith("WatchdogSec=") for line in lines)


def test_the_image_is_slim_runs_as_nobody_special_and_is_watched() -> None:
    recipe = (DEPLOY / "Dockerfile").read_text()
    stages = re.findall(r"^FROM (\S+)", recipe, re.MULTILINE)
    assert len(stages) == 2 and all("slim" in stage for stage in stages)
    users = re.findall(r"^USER (\d+):(\d+)$", recipe, re.MULTILINE)
    assert users and all(int(number) > 0 for number in users[-1])
    assert "HEALTHCHECK" in recipe and "/healthz" in recipe and "--require-hashes" in recipe


def test_what_the_image_copies_is_let_through_and_exists() -> None:
    let_through = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (DEPLOY / "Dockerfile").read_text(), re.MULTILINE)
    for name in (name for line in copied for name in line.split()):
        assert name in let_through and (ROOT / name).exists()


def compose(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((DEPLOY / name).read_text())["services"]
    return loaded


def test_compose_serves_one_monitor_on_postgresql_with_nothing_to_spare() -> None:
    services = compose("compose.yaml")
    monitor = services["monitor"]
    assert monitor["read_only"] and monitor["cap_drop"] == ["ALL"]
    assert monitor["depends_on"]["database"]["condition"] == "service_healthy"
    assert all(port.startswith("127.0.0.1:") for port in monitor["ports"])
    assert "ports" not in services["database"]


def test_compose_scales_workers_beside_it() -> None:
    services = compose("compose.workers.yaml")
    assert services["monitor"]["environment"]["MONITOR_ENGINE"] == "cluster"
    worker = services["worker"]
    assert worker["command"] == ["worker"] and worker["deploy"]["replicas"] > 1 and worker["cap_drop"] == ["ALL"]


def test_every_variable_of_compose_is_in_the_example() -> None:
    example = (DEPLOY / ".env.example").read_text()
    text = (DEPLOY / "compose.yaml").read_text() + (DEPLOY / "compose.workers.yaml").read_text()
    assert {name for name in re.findall(r"\$\{(\w+)", text) if name not in example} == set()


def manifests() -> list[dict[str, Any]]:
    return list(yaml.safe_load_all((DEPLOY / "kubernetes" / "monitor.yaml").read_text()))


def test_kubernetes_runs_one_service_and_many_workers() -> None:
    deployments = {one["metadata"]["name"]: one["spec"] for one in manifests() if one["kind"] == "Deployment"}
    assert deployments["monitor"]["replicas"] == 1 and deployments["monitor"]["strategy"]["type"] == "Recreate"
    assert deployments["worker"]["replicas"] > 1
    for spec in deployments.values():
        assert spec["selector"]["matchLabels"].items() <= spec["template"]["metadata"]["labels"].items()


def test_every_pod_is_confined_and_mounts_what_it_declares() -> None:
    for spec in (one["spec"]["template"]["spec"] for one in manifests() if one["kind"] == "Deployment"):
        assert spec["securityContext"]["runAsNonRoot"] and not spec["automountServiceAccountToken"]
        declared = {volume["name"] for volume in spec["volumes"]}
        for container in (*spec["initContainers"], *spec["containers"]):
            assert container["securityContext"]["readOnlyRootFilesystem"]
            assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
            assert "memory" in container["resources"]["limits"]
            assert {mount["name"] for mount in container["volumeMounts"]} <= declared


def pins(path: Path) -> set[str]:
    return set(re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", path.read_text(), re.MULTILINE))


def test_the_image_installs_the_versions_that_are_tested() -> None:
    run = pins(DEPLOY / "requirements.lock")
    assert run and run <= pins(ROOT / "requirements.lock"), "make deploy/requirements.lock anew (see its first lines)"


def test_ci_s_script_is_whole_and_may_be_run() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o100
    done = subprocess.run(["bash", "-n", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "make check" in script.read_text() and "make test" in script.read_text()
