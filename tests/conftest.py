"""What every test may use: the folder of reference data, where this machine has it."""

from __future__ import annotations

from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
REFERENCE = REPOSITORY.parent / "shared"


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def reference() -> Path:
    """Reference data that is measured with and not shipped; its tests are skipped where it is absent."""
    if not REFERENCE.is_dir():
        pytest.skip("no reference data beside the repository")
    return REFERENCE
