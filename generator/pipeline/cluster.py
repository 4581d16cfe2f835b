"""The address of a Dask scheduler in, an executor whose work its workers do out: the same results in the same order.

Dask is the optional extra ``distributed``. Its workers need this same version of Chronofact and none of the project's
files: an article is sent to them, and what was read comes back. Work of a worker that is lost is done by another.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from ..errors import ChronofactError, problem

_PATIENCE = 10.0  # seconds for the scheduler to answer
_AGAIN = 5  # times that what a lost worker had is given to another


class Cluster(Executor):
    """A running Dask cluster."""

    def __init__(self, address: str) -> None:
        """Raises ChronofactError where Dask is not installed or no scheduler answers."""
        try:
            dask: Any = importlib.import_module("distributed")
        except ImportError as error:
            raise ChronofactError(problem("scheduler-extra", value=address)) from error
        try:
            self._client = dask.Client(address, timeout=_PATIENCE)
        except (OSError, ValueError, TimeoutError) as error:
            why = str(error) or type(error).__name__
            raise ChronofactError(problem("scheduler-silent", value=address, why=why)) from error
        self._executor: Any = self._client.get_executor(pure=False, retries=_AGAIN)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Have ``fn`` called by a worker."""
        done: Future[Any] = self._executor.submit(fn, *args, **kwargs)
        return done

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002 - the interface
        """Leave the cluster, which goes on."""
        self._executor.shutdown(wait=wait)
        self._client.close()
