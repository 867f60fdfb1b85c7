namespace TradeBot.Learning;

/// <summary>One training of boosted trees.</summary>
internal sealed class BoostingRun
{
    private readonly GradientBoosting _options;
    private readonly BoostingObjective _objective;
    private readonly Workers _workers;
    private readonly int _seed;
    private readonly TrainingInput _input;
    private readonly HeldOutRows? _heldOut;
    private readonly BoostingLoss _loss;
    private readonly GradientPairs _pairs;
    private readonly TreeGrower _grower;
    private readonly ulong[] _keys;
    private readonly double[] _base, _scores;
    private readonly int[] _allRows;

    public BoostingRun(GradientBoosting options, BoostingObjective objective, Dataset data, ReadOnlySpan<int> rows, int seed, Workers workers)
    {
        (_options, _objective, _seed, _workers) = (options, objective, seed, workers);
        int[] training = rows.ToArray(), validation = [];
        if (options.StopAfter > 0)
            (training, validation) = TailRows.HoldOut(data, training, options.HeldOut);
        _input = TrainingInput.Of(data, training);
        _loss = BoostingLoss.Of(options, objective, _input);
        _base = _loss.Start();
        _heldOut = validation.Length == 0 ? null : new HeldOutRows(TrainingInput.Of(data, validation), _base);
        _keys = [.. data.Names.Select(Draws.Of)];
        _pairs = new GradientPairs(training.Length);
        BinnedRows bins = BinnedRows.Of(_input, options.Bins, options.Categorical, seed, workers);
        _grower = new TreeGrower(bins, ShapeOf(options, data.Names), _pairs, _keys, workers);
        _allRows = [.. Enumerable.Range(0, training.Length)];
        _scores = new double[training.Length * _loss.Outputs];
        for (int i = 0; i < _scores.Length; i++)
            _scores[i] = _base[i % _base.Length];
    }

    public GradientBoostingModel Train(LongWork work)
    {
        List<Tree> trees = [];
        int best = 0;
        double bestLoss = _heldOut?.Loss(_loss) ?? double.PositiveInfinity;
        for (int round = 0; round < _options.Trees; round++)
        {
            Round(round, trees);
            work.Reach(round + 1, _options.Trees);
            if (_heldOut == null)
            {
                best = trees.Count;
                continue;
            }

            double loss = _heldOut.Loss(_loss);
            if (loss < bestLoss)
                (best, bestLoss) = (trees.Count, loss);
            else if (trees.Count - best >= _options.StopAfter * _loss.Outputs)
                break;
        }

        int rounds = trees.Count / _loss.Outputs; // it may stop before the last
        work.Reach(rounds, rounds);
        return new GradientBoostingModel(_options.Name, _input.Data.Names, _objective, new TreeSum([.. trees.Take(best)], _base));
    }

    private void Round(int round, List<Tree> trees)
    {
        ulong seed = Draws.Mix((ulong)(uint)_seed, (ulong)round);
        _loss.BeginRound(_scores, _workers);
        for (int output = 0; output < _loss.Outputs; output++)
        {
            _loss.Measure(_scores, output, _pairs, _workers);
            LeaveOut(seed);
            _pairs.Pack(_workers);
            GrownTree grown = _grower.Grow(_allRows, ActiveFeatures(seed), Draws.Mix(seed, (ulong)output));
            double[] values = Step(grown, output);
            Tree tree = grown.Finish(values);
            trees.Add(tree);
            _heldOut?.Add(tree, output);
        }
    }

    /// <summary>The values of the leaves, already added to the scores of their rows.</summary>
    private double[] Step(GrownTree grown, int output)
    {
        double[] values = new double[grown.Leaves.Count];
        int outputs = _loss.Outputs;
        _workers.Run(values.Length, _allRows.Length > Workers.ChunkRows, i =>
        {
            GrowingLeaf leaf = grown.Leaves[i];
            ReadOnlySpan<int> rows = _grower.Rows(leaf);
            double value = _loss.LeafValue(rows, _scores, _pairs, _options.L2);
            values[i] = _options.LearningRate * Math.Clamp(value, leaf.Bounds.Low, leaf.Bounds.High);
            foreach (int row in rows)
                _scores[row * outputs + output] += values[i];
        });
        return values;
    }

    /// <summary>Gives weight 0 to the rows left out of this tree's subsample.</summary>
    private void LeaveOut(ulong seed)
    {
        if (_options.RowShare == 1)
            return;

        for (int row = 0; row < _allRows.Length; row++)
        {
            if (Draws.Uniform(seed, (ulong)row) >= _options.RowShare)
                (_pairs.Slopes[row], _pairs.Curvatures[row]) = (0, 0);
        }
    }

    private bool[]? ActiveFeatures(ulong seed)
    {
        if (_options.FeatureShare == 1)
            return null;

        ulong[] keys = Array.ConvertAll(_keys, key => Draws.Mix(seed, key));
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        bool[] active = new bool[keys.Length];
        foreach (int feature in order.Take(Math.Max(1, (int)Math.Round(_options.FeatureShare * keys.Length))))
            active[feature] = true;
        return active;
    }

    private static TreeShape ShapeOf(GradientBoosting options, IReadOnlyList<string> names) => new()
    {
        MaxDepth = options.Depth,
        MaxLeaves = options.Leaves ?? int.MaxValue,
        BestFirst = options.Leaves != null,
        MinCurvature = options.MinCurvature,
        L2 = options.L2,
        MinGain = options.MinGain,
        Monotone = options.Monotone.Count == 0 ? null : [.. names.Select(name => Math.Sign(options.Monotone.GetValueOrDefault(name)))],
    };
}
