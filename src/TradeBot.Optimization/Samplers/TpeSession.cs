using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>A TPE search: the best trials, the latest others, and the pending ones.</summary>
internal sealed class TpeSession(TpeSampler options, ParameterSpace space, int seed) : ISamplerSession
{
    private const int MostGood = 25;
    private const ulong Purpose = 0x545045;

    private readonly List<(double Loss, ParzenPlace Place)> _best = []; // ascending, at most MostGood
    private readonly Queue<ParzenPlace> _others = new();
    private readonly Dictionary<int, ParzenPlace> _pending = [];
    private readonly ParzenMixture _good = new(space), _bad = new(space);
    private readonly bool _needsSets = space.IsConditional || space.IsConstrained;
    private int _told;

    public ParameterSet? Ask(int number)
    {
        var random = new SplitMix64(TrialSeed.State(seed, number) ^ Purpose);
        ParameterSet chosen = _told < options.StartupTrials || _best.Count == 0 ? UniformDraw.From(space, ref random) : Choose(ref random);
        _pending[number] = new ParzenPlace(space.FractionsOf(chosen));
        return chosen;
    }

    public void Tell(int number, ParameterSet parameters, ReadOnlySpan<double> losses)
    {
        _pending.Remove(number, out ParzenPlace? place);
        place ??= new ParzenPlace(space.FractionsOf(parameters));
        _told++;
        if (double.IsNaN(losses[0]))
        {
            Remember(place);
            return;
        }

        int at = _best.Count;
        while (at > 0 && losses[0] < _best[at - 1].Loss)
            at--;
        _best.Insert(at, (losses[0], place));
        if (_best.Count <= MostGood)
            return;

        Remember(_best[^1].Place);
        _best.RemoveAt(MostGood);
    }

    private void Remember(ParzenPlace place)
    {
        _others.Enqueue(place);
        if (_others.Count > options.History)
            _others.Dequeue();
    }

    private ParameterSet Choose(ref SplitMix64 random)
    {
        int good = Math.Min(_best.Count, Math.Clamp((int)Math.Ceiling(0.15 * _told), 4, MostGood));
        _good.Build(_best.Take(good).Select(b => b.Place), good);
        _bad.Build(_best.Skip(good).Select(b => b.Place).Concat(_others).Concat(_pending.Values), _best.Count - good + _others.Count);

        double[]? winner = null;
        ParameterSet? winnerSet = null;
        double highest = double.NegativeInfinity;
        for (int i = 0; i < options.Candidates; i++)
        {
            double[] place = _good.Draw(ref random);
            ParameterSet? set = null;
            if (_needsSets)
            {
                set = space.AtFractions(place);
                if (!space.Accepts(set))
                    continue;
                place = space.FractionsOf(set);
            }

            double score = _good.LogDensity(place) - _bad.LogDensity(place);
            if (score > highest)
                (highest, winner, winnerSet) = (score, place, set);
        }

        if (winner is null)
            return UniformDraw.From(space, ref random);
        return winnerSet ?? space.AtFractions(winner);
    }
}
