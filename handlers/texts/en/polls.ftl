# Polls and gatherings: how they are made, how they are answered, what their sender sees.

refused-options-too-few = At least { $least } options are needed, each on its own line. So far: { $count }.
refused-options-too-many = There are { $count } options; { $most } fit. Please join similar ones.
refused-option-too-long = The option “{ $option }…” is longer than { $most } characters. Shorten it; details go into the text.
refused-option-twice = The option “{ $option }” is there twice. Keep one.
refused-number-bounds = The smallest number must not be above the largest, and neither below zero. For example: from 0 to 10
refused-slots-missing = There is no time in it. Write, for example: 10 December from 17:00 to 19:00 by 10 minutes
refused-slots-too-many = That makes { $count } meetings; { $most } fit. Make them longer, or make two polls.
refused-slot-passed = The time of one of the meetings has passed already. Choose a later one.
refused-slots-overlap = Two meetings overlap. Please correct the time.
refused-closes-too-early = That time has passed already. Choose a later one.
