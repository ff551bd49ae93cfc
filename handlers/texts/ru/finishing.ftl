# Урок, законченный одним касанием, и строка урока посреди другого вопроса.

finishing-close = ✅ Готово и эта тема
finishing-done = ✅ Перекличка и тема записаны
finishing-write-anyway = ✅ Всё равно записать
finishing-question-left = Прошлый вопрос оставлен: это строка урока.
finishing-results = 🏁 Итоги
