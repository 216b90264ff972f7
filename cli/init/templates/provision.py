#!/usr/bin/env python3
"""Makes people for chatproof: reads one request from standard input, prints the answer (chatproof help people)."""

import json
import sys


def make_person(key):
    """Makes one account and gives what your server knows about it. {{dialect}} needs: {{needs}}."""
    sys.exit("{{file}}: make_person is yours to write")
    # return {{person}}


def make_room(first, second):
    """Gives the id of a new room of these two people."""
    sys.exit("{{file}}: make_room is yours to write")


def make_group(members, admins):
    """Gives the key of a new group of these people."""
    sys.exit("{{file}}: make_group is yours to write")


def main():
    request = json.load(sys.stdin)
    people = {f"p{n}": make_person(f"p{n}") for n in range(1, request["people"] + 1)}
    rooms = [
        {"id": make_room(*(people[key] for key in pair)), "members": pair} for pair in request["rooms"]
    ]
    groups = [
        {**group, "key": make_group(*([people[key] for key in group[who]] for who in ("members", "admins")))}
        for group in request["groups"]
    ]
    answer = {
        "people": [{"key": key, **person} for key, person in people.items()],
        "rooms": rooms,
        "groups": groups,
    }
    json.dump(answer, sys.stdout)


main()
