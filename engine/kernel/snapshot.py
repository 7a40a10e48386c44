"""A start from a snapshot: Python's memory is kept once, and each start begins with that memory.

What has to differ from start to start, or from machine to machine, is made anew.
"""

import gc
import random
import sys
import time
from types import ModuleType

EPOCH = 0
# In seconds.
YEAR = (365 * 24 + 6) * 3600


def settle() -> None:
    """Bring Python into the state that is kept: the same one for every build."""
    random.seed(EPOCH)
    forget_start()
    gc.collect()


def awaken() -> None:
    """Make anew, after a start from a snapshot, what is not the same each time."""
    random.seed()
    note_zone(time)
    note_start(time.time_ns())


def note_zone(module: ModuleType) -> None:
    """Tell a module what `time` says of the zone: it was read on the machine of the builder.

    As `time` itself does when it is first imported (`init_timezone` in CPython's timemodule.c).
    """
    new_year = int(time.time()) // YEAR * YEAR
    winter, summer = time.localtime(new_year), time.localtime(new_year + YEAR // 2)
    if winter.tm_gmtoff > summer.tm_gmtoff:
        winter, summer = summer, winter
    vars(module).update(
        timezone=-winter.tm_gmtoff,
        altzone=-summer.tm_gmtoff,
        daylight=int(winter.tm_gmtoff != summer.tm_gmtoff),
        tzname=(winter.tm_zone, summer.tm_zone),
    )


def forget_start() -> None:
    """Forget when and from where Python was started."""
    note_start(EPOCH)
    # Each start puts it there.
    if sys.path[:1] == [""]:
        del sys.path[0]


def note_start(moment: int) -> None:
    """Tell `logging`, where it is loaded, when the program began: nanoseconds since 1970."""
    logging = sys.modules.get("logging")
    if logging is not None:
        vars(logging)["_startTime"] = moment
