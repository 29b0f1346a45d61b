"""What every test may use: the folder of reference data, where this machine has it; and how hypothesis draws."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).resolve().parent.parent
REFERENCE = REPOSITORY.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--explore", action="store_true", help="new random examples instead of the same in every run")
    parser.addoption(
        "--exhaustive",
        action="store_true",
        help="sweeps of everything, texts of a million characters, a kill at two hundred moments",
    )


def pytest_configure(config: pytest.Config) -> None:
    settings.register_profile("gujtext", deadline=None, derandomize=not config.getoption("--explore"))
    settings.load_profile("gujtext")


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def exhaustive(request: pytest.FixtureRequest) -> bool:
    """Whether the sweeps take everything and the slow texts a million characters, or a part of it."""
    return bool(request.config.getoption("--exhaustive"))


@pytest.fixture(scope="session")
def reference() -> Path:
    """Reference data that is measured with and not shipped; its tests are skipped where it is absent."""
    if not REFERENCE.is_dir():
        pytest.skip("no reference data beside the repository")
    return REFERENCE
