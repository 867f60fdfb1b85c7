using System.Runtime.Intrinsics;

namespace TradeBot.Learning;

/// <summary>The Adam optimiser: gradient descent with adaptive step sizes per parameter.</summary>
/// <remarks>Source: Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015.</remarks>
internal sealed class Adam(int parameters, double rate)
{
    private const double FirstDecay = 0.9, SecondDecay = 0.999, Smallest = 1e-8;

    private readonly double[] _first = new double[parameters], _second = new double[parameters];
    private int _steps;

    public void Step(double[] values, double[] slopes)
    {
        _steps++;
        double length = rate * Math.Sqrt(1 - Math.Pow(SecondDecay, _steps)) / (1 - Math.Pow(FirstDecay, _steps));
        int i = 0;
        for (; i + Vector256<double>.Count <= values.Length; i += Vector256<double>.Count)
        {
            Vector256<double> slope = Vector256.Create(slopes.AsSpan(i));
            Vector256<double> first = Vector256.Create(_first.AsSpan(i)) * FirstDecay + slope * (1 - FirstDecay);
            Vector256<double> second = Vector256.Create(_second.AsSpan(i)) * SecondDecay + slope * slope * (1 - SecondDecay);
            first.CopyTo(_first, i);
            second.CopyTo(_second, i);
            (Vector256.Create(values.AsSpan(i)) - first * length / (Vector256.Sqrt(second) + Vector256.Create(Smallest))).CopyTo(values, i);
        }

        for (; i < values.Length; i++)
        {
            _first[i] = _first[i] * FirstDecay + slopes[i] * (1 - FirstDecay);
            _second[i] = _second[i] * SecondDecay + slopes[i] * slopes[i] * (1 - SecondDecay);
            values[i] -= _first[i] * length / (Math.Sqrt(_second[i]) + Smallest);
        }
    }
}
