using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>One training of a network.</summary>
internal sealed class NetworkRun
{
    // A batch is chunked by its size alone, so that sums do not depend on the number of threads.
    private const int MostPieces = 16, LeastPieceRows = 64;

    private readonly NeuralNetwork _options;
    private readonly NetworkObjective _objective;
    private readonly Workers _workers;
    private readonly ulong _seed;
    private readonly StandardRows _inputs;
    private readonly TrainingInput _input;
    private readonly TrainingInput? _heldOut;
    private readonly double[] _features, _heldOutFeatures;
    private readonly BoostingLoss _loss;
    private readonly (double Mean, double Deviation) _target;
    private readonly NetworkShape _shape;
    private readonly double[] _parameters, _slopes;
    private readonly double[][] _transposed;
    private readonly double _weight;
    private readonly List<NetworkPass> _passes = [];

    public NetworkRun(NeuralNetwork options, NetworkObjective objective, Dataset data, int[] rows, int[] validation, int seed, Workers workers)
    {
        (_options, _objective, _seed, _workers) = (options, objective, Draws.Mix((ulong)(uint)seed), workers);
        (_inputs, _input) = (StandardRows.Of(data, rows), TrainingInput.Of(data, rows));
        _target = objective == NetworkObjective.Regression ? Moments(_input) : (0, 1);
        _input = Scale(_input);
        _heldOut = validation.Length == 0 ? null : Scale(TrainingInput.Of(data, validation));
        (_features, _heldOutFeatures) = (_inputs.Rows(data, rows), _inputs.Rows(data, validation));
        _loss = objective switch
        {
            NetworkObjective.Binary => new BinaryLoss(_input),
            NetworkObjective.Multiclass => new MulticlassLoss(_input),
            _ => new SquaredLoss(_input),
        };
        _shape = new NetworkShape([data.Names.Count, .. options.Hidden, _loss.Outputs]);
        _weight = Enumerable.Range(0, rows.Length).Sum(_input.WeightOf) / rows.Length;
        _slopes = new double[_shape.ParameterCount];
        _transposed = [.. Enumerable.Range(0, _shape.Layers).Select(layer => new double[_shape.InputsOf(layer) * _shape.OutputsOf(layer)])];
        _parameters = Start();
    }

    public NeuralNetworkModel Train(LongWork work)
    {
        var adam = new Adam(_shape.ParameterCount, _options.LearningRate);
        int[] order = [.. Enumerable.Range(0, _input.Rows.Length)];
        double[] best = [.. _parameters];
        double bestLoss = HeldOutLoss();
        int done = 0;
        for (int epoch = 1, bestEpoch = 0; epoch <= _options.Epochs; epoch++)
        {
            Epoch(epoch, order, adam);
            done = epoch;
            work.Reach(done, _options.Epochs);
            double loss = HeldOutLoss();
            if (_heldOut == null || loss < bestLoss)
            {
                (bestLoss, bestEpoch) = (loss, epoch);
                _parameters.CopyTo(best, 0);
            }
            else if (epoch - bestEpoch >= _options.StopAfter)
            {
                break;
            }
        }

        work.Reach(done, done); // it may stop before the last
        return new NeuralNetworkModel(_options.Name, _inputs, _objective, _shape, best, _target.Mean, _target.Deviation);
    }

    private void Epoch(int epoch, int[] order, Adam adam)
    {
        ulong seed = Draws.Mix(_seed, (ulong)epoch);
        Shuffle(order, seed);
        int most = Math.Min(_options.BatchRows, order.Length);
        for (int from = 0; from < order.Length; from += most)
        {
            Measure(order.AsMemory(from..Math.Min(order.Length, from + most)), Draws.Mix(seed, (ulong)from));
            adam.Step(_parameters, _slopes);
        }
    }

