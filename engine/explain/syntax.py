"""Explain a syntax error: every family's rules in order, the first that fits wins."""

from engine.explain import syntax_assignments as assignments
from engine.explain import syntax_blocks as blocks
from engine.explain import syntax_brackets as brackets
from engine.explain import syntax_characters as characters
from engine.explain import syntax_conditions as conditions
from engine.explain import syntax_indents as indents
from engine.explain import syntax_loops as loops
from engine.explain import syntax_operators as operators
from engine.explain import syntax_placement as placement
from engine.explain import syntax_quotes as quotes
from engine.explain import syntax_values as values
from engine.explain import syntax_words as words
from engine.explain.explanation import Finding
from engine.explain.installing import awaited_install, install_command
from engine.explain.syntax_scene import Rule, SyntaxScene

RULES: tuple[Rule, ...] = (
    install_command,
    awaited_install,
    characters.pasted_prompt,
    characters.smart_quotes,
    characters.hidden_space,
    characters.strange_sign,
    characters.web_entity,
    quotes.triple_quote,
    quotes.unicode_escape,
    indents.mixed_tabs,
    characters.foreign_comment,
    quotes.apostrophe,
    quotes.quotes_inside,
    quotes.mismatched_quotes,
    quotes.missing_opening_quote,
    quotes.missing_closing_quote,
    quotes.nested_fstring_quotes,
    quotes.fstring_braces,
    blocks.else_if,
    blocks.question_mark,
    characters.backslash,
    words.capital_keyword,
    words.foreign_definition,
    placement.lambda_line,
    operators.foreign_operator,
    operators.not_sign,
    assignments.walrus,
    blocks.then_word,
    loops.line_in_comprehension,
    loops.foreach,
    loops.value_as_name,
    loops.for_without_in,
    conditions.half_comparison,
    conditions.not_behind_in,
    conditions.filter_before_for,
    operators.increment,
    operators.not_words,
    brackets.print_without_brackets,
    brackets.raise_without_brackets,
    assignments.condition_assignment,
    values.dictionary,
    values.empty_index,
    assignments.backwards_assignment,
    placement.outside,
    placement.parameters,
    placement.arguments,
    placement.global_after_use,
    words.misspelt_keyword,
    words.keyword_as_name,
    placement.import_line,
    placement.with_as,
    words.digit_first,
    words.spaced_name,
    values.leading_zeros,
    values.broken_number,
    blocks.empty_condition,
    blocks.comma_condition,
    loops.bare_comprehension,
    blocks.else_with_condition,
    brackets.mismatched,
    brackets.square_call,
    indents.missing_indent,
    indents.uneven_dedent,
    indents.unexpected_indent,
    blocks.missing_colon,
    words.missing_def,
    blocks.try_without_except,
    blocks.except_comma,
    blocks.lonely_else,
    values.semicolon_inside,
    brackets.unclosed,
    blocks.inline_if,
    placement.two_statements,
    quotes.two_texts,
    words.words_without_quotes,
    values.missing_comma,
    values.number_and_unit,
    values.comma_space,
    values.unparenthesized_tuple,
    brackets.open_at_end,
    operators.lonely_star,
    brackets.stray_end,
    operators.caller_equals,
    operators.dangling,
    characters.misplaced_hash,
    values.missing_operator,
    operators.wrong_dot,
    placement.delete_call,
    characters.meaningless_sign,
    characters.emoji,
)


# No beginner writes a longer statement; the rules would take long over it.
MOST_TOKENS = 3_000


def find_syntax(source: str, error: SyntaxError) -> tuple[Finding, SyntaxScene]:
    """Return what is wrong with the source, and the scene it was found in."""
    scene = SyntaxScene(source, error)
    for rule in RULES if len(scene.statement) <= MOST_TOKENS else ():
        finding = attempt(rule, scene)
        if finding is not None:
            return finding, scene
    return _unknown(scene), scene


def attempt(rule: Rule, scene: SyntaxScene) -> Finding | None:
    """Return what the rule finds; a rule that fails on a strange program finds nothing."""
    try:
        return rule(scene)
    except Exception:
        return None


def _unknown(scene: SyntaxScene) -> Finding:
    line = scene.text.strip()
    near = ""
    if scene.index is not None and scene.tokens[scene.index].line == scene.line:
        near = f" It stopped at `{scene.tokens[scene.index].text[:40]}`."
    shown = f" `{line}`" if 0 < len(line) <= 60 else ""
    return Finding(
        f"Python cannot read line {scene.line}:{shown}.{near}",
        "Compare the line, and the one above it, with one that works: look for a missing "
        "bracket, quote, comma or colon.",
    )
