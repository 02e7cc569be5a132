"""When the process began."""

import subprocess
import sys
import time

from geleit.cli.process_start import process_start_s


def test_start_lies_before_the_import() -> None:
    script = (
        "import time; time.sleep(0.3)\n"
        "from geleit.cli.process_start import process_start_s\n"
        "print(time.monotonic() - process_start_s())"
    )
    before = time.monotonic()

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert 0.3 < float(done.stdout) < time.monotonic() - before + 0.02


def test_start_lies_in_the_past() -> None:
    assert process_start_s() < time.monotonic()
