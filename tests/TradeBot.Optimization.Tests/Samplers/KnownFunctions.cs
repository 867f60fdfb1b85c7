namespace TradeBot.Optimization.Tests;

/// <summary>Functions whose least value is known; each gives the regret, how far above it a point is.</summary>
internal static class KnownFunctions
{
    private static readonly double[] Weights = [1.0, 1.2, 3.0, 3.2];

    private static readonly double[,] Steepness =
    {
        { 10, 3, 17, 3.5, 1.7, 8 }, { 0.05, 10, 17, 0.1, 8, 14 }, { 3, 3.5, 1.7, 10, 17, 8 }, { 17, 8, 0.05, 10, 0.1, 14 },
    };

    private static readonly double[,] Centres =
    {
        { 0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886 }, { 0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991 },
        { 0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650 }, { 0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381 },
    };

    public static Study BraninSpace(int seed) => Study.Named("branin", seed).Float("x", -5, 10).Float("y", 0, 15);

    public static double Branin(ParameterSet p)
    {
        double x = p["x"], y = p["y"];
        double bend = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
        return bend * bend + 10 * (1 - 1 / (8 * Math.PI)) * Math.Cos(x) + 10 - 0.39788735772973816;
    }

    public static Study HartmannSpace(int seed) =>
        Enumerable.Range(0, 6).Aggregate(Study.Named("hartmann", seed), (study, i) => study.Float($"x{i}", 0, 1));

    public static double Hartmann(ParameterSet p)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
        {
            double exponent = 0;
            for (int j = 0; j < 6; j++)
                exponent += Steepness[i, j] * Math.Pow(p[$"x{j}"] - Centres[i, j], 2);
            sum += Weights[i] * Math.Exp(-exponent);
        }

        return 3.32236801141551 - sum;
    }

    public static Study RosenbrockSpace(int seed) => Study.Named("rosenbrock", seed).Float("x", -2, 2).Float("y", -2, 2).Float("z", -2, 2);

    public static double Rosenbrock(ParameterSet p)
    {
        double x = p["x"], y = p["y"], z = p["z"];
        return 100 * Math.Pow(y - x * x, 2) + Math.Pow(1 - x, 2) + 100 * Math.Pow(z - y * y, 2) + Math.Pow(1 - y, 2);
    }

    /// <summary>A choice decides which of two further parameters is asked for; whole numbers on a logarithmic scale, steps, and a constraint.</summary>
    public static Study ConditionalSpace(int seed) => Study.Named("conditional", seed)
        .Choice("exit", "stop", "time", "none")
        .When(p => p["exit"] == "stop", s => s.Float("distance", 0.5, 5, step: 0.1))
        .When(p => p["exit"] == "time", s => s.LogInt("candles", 1, 1000))
        .Float("threshold", 0, 1).Float("size", 0, 1)
        .Where(p => p["threshold"] + p["size"] <= 1.5);

    /// <summary>The regret without the noise: least with exit by time after 60 candles, threshold 0.3, size 0.8.</summary>
    public static double Conditional(ParameterSet p)
    {
        double rest = 4 * Math.Pow(p["threshold"] - 0.3, 2) + 4 * Math.Pow(p["size"] - 0.8, 2);
        return rest + (p["exit"].Choice switch
        {
            "stop" => 0.3 + 0.1 * Math.Abs((double)p["distance"] - 2),
            "time" => 0.2 * Math.Abs(Math.Log((double)p["candles"] / 60)),
            _ => 0.8,
        });
    }

    public static double NoisyConditional(ParameterSet p, int seed) => Conditional(p) + 0.05 * (new Random(seed).NextDouble() - 0.5);
}
