# Paper: what stands on every printed sheet
paper-printed = Printed on { $day } at { $time }
paper-page = Page { $n } of { $of }
