"""The benchmark, `make bench`: each figure beside the same work done by a bare aiogram echo bot, in the same run."""
