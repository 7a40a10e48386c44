from builder.runtime.engine_parts import first_modules

SOURCES = {
    "engine/__init__.py": b"",
    "engine/kernel/__init__.py": b"",
    "engine/kernel/bridge.py": b"from engine.kernel import run\ndef f(): import engine.explain",
    "engine/kernel/run.py": b"if TYPE_CHECKING:\n    import engine.explain\nimport json",
    "engine/kernel/trace.py": b"import engine.explain",
    "engine/explain/__init__.py": b"",
    "engine/nn/__init__.py": b"",
    "engine/nn/neuron.py": b"from engine.nn.step import step",
    "engine/nn/step.py": b"",
    "engine/nn/mlp.py": b"from engine.nn import arrays",
    "engine/nn/arrays.py": b"import numpy as np",
}
STARTED = {"engine", "engine.kernel", "engine.kernel.bridge", "engine.kernel.run"}


def test_a_first_run_has_what_is_imported_at_the_start_and_what_learners_import():
    assert first_modules(SOURCES) == STARTED | {"engine.nn", "engine.nn.neuron", "engine.nn.step"}


def test_a_module_that_starts_to_need_numpy_comes_later():
    sources = {**SOURCES, "engine/nn/step.py": b"try:\n    import numpy\nexcept ImportError: pass"}
    assert first_modules(sources) == STARTED | {"engine.nn"}
