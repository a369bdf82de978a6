"""What does ``nianbao audit`` take?"""

from nianbao.cli.option import Option, option
from nianbao.cli.options import BLANK, LANGUAGE, READING, RULES
from nianbao.model.text import Text

AUDIT = (
    Option(
        ("paths",),
        Text(
            "文件夹、压缩包（zip、tar）、清单（CSV、XLSX）或文件；merge 和各份的文件夹：合并",
            "folders, archives (zip, tar), manifests (CSV, XLSX) or files; merge and the folders "
            "of parts: put them together",
        ),
        {"nargs": "+"},
        Text("路径", "PATH"),
    ),
    option(
        "--out",
        zh="输出文件夹；再次运行时只检查有改动的文件",
        en="the folder of the outputs; another run checks what has changed alone",
        required=True,
        metavar="FOLDER",
    ),
    option(
        "--roster",
        zh="机关名单（CSV、XLSX、YAML）：谁须报告、别名、上下级",
        en="the roster of organs (CSV, XLSX, YAML): who must report, aliases, who is above whom",
        metavar="FILE",
    ),
    option(
        "--as-of",
        zh="审核基准日：期限在此之前的报告应已公开，默认今天",
        en="the day by which reports that were due must be there, default today",
        metavar="DATE",
    ),
    option(
        "--jobs",
        zh="并行的进程数，默认 %(default)s",
        en="how many processes, default %(default)s",
        type=int,
        default=1,
        metavar="COUNT",
    ),
    option(
        "--time-limit",
        zh="一份文件最多读多少秒，默认 %(default)g，0 为不限",
        en="the most seconds that a document may take, default %(default)g, 0: no limit",
        type=float,
        default=60.0,
        metavar="SECONDS",
    ),
    option(
        "--executor",
        zh="由谁检查：dask 为 Dask 集群；默认本机进程",
        en="who checks: dask, a Dask cluster; default: processes here",
        choices=("dask",),
    ),
    option(
        "--scheduler",
        zh="Dask 调度器的地址，如 tcp://10.0.0.5:8786",
        en="the address of the Dask scheduler, such as tcp://10.0.0.5:8786",
        metavar="ADDRESS",
    ),
    option(
        "--shard",
        zh="只检查第几份（如 3/64），供多台机器分担；以后用 audit merge 合并",
        en="take one part alone (3/64), for several machines; audit merge puts them together",
        metavar="N/TOTAL",
    ),
    BLANK,
    *RULES,
    *READING,
    LANGUAGE,
)
