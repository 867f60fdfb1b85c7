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

    internal MlNetModel(MLContext ml, ITransformer transformer, string name, IReadOnlyList<string> features) =>
        (_ml, _transformer, Name, Features) = (ml, transformer, name, features);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>A model from its file.</summary>
    /// <param name="stream">What <see cref="Save"/> wrote.</param>
    /// <param name="card">The model's card, which names its method and its features.</param>
    public static MlNetModel Load(Stream stream, ModelCard card)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(card);
        var ml = new MLContext(card.Seed);
        return new MlNetModel(ml, ml.Model.Load(stream, out DataViewSchema _), card.Trainer, card.Features);
    }

    /// <summary>Writes the model in ML.NET's own form; its card belongs beside it.</summary>
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

    /// <summary>How much worse the model ranks when one feature's values are dealt out anew among the rows.</summary>
    /// <param name="data">Has the model's features.</param>
    /// <param name="rows">Rows that the model has not learned from.</param>
    /// <param name="seed">Deals the values.</param>
    /// <returns>The loss of AUC by feature, greatest first; about 0 where the model makes no use of it.</returns>
    /// <remarks>Source: L. Breiman, <i>Machine Learning</i> 45(1), 2001. Features that say the same hide each other's worth.</remarks>
    public IReadOnlyList<(string Feature, double Loss)> PermutationImportance(Dataset data, ReadOnlyMemory<int> rows, int seed)
    {
        double whole = MlNetScores.Auc(data, rows.Span, PredictMany(data, rows.Span));
        double[] target = [.. rows.ToArray().Select(row => data.Target[row])];
        double[][] columns = [.. Enumerable.Range(0, data.Names.Count).Select(column => rows.ToArray().Select(row => data.Column(column)[row]).ToArray())];
        int[] all = [.. Enumerable.Range(0, rows.Length)];
        List<(string Feature, double Loss)> losses = [];
        for (int column = 0; column < columns.Length; column++)
        {
            double[] dealt = [.. columns[column]];
            new Random(seed).Shuffle(dealt);
            Dataset shuffled = Dataset.FromColumns(data.Names, [.. columns.Select((values, i) => i == column ? dealt : values)], target);
            losses.Add((data.Names[column], whole - MlNetScores.Auc(shuffled, all, PredictMany(shuffled, all))));
        }

        return [.. losses.OrderByDescending(entry => entry.Loss)];
    }
}
