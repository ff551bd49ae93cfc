# Threads: to whom, about whom, how they arrive and are answered.

refused-nothing-said = The message is empty. Write a text or send a file.
refused-edit-too-late = Changes go through within { $minutes } min: what was delivered stays. Write a new message instead.
refused-only-watched = This is between the child and the teacher; you only see it. To write to the teacher yourself: /write
refused-nobody-in-family = The school's lists have no guardian of this pupil to write to.
