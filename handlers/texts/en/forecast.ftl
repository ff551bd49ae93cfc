# The forecast: control works that are planned already.

forecast-controls = { $count ->
    [one] { $count } of them has a control work planned.
   *[other] { $count } of them have control works planned.
}
forecast-and = {" "}and{" "}
