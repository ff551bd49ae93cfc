"""What is tapped of a table of substitutions that came as a file."""

from aiogram.filters.callback_data import CallbackData


class OpenChangesFile(CallbackData, prefix="zyo"):
    """What can be sent, and the example."""


class TakeChangesTemplate(CallbackData, prefix="zyt"):
    pass


class _OfChangesFile(CallbackData, prefix="_zy"):
    file: int


class ApplyChanges(_OfChangesFile, prefix="zya"):
    pass


class LeaveChanges(_OfChangesFile, prefix="zyx"):
    pass
