"""Goal 4: scoring all pairs beside writing one byte a pair, and beside a loop in C over the same tables and masks."""

import ctypes
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from benchmarks import people
from benchmarks.measuring import measure
from matching.suggesting.scoring import Pool, Scoring
from matching.suggesting.values import Weights

LOOP = """
#include <stdint.h>
void score(int rows, int columns, int factors, uint16_t **tables, int64_t **table_rows, int lists, uint64_t **asked,
           uint64_t **offered, uint16_t *weights, uint16_t *same, int conditions, uint8_t **holds, int64_t **hold_rows, uint8_t *out) {
    for (int i = 0; i < rows; i++) for (int j = 0; j < columns; j++) {
        int total = same[i], possible = 1;
        for (int k = 0; k < conditions && possible; k++) possible = holds[k][hold_rows[k][i] * columns + j];
        if (possible) {
            for (int k = 0; k < factors; k++) total += tables[k][table_rows[k][i] * columns + j];
            for (int k = 0; k < lists; k++) total += weights[k] * __builtin_popcountll(asked[k][i] & offered[k][j]);
        }
        out[(int64_t)i * columns + j] = !possible ? 0 : total > 127 ? 127 : total;
    }
}
"""


def pointers(arrays):
    return (ctypes.c_void_p * len(arrays))(*[one.ctypes.data for one in arrays])


def in_c(scoring: Scoring) -> tuple[float, np.ndarray]:
    """The same tables and masks, cell by cell, compiled with all that the compiler can do."""
    with tempfile.TemporaryDirectory() as folder:
        source, library = Path(folder) / "loop.c", Path(folder) / "loop.so"
        source.write_text(LOOP)
        subprocess.run(["cc", "-O3", "-march=native", "-shared", "-fPIC", source, "-o", library], check=True)
        loop = ctypes.CDLL(str(library)).score
    whole = np.ascontiguousarray
    tables = [whole(table, np.uint16) for _rows, table in scoring.tables]
    table_rows = [whole(rows, np.int64) for rows, _table in scoring.tables]
    asked = [whole(mask, np.uint64) for _weight, mask, _offered in scoring.masks]
    offered = [whole(mask, np.uint64) for _weight, _asked, mask in scoring.masks]
    weights = np.array([weight for weight, _asked, _offered in scoring.masks], np.uint16)
    holds = [whole(table) for _rows, table in scoring.gates]
    hold_rows = [whole(rows, np.int64) for rows, _table in scoring.gates]
    out = np.empty(scoring.shape, np.uint8)
    arguments = (*scoring.shape, len(tables), pointers(tables), pointers(table_rows), len(asked), pointers(asked))
    numbers = (ctypes.c_void_p(one.ctypes.data) for one in (weights, scoring.same))
    more = (pointers(offered), *numbers, len(holds), pointers(holds), pointers(hold_rows))
    seconds, _nothing = measure(lambda: loop(*arguments, *more, ctypes.c_void_p(out.ctypes.data)))
    return seconds, out


def main(size: int) -> None:
    wishes, candidates = people.wishes(size), people.candidates(size)
    scoring = Scoring(wishes, Pool(candidates), Weights())
    fresh = measure(lambda: np.full((size, size), 1, np.uint8))[0]  # the pages of the matrix are got as well
    byte = min(measure(lambda: np.full((size, size), 1, np.uint8))[0] for _number in range(3))
    seconds = min(measure(scoring.all)[0] for _number in range(3))
    loop, cells = in_c(scoring)
    same = bool((cells == scoring.all()).all())
    sys.stdout.write(
        f"scoring {size:,} × {size:,}: {seconds:.3f} s = {seconds / byte:.1f} × writing a byte a pair ({byte:.3f} s;"
        f" in memory not yet used {fresh:.3f} s)"
        f" = {seconds / loop:.2f} × a loop in C ({loop:.3f} s, the same: {same})\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
