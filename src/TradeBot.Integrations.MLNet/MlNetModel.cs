using System.Collections.Concurrent;
using Microsoft.ML;
using Microsoft.ML.Data;
using TradeBot.Learning;

namespace TradeBot.Integrations.MLNet;

/// <summary>A trained pipeline of ML.NET as a model: row by row in a strategy, or many rows at once.</summary>
/// <remarks>
/// <see cref="Predict"/> gives the probability of the target 1, the number of a regression, or for several classes their mean weighted by
/// probability, such as a figure in [−1, 1] for the classes −1, 0 and 1; <see cref="ClassProbabilities"/> gives each of them.
/// </remarks>
public sealed class MlNetModel : IModel
{
    private readonly MLContext _ml;
    private readonly ITransformer _transformer;
    private readonly double[] _classes;
    private readonly ConcurrentBag<MlNetScorer> _scorers = []; // ML.NET's own are for one thread each

    static MlNetModel() => Register();

    internal MlNetModel(MLContext ml, ITransformer transformer, string name, IReadOnlyList<string> features, MlNetTask task, double[] classes) =>
        (_ml, _transformer, Name, Features, Task, _classes) = (ml, transformer, name, features, task, classes);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>What it predicts.</summary>
    public MlNetTask Task { get; }

    /// <summary>The classes, ascending, of a model of several; otherwise empty.</summary>
    public IReadOnlyList<double> Classes => _classes;

    /// <summary>Lets <see cref="ModelFile"/> and the registry read these models, which keep ML.NET's own form inside, before the first is made; they are written without.</summary>
    public static void Register() => ModelFile.Register<MlNetModel>("ML.NET", (model, writer) => model.Write(writer), Read);

    /// <summary>A model from a file of ML.NET's own form.</summary>
    /// <param name="stream">What <see cref="Save"/> wrote.</param>
    /// <param name="name">The method that made it.</param>
    /// <param name="features">What it wants, in order.</param>
    /// <param name="task">What it predicts.</param>
    /// <param name="classes">Of several classes: their numbers, ascending.</param>
    public static MlNetModel Load(Stream stream, string name, IReadOnlyList<string> features, MlNetTask task = MlNetTask.Binary, IReadOnlyList<double>? classes = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(features);
        if (task == MlNetTask.Multiclass != classes is { Count: >= 2 })
            throw new ArgumentException($"A {task} model was given {classes?.Count ?? 0} classes; accepted are at least 2 for {MlNetTask.Multiclass}, and none otherwise.", nameof(classes));
        var ml = new MLContext();
        return new MlNetModel(ml, ml.Model.Load(stream, out DataViewSchema _), name, features, task, [.. classes ?? []]);
    }

    /// <summary>Writes the model in ML.NET's own form, which has neither its name nor its features; the same model gives the same bytes.</summary>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var archive = new MemoryStream();
        _ml.Model.Save(_transformer, MlNetRows.Empty(_ml, Features.Count, Task, _classes.Length).Schema, archive);
        UntimedArchive.Copy(archive, stream);
    }

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        Span<double> scores = stackalloc double[Math.Max(1, _classes.Length)];
        Score(row, scores);
        return Task == MlNetTask.Multiclass ? MeanClass(scores) : scores[0];
    }

    /// <summary>The probability of each class, in the order of <see cref="Classes"/>.</summary>
    /// <param name="row">One value per feature.</param>
    /// <param name="into">One place per class.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="InvalidOperationException">The model is not one of several classes.</exception>
    public void ClassProbabilities(ReadOnlySpan<double> row, Span<double> into)
    {
        if (Task != MlNetTask.Multiclass)
            throw new InvalidOperationException($"'{Name}' is a {Task} model: it has one prediction, and no classes.");
        if (into.Length != _classes.Length)
            throw new ArgumentException($"Expected {_classes.Length} places, one per class, got {into.Length}.", nameof(into));
        Score(row, into);
    }

    /// <summary>The predictions for many rows in one pass.</summary>
    /// <param name="data">Has the model's features.</param>
    /// <param name="rows">Which rows.</param>
    /// <returns>One per row, in their order, as <see cref="Predict"/> gives them.</returns>
    /// <exception cref="ArgumentException">The features differ, or a value is not finite.</exception>
    public double[] PredictMany(Dataset data, ReadOnlySpan<int> rows)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!Features.SequenceEqual(data.Names))
            throw new ArgumentException($"The model wants {string.Join(", ", Features)}; the data has {string.Join(", ", data.Names)}.", nameof(data));
        if (rows.IsEmpty)
            return [];

        IDataView scored = _transformer.Transform(MlNetRows.Load(_ml, data, rows, Task, _classes));
        return Task switch
        {
            MlNetTask.Binary => [.. scored.GetColumn<float>(nameof(MlNetProbability.Probability)).Select(value => (double)value)],
            MlNetTask.Regression => [.. scored.GetColumn<float>(nameof(MlNetNumber.Score)).Select(value => (double)value)],
            _ => [.. scored.GetColumn<float[]>(nameof(MlNetClasses.Score)).Select(row => MeanClass(Array.ConvertAll(row, value => (double)value)))],
        };
    }

    private static MlNetModel Read(ModelReader reader)
    {
        var task = (MlNetTask)reader.ReadByte();
        if (!Enum.IsDefined(task))
            throw new InvalidDataException($"The model's file is damaged: a task numbered {(byte)task}.");
        double[] classes = reader.ReadArray<double>();
        using var stream = new MemoryStream(reader.ReadArray<byte>(), writable: false);
        return Load(stream, reader.Name, reader.Features, task, task == MlNetTask.Multiclass ? classes : null);
    }

    private void Write(ModelWriter writer)
    {
        using var stream = new MemoryStream();
        Save(stream);
        writer.Write((byte)Task);
        writer.WriteArray(_classes);
        writer.WriteArray(stream.ToArray());
    }

    private void Score(ReadOnlySpan<double> row, Span<double> into)
    {
        if (row.Length != Features.Count)
            throw new ArgumentException($"Expected {Features.Count} values, one per feature, got {row.Length}.", nameof(row));

        if (!_scorers.TryTake(out MlNetScorer? scorer))
            scorer = MlNetScorer.Of(_ml, _transformer, Features.Count, Task, _classes);
        scorer.Score(row, into);
        _scorers.Add(scorer);
    }

    private double MeanClass(ReadOnlySpan<double> probabilities)
    {
        double mean = 0;
        for (int i = 0; i < probabilities.Length; i++)
            mean += probabilities[i] * _classes[i];
        return mean;
    }
}
