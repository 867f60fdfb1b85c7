namespace TradeBot.Learning;

/// <summary>The layers of a network and the layout of their parameters in one array: weights, one row of outputs per input, then biases.</summary>
internal sealed class NetworkShape
{
    private readonly int[] _widths, _weights, _biases;

    /// <param name="widths">Inputs, hidden layers, outputs: each at least 1.</param>
    public NetworkShape(int[] widths)
    {
        (_widths, _weights, _biases) = (widths, new int[widths.Length - 1], new int[widths.Length - 1]);
        for (int layer = 0; layer < Layers; layer++)
        {
            _weights[layer] = ParameterCount;
            _biases[layer] = ParameterCount + widths[layer] * widths[layer + 1];
            ParameterCount = _biases[layer] + widths[layer + 1];
            Widest = Math.Max(Widest, widths[layer + 1]);
        }
    }

    public IReadOnlyList<int> Widths => _widths;

    public int Layers => _widths.Length - 1;

    public int Inputs => _widths[0];

    public int Outputs => _widths[^1];

    public int ParameterCount { get; }

    /// <summary>The width of the widest layer.</summary>
    public int Widest { get; }

    public int InputsOf(int layer) => _widths[layer];

    public int OutputsOf(int layer) => _widths[layer + 1];

    public Span<double> Weights(double[] parameters, int layer) => parameters.AsSpan(_weights[layer].._biases[layer]);

    public Span<double> Biases(double[] parameters, int layer) => parameters.AsSpan(_biases[layer], _widths[layer + 1]);

    /// <summary>One layer for several rows; hidden layers apply ReLU.</summary>
    public void Forward(double[] parameters, int layer, ReadOnlySpan<double> inputs, Span<double> outputs, int rows)
    {
        int width = OutputsOf(layer);
        Span<double> result = outputs[..(rows * width)];
        for (int row = 0; row < rows; row++)
            Biases(parameters, layer).CopyTo(result[(row * width)..]);
        Products.AddTo(inputs, InputsOf(layer), 1, Weights(parameters, layer), result, rows, InputsOf(layer), width);
        if (layer < Layers - 1)
            Rectify(result);
    }

    /// <summary>NaN stays NaN.</summary>
    private static void Rectify(Span<double> values)
    {
        foreach (ref double value in values)
            value = value < 0 ? 0 : value;
    }
}
