"""Which colour does what have on a terminal?"""

from nianbao.rule import Severity

ERROR = "bold red"
WARNING = "yellow"
INFO = "cyan"
READY = "bold green"
DIM = "dim"
STRONG = "bold"
SEVERITIES = {Severity.ERROR: ERROR, Severity.WARNING: WARNING, Severity.INFO: INFO}
