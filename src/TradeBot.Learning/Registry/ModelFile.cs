namespace TradeBot.Learning;

/// <summary>Saves and loads models. A loaded model gives bit-identical predictions.</summary>
/// <remarks>
/// Your own model, or one of another library, can be saved and loaded once its kind is registered, alone or within an ensemble, here and by <see cref="ModelRegistry"/>:
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

    /// <summary>Registers how models of a type are written and read.</summary>
    /// <typeparam name="TModel">The concrete type of the models, not a base type.</typeparam>
    /// <param name="kind">
    /// The name of this kind in files; not empty. Registering a name again replaces it, so that a notebook cell that defines the type can run again. A type may have
    /// several names: all are read, and the last is written.
    /// </param>
    /// <param name="write">Writes the model's state without its name and features, which are stored for it; with <see cref="ModelWriter.WriteModel"/> also the models inside it.</param>
    /// <param name="read">Makes the model of <see cref="ModelReader.Name"/>, <see cref="ModelReader.Features"/> and what was written, in the same order.</param>
    /// <exception cref="ArgumentException">The name is empty or taken by another type, or the type belongs to this library.</exception>
    public static void Register<TModel>(string kind, Action<TModel, ModelWriter> write, Func<ModelReader, TModel> read)
        where TModel : class, IModel
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(read);
        Kinds.Register(ModelKind.Of(kind, write, read));
    }

    /// <summary>Writes a model.</summary>
    /// <exception cref="ArgumentException">The model, or a model inside it, is neither of this library nor of a type registered with <see cref="Register"/>.</exception>
    public static void Write(IModel model, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new ModelWriter(stream, Kinds);
        writer.Write(Mark);
        writer.WriteModel(model);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a model, or its kind is not registered in this process.</exception>
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
