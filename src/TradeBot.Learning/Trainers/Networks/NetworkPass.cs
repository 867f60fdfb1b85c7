namespace TradeBot.Learning;

/// <summary>Gradients of the loss by backpropagation. Contains the buffers of one thread.</summary>
internal sealed class NetworkPass
{
    private const int BlockRows = 64;

    private readonly NetworkShape _shape;
    private readonly NetworkObjective _objective;
    private readonly double _dropout;
    private readonly double[][] _activations;
    private readonly double[] _errors, _before;

    public NetworkPass(NetworkShape shape, NetworkObjective objective, double dropout)
    {
        (_shape, _objective, _dropout) = (shape, objective, dropout);
        _activations = [.. shape.Widths.Select(width => new double[BlockRows * width])];
        (_errors, _before) = (new double[BlockRows * shape.Widest], new double[BlockRows * shape.Widest]);
        Slopes = new double[shape.ParameterCount];
    }

    /// <summary>Gradient per parameter: the sum over the rows of the last call.</summary>
    public double[] Slopes { get; }

    /// <summary>Fills <see cref="Slopes"/>.</summary>
    /// <param name="parameters">Of the network.</param>
    /// <param name="transposed">Weights per layer, one row of inputs per output.</param>
    /// <param name="input">All rows.</param>
    /// <param name="features">Of all rows, in sequence.</param>
    /// <param name="batch">The rows of the batch.</param>
    /// <param name="seed">Seed of the dropout.</param>
    public void Run(double[] parameters, double[][] transposed, TrainingInput input, double[] features, ReadOnlySpan<int> batch, ulong seed)
    {
        Array.Clear(Slopes);
        for (int from = 0; from < batch.Length; from += BlockRows)
        {
            ReadOnlySpan<int> rows = batch[from..Math.Min(batch.Length, from + BlockRows)];
            Forward(parameters, features, rows, seed);
            OutputSlopes(input, rows);
            Backward(transposed, rows.Length);
        }
    }

    private void Forward(double[] parameters, double[] features, ReadOnlySpan<int> rows, ulong seed)
    {
        for (int i = 0; i < rows.Length; i++)
            features.AsSpan(rows[i] * _shape.Inputs, _shape.Inputs).CopyTo(_activations[0].AsSpan(i * _shape.Inputs));
        for (int layer = 0; layer < _shape.Layers; layer++)
        {
            _shape.Forward(parameters, layer, _activations[layer], _activations[layer + 1], rows.Length);
            if (_dropout > 0 && layer < _shape.Layers - 1)
                LeaveOut(_activations[layer + 1], _shape.OutputsOf(layer), rows, Draws.Mix(seed, (ulong)layer));
        }
    }

    /// <summary>Dropout: zeroes a random fraction of the units per row and scales up the others.</summary>
    private void LeaveOut(double[] activations, int width, ReadOnlySpan<int> rows, ulong seed)
    {
        double raise = 1 / (1 - _dropout);
        for (int i = 0; i < rows.Length; i++)
        {
            ulong rowSeed = Draws.Mix(seed, (ulong)rows[i]);
            for (int unit = 0; unit < width; unit++)
                activations[i * width + unit] *= Draws.Uniform(rowSeed, (ulong)unit) < _dropout ? 0 : raise;
        }
    }

    /// <summary>Gradient of the loss by each output: for all three losses, prediction minus target.</summary>
    private void OutputSlopes(TrainingInput input, ReadOnlySpan<int> rows)
    {
        int outputs = _shape.Outputs;
        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<double> scores = _activations[^1].AsSpan(i * outputs, outputs);
            Span<double> errors = _errors.AsSpan(i * outputs, outputs);
            double target = input.Targets[rows[i]], weight = input.WeightOf(rows[i]);
            if (_objective == NetworkObjective.Multiclass)
            {
                MulticlassLoss.Softmax(scores, errors);
                errors[(int)target] -= 1;
            }
            else
            {
                errors[0] = (_objective == NetworkObjective.Binary ? 1 / (1 + Math.Exp(-scores[0])) : scores[0]) - target;
            }

            foreach (ref double error in errors)
                error *= weight;
        }
    }

    private void Backward(double[][] transposed, int rows)
    {
        double[] errors = _errors, before = _before;
        double raise = 1 / (1 - _dropout);
        for (int layer = _shape.Layers - 1; layer >= 0; layer--)
        {
            int inputs = _shape.InputsOf(layer), outputs = _shape.OutputsOf(layer);
            Span<double> biases = _shape.Biases(Slopes, layer);
            for (int i = 0; i < rows; i++)
            {
                for (int unit = 0; unit < outputs; unit++)
                    biases[unit] += errors[i * outputs + unit];
            }

            Products.AddTo(_activations[layer], 1, inputs, errors, _shape.Weights(Slopes, layer), inputs, rows, outputs);
            if (layer == 0)
                break;

            Span<double> earlier = before.AsSpan(0, rows * inputs);
            earlier.Clear();
            Products.AddTo(errors, outputs, 1, transposed[layer], earlier, rows, outputs, inputs);
            for (int i = 0; i < earlier.Length; i++)
                earlier[i] = _activations[layer][i] > 0 ? earlier[i] * raise : 0;
            (errors, before) = (before, errors);
        }
    }
}
