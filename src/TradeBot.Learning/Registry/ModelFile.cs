namespace TradeBot.Learning;

/// <summary>Models as bytes: what is read predicts the same, bit for bit.</summary>
/// <remarks>
/// A model of one's own, or of another library, is written and read once its kind is registered, alone or within an ensemble, here and by <see cref="ModelRegistry"/>:
/// <code>
/// ModelFile.Register&lt;UpShareModel&gt;("up share", (model, writer) => writer.Write(model.Share), reader => new UpShareModel(reader.Features, reader.ReadDouble()));
/// </code>
/// </remarks>
public static class ModelFile
{
    private const string Mark = "TradeBot model 1";

    // A number is never used again for another kind.
    private static readonly ModelKinds Kinds = new(
        ModelKind.Of<LogisticModel>(1, (model, writer) => model.Write(writer), LogisticModel.Read),
        ModelKind.Of<GradientBoostingModel>(2, (model, writer) => model.Write(writer), GradientBoostingModel.Read),
        ModelKind.Of<ForestModel>(3, (model, writer) => model.Write(writer), ForestModel.Read),
        ModelKind.Of<LinearModel>(4, (model, writer) => model.Write(writer), LinearModel.Read),
        ModelKind.Of<NeuralNetworkModel>(5, (model, writer) => model.Write(writer), NeuralNetworkModel.Read),
        ModelKind.Of<VotingModel>(6, (model, writer) => model.Write(writer), VotingModel.Read),
        ModelKind.Of<StackingModel>(7, (model, writer) => model.Write(writer), StackingModel.Read),
        ModelKind.Of<CalibratedModel>(8, (model, writer) => model.Write(writer), CalibratedModel.Read),
        ModelKind.Of<ReducedModel>(9, (model, writer) => model.Write(writer), ReducedModel.Read));

    /// <summary>Says how models of a type are written and read from now on.</summary>
    /// <typeparam name="TModel">The type of the models themselves, not one that they derive from.</typeparam>
    /// <param name="kind">
    /// What files call this kind of model; not empty. The last registration of a name counts, which is how a notebook's cell that defines the type may run again. A type may have
    /// several names: all are read, and the last is written.
    /// </param>
    /// <param name="write">Writes all that the model is, but for its name and its features, which are kept beside it; with <see cref="ModelWriter.WriteModel"/> also models that it is made of.</param>
    /// <param name="read">Makes the model of <see cref="ModelReader.Name"/>, <see cref="ModelReader.Features"/> and what was written, in the same order.</param>
    /// <exception cref="ArgumentException">The name is empty, another type's, or the models are this library's.</exception>
    public static void Register<TModel>(string kind, Action<TModel, ModelWriter> write, Func<ModelReader, TModel> read)
        where TModel : class, IModel
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(read);
        Kinds.Register(ModelKind.Of(kind, write, read));
    }

    /// <summary>Writes a model.</summary>
    /// <exception cref="ArgumentException">The model, or one that it is made of, is neither one of this library's nor of a type given to <see cref="Register"/>.</exception>
    public static void Write(IModel model, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new ModelWriter(stream, Kinds);
        writer.Write(Mark);
        writer.WriteModel(model);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a model's, or are one of a kind that was not registered here.</exception>
    public static IModel Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var reader = new ModelReader(stream, Kinds, depth: -1);
        try
        {
            string mark = reader.ReadString();
            if (mark != Mark)
                throw new InvalidDataException($"A model's file starts with '{Mark}'; this one does not.");
            return reader.ReadModel();
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException("The model's file ends early.", exception);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            throw new InvalidDataException("The model's file is damaged: " + exception.Message, exception);
        }
    }
}
