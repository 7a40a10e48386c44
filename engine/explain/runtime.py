"""Explain an error at run time: every family's rules in order, the first that fits wins."""

from engine.explain import (
    array_values,
    arrays,
    attributes,
    calls,
    conversions,
    endless,
    formats,
    indexes,
    kinds,
    modules,
    names,
    operands,
    raised,
    single_numbers,
    unpacking,
)
from engine.explain.explanation import Finding
from engine.explain.scene import Rule, Scene

RULES: tuple[Rule, ...] = (
    endless.recursion,
    endless.stopped,
    raised.failed_assert,
    raised.on_purpose,
    raised.ended,
    raised.no_memory,
    raised.no_next,
    raised.syntax_elsewhere,
    names.unbound,
    names.unknown_name,
    modules.missing_module,
    modules.missing_name,
    modules.missing_file,
    modules.no_input,
    arrays.matmul,
    arrays.broadcast,
    array_values.truth_value,
    array_values.casting,
    arrays.axis,
    arrays.reshape,
    array_values.size_arguments,
    array_values.ragged,
    array_values.array_index,
    arrays.joined,
    arrays.boolean_index,
    array_values.wrong_types,
    array_values.no_inverse,
    array_values.sizes,
    attributes.missing_attribute,
    operands.wrong_operands,
    operands.unary,
    calls.not_callable,
    kinds.raised_text,
    calls.no_length,
    calls.wrong_arguments,
    kinds.not_iterable,
    kinds.not_container,
    kinds.not_subscriptable,
    kinds.item_assignment,
    kinds.wrong_index,
    single_numbers.not_an_integer,
    kinds.unhashable,
    single_numbers.needs_number,
    kinds.joined_numbers,
    calls.builtin_arguments,
    formats.wrong_format,
    indexes.out_of_range,
    indexes.missing_key,
    indexes.empty_sequence,
    conversions.not_a_number,
    unpacking.unpacking,
    conversions.zero_division,
    conversions.too_large,
    conversions.not_in_list,
    conversions.step_of_range,
)


def find_runtime(scene: Scene) -> Finding:
    """Return what went wrong while the program ran."""
    for rule in RULES:
        finding = attempt(rule, scene)
        if finding is not None:
            return finding
    return attempt(raised.unknown, scene) or Finding(
        "Python stopped here with an error.",
        "Print the values that this line uses, just before it.",
    )


def attempt(rule: Rule, scene: Scene) -> Finding | None:
    """Return what the rule finds; a rule that fails on a strange value finds nothing."""
    try:
        return rule(scene)
    except Exception:
        return None
