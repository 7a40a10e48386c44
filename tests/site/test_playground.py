"""The parts of the playground that know nothing of the page."""

import json

import pytest

from tests.site.conftest import Evaluate

FOLDER = "widgets/playground"
PROGRESS = '{ word: "", frame: { epoch: epoch += Math.min(n, PER_SLICE) } }'


def simulate(per_slice: int, rate: int, play: str) -> str:
    """Return code that lets a trainer run in a made-up world of 60 draws a second."""
    return f"""await (async () => {{
      let [epoch, time, draws] = [0, 0, 0]; const asked = []; const said = [];
      const world = {{
        ask: async (n) => {{ asked.push(n); epoch += Math.min(n, {per_slice});
          return {{ word: "", frame: {{ epoch }} }}; }},
        nextDraw: async () => {{ time += 1 / 60; draws += 1; if (draws === 60) trainer.pause(); }},
        now: () => time, onProgress: (p) => said.push(p.frame.epoch), onStopped: () => 0,
        onChange: (isPlaying) => said.push(isPlaying),
      }};
      const trainer = new m.Trainer(world, {rate});
      {play}
      return {{ epoch, asked, said, draws }};
    }})()"""


@pytest.mark.parametrize(("rate", "least", "most"), [(1, 1, 2), (10, 10, 11), (30, 30, 31)])
def test_it_trains_so_many_epochs_a_second(
    evaluate: Evaluate, rate: int, least: int, most: int
) -> None:
    seen = evaluate(f"{FOLDER}/trainer", simulate(100, rate, "await trainer.play();"))
    assert least <= seen["epoch"] <= most
    assert set(seen["asked"]) == {1}
    assert seen["said"][0] is True
    assert seen["said"][-1] is False


def test_a_slow_machine_is_not_asked_to_make_up_for_lost_time(evaluate: Evaluate) -> None:
    seen = evaluate(f"{FOLDER}/trainer", simulate(1, 100_000, "await trainer.play();"))
    assert seen["epoch"] == len(seen["asked"]) == 60
    assert max(seen["asked"]) <= 10_000


def test_a_step_is_one_epoch_however_many_slices_it_takes(evaluate: Evaluate) -> None:
    code = simulate(100, 30, "await trainer.step(); await trainer.step();")
    assert evaluate(f"{FOLDER}/trainer", code)["said"] == [1, 2]
    slow = code.replace("epoch += Math.min(n, 100);", "calls += 1; epoch = Math.floor(calls / 3);")
    slow = slow.replace("let [epoch", "let calls = 0; let [epoch")
    slow = slow.replace("frame: { epoch }", "frame: calls % 3 ? null : { epoch }")
    slow = slow.replace("said.push(p.frame.epoch)", "said.push(p.frame?.epoch ?? 0)")
    assert evaluate(f"{FOLDER}/trainer", slow)["said"] == [0, 0, 1, 0, 0, 2]


def test_what_comes_late_from_another_experiment_is_dropped(evaluate: Evaluate) -> None:
    play = "const going = trainer.step(); trainer.reset(); await going;"
    assert evaluate(f"{FOLDER}/trainer", simulate(100, 30, play))["said"] == []


def test_a_word_from_python_ends_the_play(evaluate: Evaluate) -> None:
    code = simulate(100, 30, "await trainer.play();").replace('word: ""', 'word: "no number"')
    assert evaluate(f"{FOLDER}/trainer", code)["said"] == [True, False, 1]


def frame(epoch: int, train: float | None = 0.25, test: float | None = 0.5) -> dict[str, object]:
    parts = {"trainAccuracy": 0.5, "testAccuracy": None if test is None else 0.75}
    return {"epoch": epoch, "trainLoss": train, "testLoss": test, **parts}


def test_the_recording_keeps_the_first_and_the_last_epoch(evaluate: Evaluate) -> None:
    code = """(() => { const r = new m.Recording();
      for (let epoch = 0; epoch <= 5000; epoch += 1)
        r.add({ epoch, trainLoss: 1 / (epoch + 1), testLoss: null });
      const epochs = r.frames.map((frame) => frame.epoch);
      return [epochs[0], epochs.at(-1), epochs.length, r.losses.length,
        epochs.every((epoch, index) => index === 0 || epoch > epochs[index - 1])]; })()"""
    first, last, frames, losses, is_sorted = evaluate(f"{FOLDER}/recording", code)
    assert (first, last, is_sorted) == (0, 5000, True)
    assert 100 <= frames <= 300
    assert 250 <= losses <= 500


def test_an_epoch_that_is_seen_twice_is_kept_once(evaluate: Evaluate) -> None:
    code = f"""(() => {{ const r = new m.Recording();
      r.add({json.dumps(frame(1, 0.5))}); r.add({json.dumps(frame(1, 0.25))});
      return r.losses; }})()"""
    assert evaluate(f"{FOLDER}/recording", code) == [{"epoch": 1, "train": 0.25, "test": 0.5}]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (frame(12), "Two moons, epoch 12. Loss 0.2500 on the training points, right for 50 %. "
                    "Loss 0.5000 on the test points, right for 75 %."),
        (frame(3, None, None), "Two moons, epoch 3. Loss no number on the training points, "
                               "right for 50 %. There are no test points."),
    ],
)  # fmt: skip
def test_the_sentence_tells_where_the_experiment_is(
    evaluate: Evaluate, given: dict[str, object], words: str
) -> None:
    assert evaluate(f"{FOLDER}/model", f"m.summary(m.START, {json.dumps(given)})") == words


def test_an_address_gives_back_its_experiment(evaluate: Evaluate) -> None:
    code = """(() => { const settings = { ...m.START, data: "own", depth: 3, lr: 0.125, seed: 7,
        activation: "relu", points: [[0.5, -1.25, 1], [0, 2, 0]] };
      const points = m.writePoints(settings.points);
      const back = m.readSettings(m.writeSettings(settings), points, m.START);
      return [settings, back]; })()"""
    settings, back = evaluate(f"{FOLDER}/model", code)
    assert settings == back


@pytest.mark.parametrize(
    "text",
    ["", "moons", "cows,magic,x,,1e999,NaN, ,-", "own,own,,,,,,", "moons,tanh,0.1,1,6,0.5,10"],
)
def test_what_is_damaged_in_an_address_stays_as_at_the_start(evaluate: Evaluate, text: str) -> None:
    back = evaluate(
        f"{FOLDER}/model", f'm.readSettings("{text}", "1:2_x:1:0_9:9:1_1:1:2", m.START)'
    )
    start = evaluate(f"{FOLDER}/model", "m.START")
    assert back == {**start, "data": "own" if text.startswith("own") else start["data"]}


def test_the_line_lies_half_way_between_0_and_1(evaluate: Evaluate) -> None:
    outputs = "Uint8Array.from([0, 255, 255, 0, 255, 255, 0, 255, 255])"
    pieces = evaluate(f"{FOLDER}/contour", f"m.contour({outputs}, 3)")
    assert pieces == [[0.5, 0, 0.5, 1], [0.5, 1, 0.5, 2]]
    assert evaluate(f"{FOLDER}/contour", "m.contour(new Uint8Array(9), 3)") == []
