"""Texts that try to become script in a lesson's page, each on one line."""

SCRIPTS = (
    "<script>hacked()</script>",
    "<SCRIPT src=//evil.example/x.js></SCRIPT>",
    "</script><script>hacked()</script>",
    "</code></pre><script>hacked()</script>",
    "</title></summary></details></noscript><script>hacked()</script>",
    "<!--><script>hacked()</script>-->",
    "--><script>hacked()</script><!--",
    "<![CDATA[<script>hacked()</script>]]>",
    "<?xml <script>hacked()</script> ?>",
    "&lt;script&gt;hacked()&lt;/script&gt; &#60;script&#62;",
    "`<script>hacked()</script>` ``</code><script>``",
    r"\<script\>hacked()\</script\>",
)
HANDLERS = (
    "<img src=x onerror=hacked()>",
    "<svg/onload=hacked()><svg onload=hacked()//",
    "<details open ontoggle=hacked()>",
    "<input autofocus onfocus=hacked()>",
    '"><img src=x onerror=hacked()>',
    '" onmouseover="hacked()" x="',
    "' onmouseover='hacked()' x='",
    '{: onclick="hacked()" .x #y }',
    '[x](https://a.example "\\" onclick=hacked() x=\\"")',
    '[x](https://a.example/"onclick="hacked())',
    '![x" onerror="hacked()](img/a.svg)',
    '<https://a.example/"onmouseover="hacked()>',
    '<a@b.example"onclick="hacked()>',
)
ADDRESSES = (
    "[x](javascript:hacked())",
    "[x](JaVaScRiPt:hacked())",
    "[x](<javascript:hacked()>)",
    "[x](java&#x0A;script&colon;hacked())",
    "[x](&#106;avascript:hacked())",
    "[x](data:text/html,<script>hacked()</script>)",
    "[x](vbscript:hacked) ![x](javascript:hacked())",
    "[x]: javascript:hacked()",
    "[a][x] [x]",
    "<javascript:hacked()>",
    "<a href=javascript:hacked()>x</a>",
    "[![x](img/a.svg)](javascript:hacked())",
    "[x](//evil.example) [y](\\javascript:hacked())",
)
ELEMENTS = (
    "<iframe srcdoc='<script>hacked()</script>'></iframe>",
    "<base href=//evil.example/><link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:hacked()'>",
    "<form action=javascript:hacked()><button formaction=javascript:hacked()>x</button></form>",
    "<style>*{background:url(//evil.example)}</style>",
    "<math><mi xlink:href='javascript:hacked()'>x</mi></math>",
    "<object data=javascript:hacked()></object><embed src=javascript:hacked()>",
    "<p style='background:url(//evil.example)'>",
)
ODDITIES = (
    *("{{ 7 * 7 }}", "{% raw %}", "{# x #}", "</details>", "<details><summary>x</summary>", "-->"),
    *("\x02wzxhzdk:0\x03", "\x02klzzwxh:0000\x03", "wzxhzdk:0", "\u2028", "\u202e", "\ufeff", "&"),
    *("```", "~~~", "- [x] x", "---", "# x", "|", "***", "__x", "](", "![", "<", ">", "\\", "é😀"),
)
HOSTILE_TEXTS = (*SCRIPTS, *HANDLERS, *ADDRESSES, *ELEMENTS, *ODDITIES)
