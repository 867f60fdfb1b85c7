using System.Buffers;

namespace TradeBot.Learning;

/// <summary>Computes a network's outputs without allocating.</summary>
internal static class NetworkScores
{
    private const int BlockRows = 64, StackNumbers = 512;

    /// <param name="shape">The network's.</param>
    /// <param name="parameters">The network's.</param>
    /// <param name="features">Standardised, rows in sequence.</param>
    /// <param name="scores">The outputs, row by row.</param>
    public static void Of(NetworkShape shape, double[] parameters, ReadOnlySpan<double> features, Span<double> scores)
    {
        int rows = features.Length / shape.Inputs, needed = 2 * shape.Widest * Math.Min(rows, BlockRows);
        double[]? rented = needed > StackNumbers ? ArrayPool<double>.Shared.Rent(needed) : null;
        Span<double> buffers = rented ?? stackalloc double[StackNumbers];
        for (int from = 0; from < rows; from += BlockRows)
        {
            int count = Math.Min(BlockRows, rows - from);
            Block(shape, parameters, features.Slice(from * shape.Inputs, count * shape.Inputs), scores.Slice(from * shape.Outputs, count * shape.Outputs), buffers, count);
        }

        if (rented != null)
            ArrayPool<double>.Shared.Return(rented);
    }

    private static void Block(NetworkShape shape, double[] parameters, ReadOnlySpan<double> features, Span<double> scores, Span<double> buffers, int rows)
    {
        Span<double> near = buffers[..(shape.Widest * rows)], far = buffers.Slice(near.Length, near.Length);
        ReadOnlySpan<double> inputs = features;
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            Span<double> outputs = layer == shape.Layers - 1 ? scores : layer % 2 == 0 ? near : far;
            shape.Forward(parameters, layer, inputs, outputs, rows);
            inputs = outputs;
        }
    }
}
