using System.Collections.Concurrent;
using Microsoft.ML;
using Microsoft.ML.Data;
using TradeBot.Learning;

namespace TradeBot.Integrations.MLNet;

/// <summary>A trained pipeline of ML.NET as a model: row by row in a strategy, or many rows at once.</summary>
public sealed class MlNetModel : IModel
{
    private readonly MLContext _ml;
    private readonly ITransformer _transformer;
    private readonly ConcurrentBag<MlNetScorer> _scorers = []; // ML.NET's own are for one thread each

    static MlNetModel() => Register();

    internal MlNetModel(MLContext ml, ITransformer transformer, string name, IReadOnlyList<string> features) =>
        (_ml, _transformer, Name, Features) = (ml, transformer, name, features);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>Lets <see cref="ModelFile"/> and the registry read these models, which keep ML.NET's own form inside, before the first is made; they are written without.</summary>
    public static void Register() => ModelFile.Register<MlNetModel>(
        "ML.NET", (model, writer) => model.Save(writer.BaseStream), reader => Load(reader.BaseStream, reader.Name, reader.Features));

    /// <summary>A model from its file.</summary>
    /// <param name="stream">What <see cref="Save"/> wrote.</param>
    /// <param name="name">The method that made it.</param>
    /// <param name="features">What it wants, in order.</param>
    public static MlNetModel Load(Stream stream, string name, IReadOnlyList<string> features)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var ml = new MLContext();
        return new MlNetModel(ml, ml.Model.Load(stream, out DataViewSchema _), name, features);
    }

    /// <summary>Writes the model in ML.NET's own form.</summary>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        IDataView shape = _ml.Data.LoadFromEnumerable(Array.Empty<MlNetRow>(), MlNetRows.Schema(Features.Count));
        _ml.Model.Save(_transformer, shape.Schema, stream);
    }

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        if (row.Length != Features.Count)
            throw new ArgumentException($"Expected {Features.Count} values, one per feature, got {row.Length}.", nameof(row));

        if (!_scorers.TryTake(out MlNetScorer? scorer))
            scorer = new MlNetScorer(_ml, _transformer, Features.Count);
        double probability = scorer.Score(row);
        _scorers.Add(scorer);
        return probability;
    }

    /// <summary>The probabilities of many rows in one pass.</summary>
    /// <param name="data">Has the model's features.</param>
    /// <param name="rows">Which rows.</param>
    /// <returns>One per row, in their order.</returns>
    /// <exception cref="ArgumentException">The features differ, or a value is not finite.</exception>
    public double[] PredictMany(Dataset data, ReadOnlySpan<int> rows)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!Features.SequenceEqual(data.Names))
            throw new ArgumentException($"The model wants {string.Join(", ", Features)}; the data has {string.Join(", ", data.Names)}.", nameof(data));

        return rows.IsEmpty ? [] : [.. _transformer.Transform(MlNetRows.Load(_ml, data, rows)).GetColumn<float>(nameof(MlNetPrediction.Probability)).Select(value => (double)value)];
    }
}
