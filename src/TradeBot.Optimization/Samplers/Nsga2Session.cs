using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>An NSGA-II search: the parents, and the children with results so far.</summary>
internal sealed class Nsga2Session(Nsga2Sampler options, ParameterSpace space, int seed) : ISamplerSession
{
    private const ulong Purpose = 0x4E534741;
    private const int MaxDraws = 100;
    private const double CrossoverIndex = 10, MutationIndex = 20;

    private readonly List<Individual> _children = [];
    private Individual[] _parents = [];

    public ParameterSet? Ask(int number)
    {
        var random = new SplitMix64(TrialSeed.State(seed, number) ^ Purpose);
        if (_parents.Length == 0)
            return UniformDraw.From(space, ref random);

        for (int draw = 0; draw < MaxDraws; draw++)
        {
            ParameterSet child = space.AtFractions(Breed(ref random));
            if (space.Accepts(child))
                return child;
        }

        return UniformDraw.From(space, ref random);
    }

    public void Tell(int number, ParameterSet parameters, ReadOnlySpan<double> losses)
    {
        double[] place = Array.ConvertAll(space.FractionsOf(parameters), f => double.IsNaN(f) ? 0.5 : f);
        double[] known = Array.ConvertAll(losses.ToArray(), loss => double.IsNaN(loss) ? double.MaxValue : loss);
        _children.Add(new Individual(place, known));
        if (_children.Count < options.Population)
            return;

        _parents = Select([.. _parents, .. _children]);
        _children.Clear();
    }

    private Individual[] Select(Individual[] all)
    {
        ParetoRanking.Of(Array.ConvertAll(all, i => i.Losses), out int[] ranks, out double[] crowding);
        return [.. Enumerable.Range(0, all.Length).OrderBy(i => ranks[i]).ThenByDescending(i => crowding[i]).Take(options.Population)
            .Select(i => all[i] with { Rank = ranks[i], Crowding = crowding[i] })];
    }

    private double[] Breed(ref SplitMix64 random)
    {
        Individual mother = Tournament(ref random), father = Tournament(ref random);
        bool crosses = random.NextDouble() < options.CrossoverProbability;
        double[] child = new double[mother.Place.Length];
        for (int i = 0; i < child.Length; i++)
        {
            bool isOrdered = space.Parameters[i].IsOrdered;
            double value = crosses ? Cross(mother.Place[i], father.Place[i], isOrdered, ref random) : mother.Place[i];
            if (random.NextDouble() < 1.0 / child.Length)
                value = isOrdered ? value + Mutation(ref random) : random.NextDouble();
            child[i] = Math.Clamp(value, 0, Math.BitDecrement(1.0));
        }

        return child;
    }

    private Individual Tournament(ref SplitMix64 random)
    {
        Individual one = _parents[random.NextInt(_parents.Length)], two = _parents[random.NextInt(_parents.Length)];
        return one.Rank < two.Rank || (one.Rank == two.Rank && one.Crowding >= two.Crowding) ? one : two;
    }

    private static double Cross(double mother, double father, bool isOrdered, ref SplitMix64 random)
    {
        double u = random.NextDouble(), side = random.NextDouble() < 0.5 ? 1 : -1;
        if (!isOrdered)
            return side > 0 ? mother : father;
        double spread = Math.Pow(u < 0.5 ? 2 * u : 1 / (2 * (1 - u)), 1 / (CrossoverIndex + 1));
        return 0.5 * (mother + father + side * spread * (mother - father));
    }

    private static double Mutation(ref SplitMix64 random)
    {
        double u = random.NextDouble();
        return u < 0.5 ? Math.Pow(2 * u, 1 / (MutationIndex + 1)) - 1 : 1 - Math.Pow(2 * (1 - u), 1 / (MutationIndex + 1));
    }

    private sealed record Individual(double[] Place, double[] Losses)
    {
        public int Rank { get; init; }

        public double Crowding { get; init; }
    }
}
