using MathNet.Numerics.LinearAlgebra;

namespace TradeBot.Learning;

/// <summary>Newton's method on the penalised log loss; with an L1 penalty each step uses coordinate descent.</summary>
/// <param name="matrix">Rows in sequence, each with a leading 1.</param>
/// <param name="target">0 or 1, one per row.</param>
/// <param name="weights">One per row; null for equal weights.</param>
/// <param name="c">Inverse regularisation strength.</param>
/// <param name="l1">The L1 share of the penalty, in [0, 1]; the rest is L2.</param>
internal sealed class LogisticFit(double[] matrix, double[] target, double[]? weights, double c, double l1 = 0)
{
    private const int MaxSweeps = 10_000;

    // Convergence tolerance of a step, relative to the largest coefficient.
    private const double Settled = 1e-13;

    private const int MaxSteps = 100;
    private const int MaxHalvings = 40;

    // Relative to the objective: once the expected decrease is below this, one more full step, which squares the error, is the last.
    private const double Negligible = 1e-16;

    // Relative to the objective: rounding error of summing the rows.
    private const double Rounding = 1e-11;

    private readonly int _width = matrix.Length / target.Length;

    /// <summary>Intercept and coefficients at the minimum.</summary>
    /// <exception cref="InvalidOperationException">The minimum is not reached in 100 steps.</exception>
    public double[] Solve(CancellationToken cancellationToken)
    {
        var current = new Point(new double[_width], _width);
        Measure(current);
        for (int step = 0; step < MaxSteps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] direction = l1 == 0 ? NewtonStep(current) : ThresholdedStep(current);
            if (Promised(current, direction) <= Negligible * (1 + current.Objective))
                return Move(current, direction, 1).Weights;

            current = Descend(current, direction);
        }

        throw new InvalidOperationException($"The logistic regression did not converge in {MaxSteps} steps: lower C, now {c.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}.");
    }

    private Point Descend(Point from, double[] direction)
    {
        Point next = from;
        double length = 1;
        for (int halving = 0; halving < MaxHalvings; halving++, length /= 2)
        {
            next = Move(from, direction, length);
            Measure(next);
            if (next.Objective <= from.Objective * (1 + Rounding))
                break;
        }

        return next;
    }

    private Point Move(Point from, double[] direction, double length)
    {
        var next = new Point(new double[_width], _width);
        for (int i = 0; i < _width; i++)
            next.Weights[i] = from.Weights[i] - length * direction[i];
        return next;
    }

    /// <summary>Objective, gradient and Hessian in one pass over the rows.</summary>
    private void Measure(Point point)
    {
        double[] coefficients = point.Weights, gradient = point.Gradient, curvature = point.Curvature;
        double loss = 0;
        for (int row = 0; row < target.Length; row++)
        {
            ReadOnlySpan<double> x = matrix.AsSpan(row * _width, _width);
            double score = 0;
            for (int i = 0; i < x.Length; i++)
                score += coefficients[i] * x[i];

            // log(1 + e^s) − y·s, and the logistic function, without overflow at either end.
            double small = Math.Exp(-Math.Abs(score)), probability = (score >= 0 ? 1 : small) / (1 + small);
            double importance = weights?[row] ?? 1, weighting = c * importance;
            loss += importance * (Math.Max(score, 0) + Math.Log(1 + small) - target[row] * score);
            double residual = weighting * (probability - target[row]), weight = weighting * probability * (1 - probability);
            for (int i = 0; i < x.Length; i++)
            {
                gradient[i] += residual * x[i];
                double weighted = weight * x[i];
                for (int j = 0; j <= i; j++)
                    curvature[i * _width + j] += weighted * x[j];
            }
        }

        point.Objective = c * loss;
        for (int i = 1; i < _width; i++)
        {
            point.Objective += 0.5 * (1 - l1) * coefficients[i] * coefficients[i] + l1 * Math.Abs(coefficients[i]);
            gradient[i] += (1 - l1) * coefficients[i];
            curvature[i * _width + i] += 1 - l1;
        }
    }

    private double[] NewtonStep(Point point)
    {
        Matrix<double> curvature = Matrix<double>.Build.Dense(_width, _width, (i, j) => CurvatureOf(point, i, j));
        return curvature.Cholesky().Solve(Vector<double>.Build.Dense(point.Gradient)).ToArray();
    }

    /// <summary>The step to the minimum of the quadratic model with the L1 penalty.</summary>
    /// <remarks>Source: Friedman, Hastie, Tibshirani, "Regularization paths", <i>J. Statistical Software</i> 33(1), 2010.</remarks>
    private double[] ThresholdedStep(Point point)
    {
        double[] direction = new double[_width], slopes = [.. point.Gradient]; // of the smooth part at weights − direction
        for (int sweep = 0; sweep < MaxSweeps; sweep++)
        {
            double largest = 0, size = 0;
            for (int i = 0; i < _width; i++)
            {
                double curvature = point.Curvature[i * _width + i], weight = point.Weights[i] - direction[i];
                double free = weight - slopes[i] / curvature, threshold = i == 0 ? 0 : l1 / curvature;
                double next = Math.Sign(free) * Math.Max(0, Math.Abs(free) - threshold), change = weight - next;
                (largest, size) = (Math.Max(largest, Math.Abs(change)), Math.Max(size, Math.Abs(next)));
                if (change == 0)
                    continue;
                direction[i] = point.Weights[i] - next;
                for (int j = 0; j < _width; j++)
                    slopes[j] -= change * CurvatureOf(point, i, j);
            }

            if (largest <= Settled * size)
                break;
        }

        return direction;
    }

    /// <summary>Twice the decrease of the objective that the quadratic model predicts for a step.</summary>
    private double Promised(Point point, double[] direction)
    {
        double promised = 0;
        for (int i = 0; i < _width; i++)
        {
            double bent = 0;
            for (int j = 0; j < _width; j++)
                bent += CurvatureOf(point, i, j) * direction[j];
            promised += direction[i] * (2 * point.Gradient[i] - bent);
            if (i > 0)
                promised += 2 * l1 * (Math.Abs(point.Weights[i]) - Math.Abs(point.Weights[i] - direction[i]));
        }

        return promised;
    }

    private double CurvatureOf(Point point, int i, int j) => point.Curvature[Math.Max(i, j) * _width + Math.Min(i, j)];

    private sealed class Point(double[] weights, int width)
    {
        public double[] Weights { get; } = weights;

        public double[] Gradient { get; } = new double[width];

        /// <summary>The lower triangle, row by row.</summary>
        public double[] Curvature { get; } = new double[width * width];

        public double Objective { get; set; }
    }
}
