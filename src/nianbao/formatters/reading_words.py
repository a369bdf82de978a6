"""What does the reading of a document say, in both languages?"""

from nianbao.model.cell import State
from nianbao.model.text import Text

READERS = {
    "html": Text("网页", "page"),
    "text": Text("文本", "text"),
    "json": Text("规范 JSON", "canonical JSON"),
}
REBUILT = Text("表格的行列已乱，按标签还原", "tables without a grid, rebuilt by their labels")
ENCODINGS = {
    "mark": Text("文件开头有字节顺序标记", "told by the byte order mark"),
    "utf-8": Text("每个字节都符合 UTF-8", "every byte is sound UTF-8"),
    "zeros": Text("由零字节的位置判定", "told by where the zero bytes stand"),
    "declared": Text("按文件的声明", "as the document declares"),
    "fits": Text("不是 UTF-8，GB 18030 读得通", "it is not UTF-8, and GB 18030 fits"),
    "stray": Text("没有一种编码完全读得通，取最接近的", "no encoding fits, this one comes nearest"),
}
SOURCES = {
    "line": Text("出自正文", "from the text"),
    "head": Text("出自网页的 head", "from the head of the page"),
    "title": Text("出自标题", "from the title"),
    "period": Text("出自统计期限", "from the period"),
    "document": Text("出自文件", "from the document"),
    "option": Text("出自 --year", "from --year"),
    "year": Text("表格看不出版本，按年度", "by the year, for the tables do not tell"),
    "disclosure": Text("由表二的标签判定", "told by the labels of 表二"),
    "requests": Text("由表三的标签判定", "told by the labels of 表三"),
}
LEVELS = {
    "ministry": Text("部委", "ministry"),
    "province": Text("省级", "province"),
    "city": Text("市级", "city"),
    "county": Text("县级", "county"),
    "township": Text("乡级", "township"),
}
KINDS = {
    "government": Text("人民政府", "government"),
    "office": Text("政府办公厅（室）", "general office"),
    "department": Text("部门", "department"),
    "dispatched": Text("派出机关", "dispatched organ"),
    "other": Text("其他", "other"),
}
PROBLEMS = {
    "damaged": Text("有字符丢失", "characters are lost"),
    "impossible": Text("没有这一天", "there is no such day"),
}
MATCHES = {
    "exact": Text("与格式完全一致", "exactly as on the form"),
    "normalised": Text("只是写法不同", "only written otherwise"),
    "accepted": Text("是认可的其他写法", "in another accepted wording"),
    "similar": Text("与格式相近", "like the one on the form"),
    "other-edition": Text("是另一版格式的", "of the other edition"),
    "order": Text("没有标签，按顺序读", "without a label, told by order"),
    "key": Text("按 JSON 的键读", "told by the key in JSON"),
    "missing": Text("没有读到", "not met"),
    "unknown": Text("格式中没有", "none of the format"),
}
DIFFERENCES = {
    "spacing": Text("空格或换行", "spacing"),
    "width": Text("全角半角", "width of letters"),
    "letters": Text("繁体字", "Traditional characters"),
    "number": Text("编号", "number"),
    "punctuation": Text("标点", "punctuation"),
    "note": Text("附注", "note"),
}
DISPLACED = Text("位置与格式不同", "not where the form has it")
STATES = {
    State.UNIT: Text("带单位", "with a unit"),
    State.BLANK: Text("空白", "blank"),
    State.PLACEHOLDER: Text("以符号占位", "with a placeholder"),
    State.TEXT: Text("不是数字", "no number"),
    State.MISSING: Text("缺少", "not there"),
    State.UNREAD: Text("未读", "unread"),
}
PLAIN = Text("是数字", "plain numbers")
NORMALISED = Text("是经规整的数字", "numbers written otherwise")
BLANKS = {
    "zero": Text("空白在合计中按 0 计", "blanks count as 0 in sums"),
    "strict": Text("空白所在的合计不检查", "sums with blanks are not checked"),
}
CHANGES = {
    "break": Text("去掉换行", "line break dropped"),
    "space": Text("去掉空格", "spaces dropped"),
    "width": Text("全角转半角", "full-width digits made plain"),
    "grouping": Text("去掉分位逗号", "grouping commas dropped"),
    "sign": Text("按正负号读", "sign read"),
    "zeros": Text("去掉多余的零", "needless zeros dropped"),
    "unit": Text("去掉单位", "unit dropped"),
    "converted": Text("换算成本列的单位", "converted to the unit of the column"),
}
DROPPED = {
    "merged": Text("按格式合并的重复值", "repeated values that the form merges"),
    "label": Text("重复的标签", "repeated labels"),
    "blank": Text("多余的空白格", "surplus blanks"),
}
STRAYS = {
    "added": Text("格式中没有的行", "a row the form does not have"),
    "blank": Text("空行", "a row of blanks"),
    "again": Text("已有的行", "a row met before"),
    "words": Text("只有文字的行", "a row of words"),
}
IGNORED = {
    "layout": Text("排版用的表格", "tables for layout"),
    "tables": Text("其他表格", "other tables"),
    "columns": Text("格在格式中没有的列里", "cells in columns that the form does not have"),
    "before": Text("标题之前的行", "lines before the title"),
    "around": Text("标题之后、正文之前的行", "lines around the title"),
    "headings": Text("像标题而未采用的行（目录、链接、重复）", "lines like headings not taken"),
    "after": Text("最后一部分之后的行", "lines behind the last part"),
    "again": Text("报告第二次出现的行", "lines of the report where it comes again"),
    "pictures": Text("图片（不读其中的文字）", "pictures, whose words are not read"),
    "hidden": Text("脚本等不显示的内容", "scripts and other hidden parts"),
    "comments": Text("注释", "comments"),
    "merges": Text(
        "跨行跨列的设置（不采用，按标签和各格的先后读）",
        "row and column spans, unused: cells are told by label and order",
    ),
}
