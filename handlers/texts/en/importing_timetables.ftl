# Timetables of aSc and of schools' own tables: what was left aside, what was assumed.

importing-about-room_twice = two lessons at once in a room — { $what }
importing-about-weeks_assumed = the file does not say which week is odd: the first is taken for the odd one; if it is not, name the weeks “Odd” and “Even” in aSc
importing-about-part_of_year = the lesson is not in all terms, or not every other week, and was left out — { $what }
