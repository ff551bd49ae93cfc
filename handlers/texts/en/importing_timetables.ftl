# Timetables of aSc and of schools' own tables: what was left aside, what was assumed.

importing-about-room_twice = two lessons at once in a room — { $what }
importing-about-weeks_assumed = the file does not say which week is odd: the first is taken for the odd one; if it is not, name the weeks “Odd” and “Even” in aSc
importing-about-part_of_year = the lesson is not in all terms, or not every other week, and was left out — { $what }
importing-about-subjects_meant = subjects by the load: { $what }
importing-about-subgroups_in_order = two lessons in a cell are the subgroups’ in their order, the first of the first, the second of the second; please check — { $what }
importing-why-load_unknown = the load does not have it: the lesson came in without a teacher; bring the load in and the timetable once more
importing-why-load_several = the load has several teachers ({ $other }): the lesson came in without one; give the subgroups in the load
