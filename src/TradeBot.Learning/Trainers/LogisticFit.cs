using MathNet.Numerics.LinearAlgebra;

namespace TradeBot.Learning;

/// <summary>Newton's method on the penalised log loss.</summary>
/// <param name="matrix">Rows one after the other, each with a leading 1.</param>
/// <param name="target">0 or 1, one per row.</param>
/// <param name="weights">One per row; null when all count the same.</param>
/// <param name="c">Weight of the data against the penalty.</param>
internal sealed class LogisticFit(double[] matrix, double[] target, double[]? weights, double c)
{
    private const int MaxSteps = 100;
    private const int MaxHalvings = 40;

    // Of the objective: the fall still expected below which one more full step, which squares the error, is the last.
    private const double Negligible = 1e-16;

    // Of the objective: what summing the rows may lose to rounding.
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
            double[] direction = NewtonStep(current);
            double promised = 0; // twice the fall of the objective that the quadratic model expects
            for (int i = 0; i < _width; i++)
                promised += direction[i] * current.Gradient[i];
            if (promised <= Negligible * (1 + current.Objective))
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

    /// <summary>Objective, gradient and curvature in one pass over the rows.</summary>
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
            point.Objective += 0.5 * coefficients[i] * coefficients[i];
            gradient[i] += coefficients[i];
            curvature[i * _width + i] += 1;
        }
    }

    private double[] NewtonStep(Point point)
    {
        Matrix<double> curvature = Matrix<double>.Build.Dense(
            _width, _width, (i, j) => point.Curvature[Math.Max(i, j) * _width + Math.Min(i, j)]);
        return curvature.Cholesky().Solve(Vector<double>.Build.Dense(point.Gradient)).ToArray();
    }

    private sealed class Point(double[] weights, int width)
    {
        public double[] Weights { get; } = weights;

        public double[] Gradient { get; } = new double[width];

        /// <summary>The lower triangle, row by row.</summary>
        public double[] Curvature { get; } = new double[width * width];

        public double Objective { get; set; }
    }
}
