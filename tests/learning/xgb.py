"""XGBoost on the rows of a file: prints seconds and processor seconds to train and to predict, and the model's bytes."""
import sys

import numpy
import xgboost

import rows

path, trees, depth, threads = sys.argv[1], *map(int, sys.argv[2:5])
known, target, asked = rows.read(path, numpy.float32)

clock = rows.Clock()
matrix = xgboost.DMatrix(known, target, nthread=threads)
model = xgboost.train(
    {"objective": "binary:logistic", "tree_method": "hist", "max_depth": depth, "eta": 0.1, "nthread": threads, "verbosity": 0},
    matrix, num_boost_round=trees)
training = clock.read()

predicting = float("inf"), float("inf")
for _ in range(3):
    clock = rows.Clock()
    probabilities = model.inplace_predict(asked)
    predicting = tuple(map(min, predicting, clock.read()))

probabilities.astype(numpy.float64).tofile(path + ".out")
print(*training, *predicting, len(model.save_raw("ubj")))
