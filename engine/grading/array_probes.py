"""What the checks of lesson 5 run beside the learner's code.

The probes only hand over what the learner's code gave, as it came: what is right is judged
elsewhere. Where a function gives None, so does the probe.
"""

# Numpy in the page never warns, as a browser does not tell it of overflow. There the array itself
# looks at each result: infinity from finite numbers is what numpy warns of elsewhere.
WARNINGS = """
def probe(Z):
    import warnings
    import numpy as np

    class Watched(np.ndarray):
        def __array_ufunc__(self, ufunc, method, *inputs, out=(), **options):
            plain = [np.asarray(each) for each in inputs]
            if out:
                options["out"] = tuple(each if each is None else np.asarray(each) for each in out)
            if "where" in options:
                options["where"] = np.asarray(options["where"])
            found = getattr(ufunc, method)(*plain, **options)
            if method == "__call__" and isinstance(found, (np.ndarray, np.floating)):
                over = np.isinf(found) & options.get("where", True)
                for each in plain:
                    over = over & np.isfinite(each)
                if np.any(over) and np.geterr()["over"] != "ignore":
                    warnings.warn(f"overflow encountered in {ufunc.__name__}", RuntimeWarning)
            if out and out[0] is not None:
                return out[0]
            return found.view(Watched) if isinstance(found, np.ndarray) else found

    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        np.exp(np.array([1000.0]))
        given = Z if seen else Z.view(Watched)
        seen.clear()
        if sigmoid(given) is None:
            return None
    return [str(each.message) for each in seen]
"""

INIT = """
def probe(d, h, k, *generators):
    found = []
    for rng in generators:
        found.append(init(d, h, k, rng))
        if found[-1] is None:
            return None
    return found
"""

TRAIN = """
def probe(X, T, h, epochs, lr, seeds):
    import numpy as np
    found = []
    for seed in seeds:
        found.append(train(X.copy(), T.copy(), h, epochs, lr, np.random.default_rng(seed)))
        if found[-1] is None:
            return None
    return found
"""

# Five times through the data with one generator, and once with its twin. Nobody waits for batches
# without an end.
BATCHES = """
def probe(count, size, rng, twin):
    from itertools import islice
    import numpy as np
    X = np.arange(2.0 * count).reshape(count, 2)
    T = np.arange(count).reshape(count, 1) * 10.0
    passes = []
    for each in [rng] * 5 + [twin]:
        found = minibatches(X, T, size, each)
        if found is None:
            return None
        passes.append(list(islice(found, count + 2)) if hasattr(found, "__iter__") else found)
    return [passes, X, T]
"""

PREDICT = """
def probe(sizes, n, *generators):
    import numpy as np
    X = np.linspace(-1, 1, n * sizes[0]).reshape(n, sizes[0])
    return [MLP(list(sizes), each).predict(X) for each in generators]
"""

STEP = """
def probe(targets, lr, rng):
    import numpy as np
    model = MLP([1, len(targets[0])], rng)
    places = np.array([[0.0], [1.0]])
    before = np.array(model.predict(places))
    said = model.train_step(np.array([[0.0], [1.0], [2.0]]), np.array(targets), lr)
    return [before, said, model.predict(places)]
"""

LEARNS = """
def probe(sizes, X, T, steps, lr, seeds):
    import numpy as np
    found = []
    for seed in seeds:
        model = MLP(list(sizes), np.random.default_rng(seed))
        for _ in range(steps):
            model.train_step(X, T, lr)
        found.append(model.predict(X))
    return found
"""

MOONS = """
def probe(seed):
    import numpy
    from types import FunctionType
    if not hasattr(model, "predict"):
        return {"no predict": type(model).__name__}
    if isinstance(model, type) and type(model.__dict__.get("predict")) is FunctionType:
        return {"class": model.__name__}
    from engine.nn.data_sets import moons
    X, _ = moons(400, 0.1, numpy.random.default_rng(seed))
    return model.predict(X)
"""
