# Paper: what stands on every printed sheet
paper-printed = Напечатано { $day } в { $time }
paper-page = Страница { $n } из { $of }
