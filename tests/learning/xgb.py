"""XGBoost on the rows of a file: prints the seconds to train, the seconds to predict and the probabilities' file.

The file holds, as little-endian doubles: training rows, test rows, features; then the columns, then the targets.
"""
import sys
import time

import numpy
import xgboost

path, trees, depth, threads, rounds = sys.argv[1], *map(int, sys.argv[2:6])
numbers = numpy.fromfile(path)
train, test, width = (int(number) for number in numbers[:3])
rows = train + test
columns = numbers[3:3 + rows * width].reshape(width, rows).T.astype(numpy.float32, order="C")
target = numbers[3 + rows * width:]

training = predicting = float("inf")
for _ in range(rounds):
    start = time.perf_counter()
    matrix = xgboost.DMatrix(columns[:train], target[:train], nthread=threads)
    model = xgboost.train(
        {"objective": "binary:logistic", "tree_method": "hist", "max_depth": depth, "eta": 0.1, "nthread": threads, "verbosity": 0},
        matrix, num_boost_round=trees)
    training = min(training, time.perf_counter() - start)
    for _ in range(3):
        start = time.perf_counter()
        probabilities = model.inplace_predict(columns[train:])
        predicting = min(predicting, time.perf_counter() - start)

probabilities.astype(numpy.float64).tofile(path + ".out")
print(training, predicting, len(model.save_raw("ubj")))
