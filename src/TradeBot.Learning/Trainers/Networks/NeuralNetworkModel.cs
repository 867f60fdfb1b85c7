using System.Buffers;

namespace TradeBot.Learning;

/// <summary>A fitted neural network.</summary>
public sealed class NeuralNetworkModel : IModel, IBatchModel
{
    private const int StackNumbers = 256;

    private readonly double _targetMean, _targetDeviation;

    internal NeuralNetworkModel(string name, StandardRows inputs, NetworkObjective objective, NetworkShape shape, double[] parameters, double targetMean, double targetDeviation)
    {
        (Name, Inputs, Objective, Shape, Parameters) = (name, inputs, objective, shape, parameters);
        (_targetMean, _targetDeviation) = (targetMean, targetDeviation);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => Inputs.Names;

    /// <summary>The target type; never automatic.</summary>
    public NetworkObjective Objective { get; }

    /// <summary>Number of classes; 1 when the objective is not <see cref="NetworkObjective.Multiclass"/>.</summary>
    public int Classes => Shape.Outputs;

    /// <summary>Number of weights and biases.</summary>
    public int ParameterCount => Parameters.Length;

    internal StandardRows Inputs { get; }

    internal NetworkShape Shape { get; }

    internal double[] Parameters { get; }

    /// <summary>Predicts a row: a probability for two classes, the most likely class for several, otherwise a number.</summary>
    /// <param name="row">One value per feature.</param>
    /// <returns>NaN when a value is NaN. Does not allocate after the first call.</returns>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    public double Predict(ReadOnlySpan<double> row)
    {
        Span<double> scores = Classes <= StackNumbers ? stackalloc double[Classes] : new double[Classes];
        Score(row, scores);
        return Of(scores);
    }

    /// <summary>The probability of each class.</summary>
    /// <param name="row">One value per feature.</param>
    /// <param name="destination">One slot per class; NaN when a value is NaN.</param>
    /// <exception cref="InvalidOperationException">The objective is not <see cref="NetworkObjective.Multiclass"/>.</exception>
    public void PredictClasses(ReadOnlySpan<double> row, Span<double> destination)
    {
        if (Objective != NetworkObjective.Multiclass)
            throw new InvalidOperationException($"The model's objective is {Objective}, not Multiclass.");
        if (destination.Length != Classes)
            throw new ArgumentException($"Expected {Classes} slots, got {destination.Length}.", nameof(destination));

        Score(row, destination);
        MulticlassLoss.Softmax(destination, destination);
    }

    void IBatchModel.Predict(Dataset data, int[] rows, Span<double> destination)
    {
        double[] features = Inputs.Rows(data, rows), scores = new double[rows.Length * Classes];
        new Workers(null, CancellationToken.None).RunChunks(rows.Length, (_, from, to) => NetworkScores.Of(
            Shape, Parameters, features.AsSpan((from * Shape.Inputs)..(to * Shape.Inputs)), scores.AsSpan((from * Classes)..(to * Classes))));
        for (int i = 0; i < rows.Length; i++)
            destination[i] = Of(scores.AsSpan(i * Classes, Classes));
    }

    /// <summary>Method and size in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {ParameterCount:N0} parameters");

    private void Score(ReadOnlySpan<double> row, Span<double> scores)
    {
        if (row.Length != Features.Count)
            throw new ArgumentException($"Expected {Features.Count} features, got {row.Length}.", nameof(row));

        double[]? rented = row.Length > StackNumbers ? ArrayPool<double>.Shared.Rent(row.Length) : null;
        Span<double> taken = (rented ?? stackalloc double[StackNumbers])[..row.Length];
        Inputs.Take(row, taken);
        NetworkScores.Of(Shape, Parameters, taken, scores);
        if (rented != null)
            ArrayPool<double>.Shared.Return(rented);
    }

    private double Of(ReadOnlySpan<double> scores) => Objective switch
    {
        NetworkObjective.Binary => 1 / (1 + Math.Exp(-scores[0])),
        NetworkObjective.Multiclass => double.IsNaN(scores[0]) ? double.NaN : MulticlassLoss.Highest(scores),
        _ => _targetMean + _targetDeviation * scores[0],
    };

    internal void Write(ModelWriter writer)
    {
        writer.Write((byte)Objective);
        Inputs.Standardizer.Write(writer);
        writer.WriteArray<int>([.. Shape.Widths]);
        writer.WriteArray(Parameters);
        writer.Write(_targetMean);
        writer.Write(_targetDeviation);
    }

    internal static NeuralNetworkModel Read(ModelReader reader)
    {
        NetworkObjective objective = reader.ReadEnum<NetworkObjective>("objective");
        ModelReader.Require(objective != NetworkObjective.Automatic, $"the objective {objective} is unknown");
        var inputs = new StandardRows(reader.Features, Standardizer.Read(reader));
        int[] widths = reader.ReadArray<int>();
        bool isOneOutput = objective == NetworkObjective.Multiclass || widths is [.., 1];
        ModelReader.Require(
            widths.Length >= 2 && widths[0] == reader.Features.Count && isOneOutput && Array.TrueForAll(widths, width => width is >= 1 and <= 1 << 14),
            $"a network of widths {string.Join('-', widths)}");
        var shape = new NetworkShape(widths);
        return new NeuralNetworkModel(reader.Name, inputs, objective, shape, reader.ReadNumbers(shape.ParameterCount), reader.ReadDouble(), reader.ReadDouble());
    }
}
