namespace TradeBot.Learning;

/// <summary>A model of another library, which <see cref="ModelFile"/> and the registry keep in that library's own form.</summary>
public interface IForeignModel : IModel
{
    /// <summary>How it is written and read.</summary>
    ForeignFormat Format { get; }

    /// <summary>Writes the model, but for its name and its features, which are kept beside it.</summary>
    /// <param name="stream">Open for writing; stays open.</param>
    void Save(Stream stream);
}
