namespace TradeBot.Optimization;

/// <summary>Whether the best trial is on a peak, a ridge or a plateau of the objective.</summary>
/// <param name="Shape">The shape of its neighbourhood.</param>
/// <param name="Drops">The loss of the objective along each parameter.</param>
public sealed record Plateau(WinnerShape Shape, IReadOnlyList<ParameterDrop> Drops)
{
    /// <summary>The drop below which a neighbour is nearly as good: 0.25.</summary>
    public const double Flat = 0.25;

    private const double Reach = 0.15, Apart = 3; // a neighbour along a parameter differs in it by three times as much as in any other

    /// <summary>Examines the neighbourhood of the best trial of a study.</summary>
    /// <param name="study">Its complete trials are used. Neighbours are within 15 % of the tried values, or one value away where fewer were tried.</param>
    public static Plateau Of(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var coordinates = new TrialCoordinates(study);
        if (study.Best is not Trial best || coordinates.Trials.Length < 3)
            return new Plateau(WinnerShape.Unknown, []);

        double[] losses = Array.ConvertAll(coordinates.Trials, t => study.Direction.LossOf(t.Value)), ascending = [.. losses.Order()];
        double range = ascending[ascending.Length / 2] - ascending[0];
        int at = Array.FindIndex(coordinates.Trials, t => t.Number == best.Number);
        int[] varied = [.. Enumerable.Range(0, coordinates.Names.Length).Where(d => coordinates.Values[d].Length > 1)];
        double[] reach = [.. coordinates.Values.Select(v => Math.Max(Reach, 1.0 / Math.Max(1, v.Length - 1)) + 1e-9)];
        int[] near = [.. Enumerable.Range(0, losses.Length).Where(i => i != at && Array.TrueForAll(varied, d => Distance(i, d) <= reach[d]))];

        ParameterDrop[] drops = Array.ConvertAll(varied, d => DropOf(d, near.Where(i => IsMoved(i, d, varied)).Select(i => losses[i] - ascending[0]), range));
        return new Plateau(ShapeOf(drops), drops);

        double Distance(int i, int d) => Math.Abs(coordinates.Points[i][d] - coordinates.Points[at][d]);

        bool IsMoved(int i, int d, int[] all) => Distance(i, d) > 0 && Array.TrueForAll(all, other => other == d || Distance(i, d) / reach[d] > Apart * Distance(i, other) / reach[other]);

        ParameterDrop DropOf(int d, IEnumerable<double> falls, double scale)
        {
            double[] sorted = [.. falls.Order()];
            double drop = sorted.Length == 0 ? double.NaN : scale > 0 ? sorted[sorted.Length / 2] / scale : 0;
            return new ParameterDrop(coordinates.Names[d], sorted.Length, drop);
        }
    }

    /// <summary>Such as <c>a ridge: flat along slow, steep along fast</c>.</summary>
    public override string ToString()
    {
        string flat = string.Join(", ", Drops.Where(d => d.Drop < Flat).Select(d => d.Name)), steep = string.Join(", ", Drops.Where(d => d.Drop >= Flat).Select(d => d.Name));
        return Shape switch
        {
            WinnerShape.Plateau => "a plateau: its neighbours are nearly as good in every direction",
            WinnerShape.Ridge => $"a ridge: flat along {flat}, steep along {steep}",
            WinnerShape.Peak => "a lone peak: its neighbours fall off in every direction",
            _ => "unknown: too few trials are near it",
        };
    }

    private static WinnerShape ShapeOf(ParameterDrop[] drops)
    {
        ParameterDrop[] known = [.. drops.Where(d => d.Neighbours > 0)];
        return known.Length == 0 || known.Sum(d => d.Neighbours) < 2 ? WinnerShape.Unknown
            : Array.TrueForAll(known, d => d.Drop < Flat) ? WinnerShape.Plateau
            : Array.TrueForAll(known, d => d.Drop >= Flat) ? WinnerShape.Peak
            : WinnerShape.Ridge;
    }
}

/// <summary>The shape of the objective around the best trial.</summary>
public enum WinnerShape
{
    /// <summary>Unknown: too few trials are near it.</summary>
    Unknown,

    /// <summary>Its neighbours are nearly as good in every direction.</summary>
    Plateau,

    /// <summary>Along some parameters its neighbours are nearly as good, along others they fall off.</summary>
    Ridge,

    /// <summary>It falls off in every direction: a lone peak is typical of luck.</summary>
    Peak,
}

/// <summary>How far the objective falls from the best trial along one parameter.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Neighbours">Number of trials that count: near the best in all parameters, and different mainly in this one.</param>
/// <param name="Drop">Median loss of those, as a share of the distance from the best to the median trial: 0 as good as the best, 1 as the median; NaN without neighbours.</param>
public sealed record ParameterDrop(string Name, int Neighbours, double Drop);
