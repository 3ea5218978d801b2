"""What the generators of the packages share: writing tests whose answers come from the jury's own solution."""
import subprocess
import sys
from pathlib import Path


def write(generator, sample, secret, solution, digits=2):
    """Writes data/sample and data/secret anew.

    generator: __file__ of the package's gen.py; sample, secret: lists of inputs, or of (group, inputs) for subtasks;
    solution: path below submissions/, or a function from an input to its answer.
    """
    root = Path(generator).resolve().parent.parent
    answer = solution if callable(solution) else by_program(root / "submissions" / solution)
    folder(answer, root / "data" / "sample", sample, 1)
    groups = secret if secret and isinstance(secret[0], tuple) else [("", secret)]
    for group, inputs in groups:
        folder(answer, root / "data" / "secret" / group, inputs, digits)


def by_program(program):
    def answer(text):
        return subprocess.run([sys.executable, program], input=text, capture_output=True, text=True, check=True).stdout

    return answer


def folder(answer, where, inputs, digits):
    where.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(inputs, 1):
        stem = where / str(number).zfill(digits)
        stem.with_suffix(".in").write_bytes(text.encode())
        stem.with_suffix(".ans").write_bytes(answer(text).encode())
