"""The rows of a file, and a clock of seconds and of processor time.

The file holds, as little-endian doubles: training rows, test rows, features; then the columns, then the targets.
"""
import time

import numpy


def read(path, kind):
    numbers = numpy.fromfile(path)
    train, test, width = (int(number) for number in numbers[:3])
    rows = train + test
    columns = numbers[3:3 + rows * width].reshape(width, rows).T.astype(kind, order="C")
    target = numbers[3 + rows * width:]
    return columns[:train], target[:train], columns[train:]


class Clock:
    def __init__(self):
        self.start = time.perf_counter(), time.process_time()

    def read(self):
        return time.perf_counter() - self.start[0], time.process_time() - self.start[1]
