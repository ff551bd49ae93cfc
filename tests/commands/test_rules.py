"""`rules`: shown, set one by one, each change with a number; what makes no sense is refused in one line."""

import pytest

from tests.commands.conftest import Machine


def test_the_usual_rules_are_shown_and_one_is_set(staffed: Machine) -> None:
    usual = staffed.well("rules", "--json").json
    assert (usual["version"], usual["borders"], usual["fewest_marks"]) == (0, "4.5,3.5,2.5", "3,3,5,7")
    changed = staffed.well("rules", "--set", "borders=4.65, 3.65, 2.65", "--json").json
    assert (changed["version"], changed["borders"]) == (1, "4.65,3.65,2.65")
    weighed = staffed.well("rules", "--set", "weights=control:3,project:2", "--json").json
    assert (weighed["version"], weighed["borders"], weighed["weights"]) == (2, "4.65,3.65,2.65", "4:3,5:2")
    assert staffed.well("rules", "--set", "weights=control:3,project:2", "--json").json["version"] == 2
    assert "retake_counts_mean = no" in staffed.well("rules").out


@pytest.mark.parametrize(
    "said",
    [
        "borders",
        "colour=red",
        "borders=2.5,3.5,4.5",
        "borders=4,3",
        "weights=control:11",
        "weights=exam:2",
        "free_change_days=-1",
        "retake_counts_mean=maybe",
        "scales=Алхимия:credit",
        "term_kinds=7:week",
        "control_work_share=nan",
        "version=7",
    ],
)
def test_what_makes_no_sense_is_refused(staffed: Machine, said: str) -> None:
    refused = staffed.run("rules", "--set", said).refused()
    assert said.partition("=")[0] in refused or "NAME=VALUE" in refused
    assert staffed.well("rules", "--json").json["version"] == 0
