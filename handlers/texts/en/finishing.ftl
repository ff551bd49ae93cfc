# A lesson finished by one tap, and a lesson's line in the middle of another question.

finishing-close = ✅ Done, with this topic
finishing-done = ✅ Roll call and topic kept
finishing-write-anyway = ✅ Keep it all the same
finishing-question-left = The last question is left: this is a lesson’s line.
finishing-results = 🏁 Results
