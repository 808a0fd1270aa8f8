"""`python -m bench`: every benchmark, as tables."""

from __future__ import annotations

from bench.detection.run import main

if __name__ == "__main__":
    main()
