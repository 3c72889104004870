"""Which HTML elements make a line, which a paragraph, and which say nothing."""

VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
})  # fmt: skip
RAW = frozenset({"script", "style", "title", "textarea", "xmp"})  # their content is never markup
SILENT = frozenset({"script", "style", "title", "template"})
PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "dl"})
BLOCKS = PARAGRAPHS | {
    "div", "li", "tr", "blockquote", "pre", "section", "article", "header", "footer", "center",
    "address",
    "dt", "dd", "hr", "form", "fieldset", "body", "html", "main", "nav", "figure", "figcaption", "caption",
}  # fmt: skip
