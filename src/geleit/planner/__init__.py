"""From a trip to a valid programme."""

import os

# The planner's matrices are small: a second BLAS thread costs more in waiting than it brings, above all beside others.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
