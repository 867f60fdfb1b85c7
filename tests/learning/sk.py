"""scikit-learn on the rows of a file: prints seconds and processor seconds to train and to predict."""
import sys

import numpy
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

import rows

path, method, threads, seed = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:5])
known, target, asked = rows.read(path, numpy.float32 if method == "forest" else numpy.float64)
model = {
    "logistic": lambda: make_pipeline(StandardScaler(), LogisticRegression(C=1)),
    "logistic-l1": lambda: make_pipeline(StandardScaler(), LogisticRegression(C=0.01, penalty="l1", solver="saga", tol=1e-6, max_iter=1000)),
    "forest": lambda: RandomForestClassifier(100, min_samples_leaf=5, n_jobs=threads, random_state=seed),
    "network": lambda: make_pipeline(StandardScaler(), MLPClassifier(
        (64, 32), alpha=1e-4, batch_size=256, max_iter=100, early_stopping=True, validation_fraction=0.15, n_iter_no_change=10, random_state=seed)),
}[method]()

clock = rows.Clock()
model.fit(known, target)
training = clock.read()
clock = rows.Clock()
probabilities = model.predict_proba(asked)[:, 1]
predicting = clock.read()

probabilities.astype(numpy.float64).tofile(path + ".out")
print(*training, *predicting)
