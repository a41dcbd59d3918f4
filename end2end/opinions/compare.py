#!/usr/bin/env python3
"""Compares opinion groups with other people's mathematics.

    python3 -m venv V && V/bin/pip install numpy scikit-learn red-dwarf
    OPINIONS='target/release/trama opinions {file} --json' V/bin/python end2end/opinions/compare.py [N]

N random conversations (noise, planted groups; dense, sparse) are written as CSV, given to the
command in OPINIONS, and what it answers is held against

- numpy's singular values: components, projection, explained shares;
- scikit-learn: silhouettes of each number of groups, and k-means with fifty random starts, which
  must not find anything better;
- red-dwarf, a second implementation of Polis' measures: shares, tests and consensus of every
  statement in every group.

Exit 1 if anything differs, 2 if nothing could be compared.
"""
import csv
import json
import os
import shlex
import subprocess
import sys
import tempfile

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, silhouette_score

try:
    import pandas as pd
    from reddwarf.utils.stats import calculate_comment_statistics
except ImportError:
    calculate_comment_statistics = None

COMMAND = os.environ.get("OPINIONS", "target/release/trama opinions {file} --json")


def conversation(rng):
    people = int(rng.choice([32, 60, 150, 400]))
    statements = int(rng.choice([8, 20, 50, 120]))
    camps = int(rng.choice([1, 2, 3, 4]))
    seen = rng.choice([1.0, 0.7, 0.4])
    noise = rng.choice([0.1, 0.4, 0.8])
    camp = rng.integers(camps, size=people)
    asked = rng.choice([-1, 0, 1], p=[0.45, 0.1, 0.45], size=(camps, statements))
    votes = asked[camp].astype(float)
    free = rng.random(votes.shape) < noise
    votes[free] = rng.choice([-1, 0, 1], size=int(free.sum()))
    votes[rng.random(votes.shape) >= seen] = np.nan
    # Rows and columns in any order: nothing may depend on it.
    return votes, rng.permutation(people), rng.permutation(statements), camp


def written(path, votes, rows, columns):
    with open(path, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["participant", *columns])
        for row in rows:
            cells = votes[row][columns]
            out.writerow([row, *("" if np.isnan(v) else int(v) for v in cells)])


class Differs(Exception):
    """Something is not as others compute it."""


def near(what, ours, theirs, tolerance):
    ours, theirs = np.asarray(ours, float), np.asarray(theirs, float)
    if ours.shape != theirs.shape or not np.allclose(ours, theirs, rtol=tolerance, atol=tolerance):
        raise Differs(f"{what}: {np.ravel(ours)[:4]} is not {np.ravel(theirs)[:4]}")


def compared(found, votes):
    seen = ~np.isnan(votes)
    needed = min(7, votes.shape[1])
    inside = np.where(seen.sum(1) >= max(1, needed))[0]
    near("people who are in", found["n"], len(inside), 0)
    if len(inside) < 30:
        if found["k"] or found["reason"] != "too_few_people":
            raise Differs("groups of too few people")
        return None
    votes, seen = votes[inside], seen[inside]
    mean = np.where(seen, votes, 0).sum(0) / np.maximum(1, seen.sum(0))
    centred = np.where(seen, votes - mean, 0)
    _, values, directions = np.linalg.svd(centred, full_matrices=False)
    near("explained", found["explained"], (values**2 / (values**2).sum())[:2], 1e-6)
    points = centred @ directions[:2].T * np.sqrt(votes.shape[1] / seen.sum(1))[:, None]
    if found["reason"] == "no_division":
        return None
    place = {p["participant"]: p for p in found["points"]}
    ours = np.array([[place[str(i)]["x"], place[str(i)]["y"]] for i in inside])
    # The sign is free, and directions are only as sure as their values are apart.
    gaps = [(values[0] - values[1]) / values[0], (values[1] - values[2]) / values[0]]
    for axis, gap in enumerate([gaps[0], min(gaps)]):
        turn = np.sign(ours[:, axis] @ points[:, axis])
        if gap > 1e-3:
            near(f"places along component {axis + 1}", ours[:, axis] * turn, points[:, axis], 1e-4)
    groups = np.array([place[str(i)]["group"] for i in inside])
    tried = {t["k"]: t["silhouette"] for t in found["tried"]}
    near("numbers tried", max(tried), min(5, 2 + len(inside) // 12), 0)
    better = []
    for k, silhouette in tried.items():
        other = KMeans(k, n_init=50, random_state=0).fit(ours)
        theirs = silhouette_score(ours, other.labels_)
        sizes = np.bincount(other.labels_)
        better.append((theirs, k, sizes.min(), other))
        if k == found["k"] and np.isclose(silhouette, found["silhouette"]) and min(np.bincount(groups)) >= 5:
            inertia = sum(((ours[groups == g] - ours[groups == g].mean(0)) ** 2).sum() for g in range(k))
            dissolved = adjusted_rand_score(groups, other.labels_) < 1 and sizes.min() < 5
            if not dissolved:
                near(f"silhouette of {k}", silhouette, silhouette_score(ours, groups), 1e-9)
                if inertia > other.inertia_ * (1 + 1e-6):
                    raise Differs(f"k-means of {k}: {inertia} is more than {other.inertia_}")
    if calculate_comment_statistics is None:
        return groups, inside
    frame = pd.DataFrame(votes)
    N, Nv, P, R, Pt, Rt, C = calculate_comment_statistics(frame, list(groups))
    by_name = {s["id"]: s for s in found["statements"]}
    for statement in range(votes.shape[1]):
        ours = by_name[str(statement)]
        near("agreements", [g["agree"] for g in ours["groups"]], Nv[0, :, statement], 0)
        near("disagreements", [g["disagree"] for g in ours["groups"]], Nv[1, :, statement], 0)
        near("consensus", [ours["consensus_agree"], ours["consensus_disagree"]], C[:, statement], 1e-9)
    for group in found["groups"]:
        for said in group["representative"]:
            at = (int(said["side"] == "disagree"), group["id"], int(said["statement"]))
            near("share", said["share"], P[at], 1e-9)
            near("ratio", said["ratio"], R[at], 1e-9)
            near("test of most", said["most_test"], Pt[at], 1e-9)
            near("test of more", said["more_test"], Rt[at], 1e-9)
    return groups, inside


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    differ = drawn = weak = agreed = 0
    for seed in range(count):
        rng = np.random.default_rng(seed)
        votes, rows, columns, camp = conversation(rng)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "votes.csv")
            written(path, votes, rows, columns)
            command = [part.replace("{file}", path) for part in shlex.split(COMMAND)]
            ran = subprocess.run(command, capture_output=True, text=True, check=False)
        if ran.returncode:
            print(f"{COMMAND}: {ran.stderr.strip()}", file=sys.stderr)
            return 2
        try:
            answer = compared(json.loads(ran.stdout), votes)
        except Differs as error:
            differ += 1
            print(f"seed {seed}, {votes.shape}: {error}")
            continue
        if answer:
            drawn += 1
            weak += json.loads(ran.stdout)["weak"]
            agreed += adjusted_rand_score(camp[answer[1]], answer[0]) > 0.9
    measures = "with" if calculate_comment_statistics else "without"
    print(f"{count} conversations, {drawn} with groups ({weak} weak, {agreed} as planted), "
          f"{measures} red-dwarf: {differ} differ")
    return 1 if differ else 0 if drawn else 2


if __name__ == "__main__":
    sys.exit(main())
