"""Which colour does what have on a terminal?"""

ERROR = "bold red"
WARNING = "yellow"
INFO = "cyan"
READY = "bold green"
DIM = "dim"
STRONG = "bold"
