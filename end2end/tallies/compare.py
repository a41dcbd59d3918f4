"""Compares what `trama tally` counts with public implementations, on random elections.

Each kind of election is made from a seed, small enough that ties and voters who run out of money
are frequent. All elections of a kind are given to one process, which prints one result a line.
Exit 1 if any differs, with the election's file; 2 if nothing could be compared.

What is compared, and where the public rule is another one:

- equal shares with the sum divided evenly, and with shares raised one unit at a time
  (`voter_budget_increment=1`): what is bought, in its order. Both break ties by name.
- then completed by votes: `greedy_utilitarian_welfare` with cost satisfaction, which is the order
  of votes. It goes on to fund what nobody chose; trama never does, so that is left out.
- greedy alone, likewise.
- Schulze, strength = winning votes: who beats whom, who is unbeaten, and the places that follow
  (those that nobody left beats, again and again). Options left out of a ballot come last.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from pabutools.election import (
    ApprovalBallot,
    ApprovalProfile,
    Cardinality_Sat,
    Cost_Sat,
    Instance,
    Project,
    parse_pabulib,
)
from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares
from pref_voting.margin_based_methods import beat_path, beat_path_defeat
from pref_voting.profiles_with_ties import ProfileWithTies

RANKED = {".soc", ".soi", ".toc", ".toi"}


def counted(files):
    """The results of files, in their order."""
    command = os.environ["TALLY"].split() + [str(file) for file in files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    if len(lines) != len(files):
        sys.exit(f"{len(files)} files, {len(lines)} results: {done.stderr[:2000]}")
    return [json.loads(line)["result"] for line in lines]


# Budgets


def budget(dice):
    """An election: sum, costs by id, ballots."""
    ids = dice.sample([str(number) for number in range(1, 40)], dice.randint(2, 12))
    dear = dice.choice([3, 20, 200])
    costs = {name: dice.randint(1, dear) for name in ids}
    if dice.random() < 0.05:
        costs[ids[0]] = 0
    sum_of_all = sum(costs.values())
    money = max(1, round(sum_of_all * dice.uniform(0.15, 0.9)))
    eager = dice.uniform(0.1, 0.7)
    ballots = [
        [name for name in ids if dice.random() < eager] for _ in range(dice.randint(1, 40))
    ]
    return money, costs, ballots


def write_pabulib(path, election):
    money, costs, ballots = election
    lines = ["META", "key;value", "description;random", f"num_projects;{len(costs)}"]
    lines += [f"num_votes;{len(ballots)}", f"budget;{money}", "vote_type;approval", "rule;none"]
    lines += ["PROJECTS", "project_id;cost;name"]
    lines += [f'{name};{cost};"Project; {name}"' for name, cost in costs.items()]
    lines += ["VOTES", "voter_id;vote"]
    lines += [f"{number};{','.join(ballot)}" for number, ballot in enumerate(ballots)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_trama(path, election):
    money, costs, ballots = election
    path.write_text(
        json.dumps(
            {
                "format": "trama-ballots/1",
                "title": "random",
                "rules": {"method": "bilancio", "budget": money, "utilities": "numero"},
                "tie_rule": "identificativo",
                "options": [
                    {"id": name, "title": name, "cost": cost} for name, cost in costs.items()
                ],
                "ballots": len(ballots),
                "rows": [
                    {"id": f"r{number}", "options": ballot} for number, ballot in enumerate(ballots)
                ],
            }
        ),
        encoding="utf-8",
    )


def of_pabutools(election):
    money, costs, ballots = election
    projects = {name: Project(name, cost) for name, cost in costs.items()}
    instance = Instance(projects.values(), budget_limit=money)
    ballots = [ApprovalBallot({projects[name] for name in ballot}) for ballot in ballots]
    return instance, ApprovalProfile(ballots, instance=instance)


def expected_budget(instance, profile, satisfaction, raised=True):
    chosen = {project for ballot in profile for project in ballot}

    def names(projects):
        return [project.name for project in projects if project in chosen]

    def shares(**more):
        # A new list each time: the rule adds what is free to the one it is given.
        return method_of_equal_shares(
            instance, profile, sat_class=satisfaction, initial_budget_allocation=[], **more
        )

    greedy = greedy_utilitarian_welfare(instance, profile, sat_class=Cost_Sat)
    expected = {"before": names(shares()), "greedy": sorted(names(greedy))}
    if raised:
        last = shares(voter_budget_increment=1)
        done = greedy_utilitarian_welfare(
            instance, profile, sat_class=Cost_Sat, initial_budget_allocation=last
        )
        expected |= {"raised": names(last), "outcome": sorted(names(done))}
    return expected


def found_budget(result, free):
    budget = result["budget"]
    shares = budget["equal_shares"]
    last = shares["raised"] or shares["before"]

    def bought(funded):
        return sorted(set(funded) & free) + [name for name in funded if name not in free]

    return {
        "before": bought(shares["before"]["funded"]),
        "greedy": sorted(budget["greedy"]["funded"]),
        "raised": bought(last["funded"]),
        "outcome": sorted(shares["outcome"]["funded"]),
        "ties": bool(last["ties"] or shares["before"]["ties"] or budget["greedy"]["ties"]),
        "rose": shares["raised"] is not None,
        "by_votes": bool(shares["by_votes"]),
    }


def in_order(expected, free):
    """What is free comes first, in whatever order."""
    for round_ in {"before", "raised"} & expected.keys():
        names = expected[round_]
        expected[round_] = sorted(set(names) & free) + [n for n in names if n not in free]
    return expected


# Rankings


def ranking(dice):
    """An election: how many options, how equal they may be, ballots with their number."""
    options = dice.randint(2, 8)
    kind = dice.choice(["soc", "soi", "toc", "toi"])
    ballots = []
    for _ in range(dice.randint(1, 25)):
        order = dice.sample(range(1, options + 1), options)
        if kind[2] == "i":
            order = order[: dice.randint(1, options)]
        places = []
        for option in order:
            if places and kind[0] == "t" and dice.random() < 0.4:
                places[-1].append(option)
            else:
                places.append([option])
        ballots.append((dice.randint(1, 4), places))
    return kind, options, ballots


def write_preflib(path, election):
    kind, options, ballots = election
    lines = [f"# FILE NAME: {path.name}", "# TITLE: random", f"# DATA TYPE: {kind}"]
    lines += [f"# NUMBER ALTERNATIVES: {options}", f"# NUMBER VOTERS: {sum(n for n, _ in ballots)}"]
    lines += [f"# ALTERNATIVE NAME {option}: Option {option}" for option in range(1, options + 1)]
    for count, places in ballots:
        written = [
            str(place[0]) if len(place) == 1 else "{" + ", ".join(map(str, place)) + "}"
            for place in places
        ]
        lines.append(f"{count}: {', '.join(written)}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_preflib(path):
    from preflibtools.instances import OrdinalInstance

    instance = OrdinalInstance(str(path))
    ballots = [(instance.multiplicity[o], [list(place) for place in o]) for o in instance.orders]
    return path.suffix[1:], instance.num_alternatives, ballots


def expected_ranking(election):
    _, options, ballots = election
    ranks = [
        {option - 1: at for at, place in enumerate(places, 1) for option in place}
        for _, places in ballots
    ]
    profile = ProfileWithTies(
        ranks, rcounts=[count for count, _ in ballots], candidates=list(range(options))
    )
    profile.use_extended_strict_preference()
    defeat = beat_path_defeat(profile, strength_function=profile.support)
    beats = {(str(a + 1), str(b + 1)) for a, b in defeat.edges}
    winners = [str(c + 1) for c in beat_path(profile, strength_function=profile.support)]
    places, left = [], [str(option) for option in range(1, options + 1)]
    while left:
        first = [a for a in left if not any((b, a) in beats for b in left)]
        places.append(first)
        left = [a for a in left if a not in first]
    return {"beats": beats, "winners": winners, "ranking": places}


def found_ranking(result):
    ranking = result["ranking"]
    names, paths = ranking["options"], ranking["strongest_paths"]
    beats = {
        (a, b)
        for i, a in enumerate(names)
        for j, b in enumerate(names)
        if paths[i][j] > paths[j][i]
    }
    return {
        "beats": beats,
        "winners": ranking["winners"],
        "ranking": ranking["ranking"],
        "ties": bool(ranking["ties"]),
        "cycle": len(ranking["winners"]) > 1 or not condorcet(ranking),
    }


def condorcet(ranking):
    size, table = len(ranking["options"]), ranking["pairwise"]
    return any(
        all(table[a][b] > table[b][a] for b in range(size) if b != a) for a in range(size)
    )


# Comparing


def compare(name, cases, figures):
    """Compares pairs of what is expected and found; tells how many, and how many were special."""
    wrong = 0
    special = {figure: 0 for figure in figures}
    for path, expected, found in cases:
        for figure in figures:
            special[figure] += found[figure]
        for key, value in expected.items():
            if found[key] != value:
                wrong += 1
                print(f"{path}: {key}\n  expected {value}\n  found    {found[key]}")
    told = ", ".join(f"{count} with {figure.replace('_', ' ')}" for figure, count in special.items())
    print(f"{name}: {len(cases)} elections, {wrong} differences ({told})")
    return wrong, len(cases)


def random_elections(folder, count, seed):
    kinds = [
        ("equal shares and greedy, gain = cost (.pb)", budget, write_pabulib, ".pb", Cost_Sat),
        ("equal shares, gain = number (trama-ballots/1)", budget, write_trama, ".json", Cardinality_Sat),
    ]
    for number, (name, make, write, ending, satisfaction) in enumerate(kinds):
        dice = random.Random(f"{seed}-{number}")
        elections = [make(dice) for _ in range(count)]
        files = [folder / f"budget-{number}-{n}{ending}" for n in range(count)]
        for file, election in zip(files, elections):
            write(file, election)
        cases = []
        for file, election, result in zip(files, elections, counted(files)):
            free = {option for option, cost in election[1].items() if cost == 0}
            expected = in_order(expected_budget(*of_pabutools(election), satisfaction), free)
            cases.append((file, expected, found_budget(result, free)))
        yield compare(name, cases, ["ties", "rose", "by_votes"])
    dice = random.Random(f"{seed}-rankings")
    elections = [ranking(dice) for _ in range(count)]
    files = [folder / f"ranking-{n}.{election[0]}" for n, election in enumerate(elections)]
    for file, election in zip(files, elections):
        write_preflib(file, election)
    results = zip(files, elections, counted(files))
    cases = [(f, expected_ranking(e), found_ranking(result)) for f, e, result in results]
    yield compare("Schulze (PrefLib)", cases, ["ties", "cycle"])


def elections_of(folder):
    """Real elections; shares are raised only where that takes the public rule few steps."""
    files = sorted(f for f in folder.iterdir() if f.suffix in RANKED | {".pb"})
    budgets = [file for file in files if file.suffix == ".pb"]
    cases = []
    for file, result in zip(budgets, counted(budgets)):
        instance, profile = parse_pabulib(str(file))
        if not isinstance(profile, ApprovalProfile):
            # The rule that trama documents: what is named, and given more than nought points.
            chosen = [
                ApprovalBallot({p for p in ballot if not isinstance(ballot, dict) or ballot[p] > 0})
                for ballot in profile
            ]
            profile = ApprovalProfile(chosen, instance=instance)
        shares = result["budget"]["equal_shares"]
        last = shares["raised"] or shares["before"]
        steps = float(last["endowment"]) - float(shares["before"]["endowment"])
        size = sum(len(ballot) for ballot in profile)
        free = {project.name for project in instance if project.cost == 0}
        raised = (steps + 1) * size < 3_000_000
        expected = expected_budget(instance, profile, Cost_Sat, raised)
        found = found_budget(result, free)
        cases.append((file, in_order(expected, free), found | {"shares_raised_too": raised}))
    yield compare("Pabulib", cases, ["ties", "by_votes", "shares_raised_too"])
    rankings = [file for file in files if file.suffix in RANKED]
    results = zip(rankings, counted(rankings)) if rankings else []
    cases = [(f, expected_ranking(read_preflib(f)), found_ranking(result)) for f, result in results]
    yield compare("PrefLib", cases, ["ties", "cycle"])


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--count", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--files", type=Path)
    asked = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if asked.files:
            done = list(elections_of(asked.files))
        else:
            done = list(random_elections(Path(folder), asked.count, asked.seed))
        wrong, compared = (sum(numbers) for numbers in zip(*done))
        if wrong:
            # What differs is kept to be looked at.
            kept = Path(tempfile.mkdtemp(prefix="trama-tallies-"))
            for file in Path(folder).iterdir():
                file.rename(kept / file.name)
            print(f"the elections are in {kept}")
    if not compared:
        sys.exit(2)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