    /// <summary>The mean gradients over a batch, including the penalty's.</summary>
    private void Measure(ReadOnlyMemory<int> batch, ulong seed)
    {
        Transpose();
        int pieces = Math.Clamp(batch.Length / LeastPieceRows, 1, MostPieces);
        while (_passes.Count < pieces)
            _passes.Add(new NetworkPass(_shape, _objective, _options.Dropout));
        _workers.Run(pieces, isWorthThreads: true, piece =>
        {
            Range rows = (int)((long)batch.Length * piece / pieces)..(int)((long)batch.Length * (piece + 1) / pieces);
            _passes[piece].Run(_parameters, _transposed, _input, _features, batch.Span[rows], seed);
        });

        Array.Clear(_slopes);
        double share = 1 / (_weight * batch.Length);
        for (int piece = 0; piece < pieces; piece++)
        {
            double[] slopes = _passes[piece].Slopes;
            for (int i = 0; i < slopes.Length; i++)
                _slopes[i] += share * slopes[i];
        }

        for (int layer = 0; layer < _shape.Layers; layer++)
        {
            Span<double> slopes = _shape.Weights(_slopes, layer), weights = _shape.Weights(_parameters, layer);
            for (int i = 0; i < slopes.Length; i++)
                slopes[i] += _options.L2 * weights[i];
        }
    }

    private void Transpose()
    {
        for (int layer = 1; layer < _shape.Layers; layer++)
        {
            Span<double> weights = _shape.Weights(_parameters, layer);
            int inputs = _shape.InputsOf(layer), outputs = _shape.OutputsOf(layer);
            for (int i = 0; i < inputs; i++)
            {
                for (int j = 0; j < outputs; j++)
                    _transposed[layer][j * inputs + i] = weights[i * outputs + j];
            }
        }
    }

    /// <summary>Hidden weights are random; the output layer starts by predicting the mean for every row.</summary>
    /// <remarks>Source of the range: He et al., "Delving deep into rectifiers", ICCV 2015.</remarks>
    private double[] Start()
    {
        double[] parameters = new double[_shape.ParameterCount];
        for (int layer = 0; layer < _shape.Layers - 1; layer++)
        {
            Span<double> weights = _shape.Weights(parameters, layer);
            double range = Math.Sqrt(6.0 / _shape.InputsOf(layer));
            ulong seed = Draws.Mix(_seed ^ 0xA5A5A5A5A5A5A5A5, (ulong)layer);
            for (int i = 0; i < weights.Length; i++)
                weights[i] = range * (2 * Draws.Uniform(seed, (ulong)i) - 1);
        }

        _loss.Start().CopyTo(_shape.Biases(parameters, _shape.Layers - 1));
        return parameters;
    }

    private double HeldOutLoss()
    {
        if (_heldOut == null)
            return double.PositiveInfinity;

        int count = _heldOut.Rows.Length;
        double[] scores = new double[count * _shape.Outputs];
        _workers.RunChunks(count, (_, from, to) => NetworkScores.Of(_shape, _parameters, _heldOutFeatures.AsSpan((from * _shape.Inputs)..(to * _shape.Inputs)), scores.AsSpan((from * _shape.Outputs)..(to * _shape.Outputs))));
        return _loss.Of(_heldOut, scores);
    }

    private TrainingInput Scale(TrainingInput input) =>
        _objective == NetworkObjective.Regression ? input with { Targets = Array.ConvertAll(input.Targets, target => (target - _target.Mean) / _target.Deviation) } : input;

    private static (double Mean, double Deviation) Moments(TrainingInput input)
    {
        var moments = new RunningMoments();
        for (int i = 0; i < input.Targets.Length; i++)
            moments.Add(input.Targets[i], input.WeightOf(i));
        return (moments.Mean, Math.Sqrt(moments.Squares / moments.Weight));
    }

    /// <remarks>Source: Fisher and Yates; R. Durstenfeld, <i>Communications of the ACM</i> 7(7), 1964.</remarks>
    private static void Shuffle(int[] order, ulong seed)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = (int)(Draws.Uniform(seed, (ulong)i) * (i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
