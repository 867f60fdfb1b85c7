using System.Text.RegularExpressions;

namespace TradeBot.Learning;

/// <summary>A folder of models with their cards, in immutable versions, and which version serves which use since when.</summary>
/// <remarks>
/// <code>
/// ModelRegistry registry = ModelRegistry.Open("models");
/// ModelVersion version = registry.Register("direction", model, card with { Licence = ModelUse.Paper });
/// registry.Promote("direction", version.Number, ModelUse.Paper, "best of the search");
/// IModel serving = registry.Load("direction", ModelUse.Paper).Model;
/// </code>
/// Every change replaces one file: a reader, or the next start after a power failure, finds the state before or after the change, never one
/// between. Files are checked against the hash recorded at registration.
/// </remarks>
public sealed partial class ModelRegistry
{
    private readonly string _root;
    private readonly TimeProvider _time;

    private ModelRegistry(string root, TimeProvider time) => (_root, _time) = (root, time);

    /// <summary>The names of the registered models, ascending.</summary>
    public IReadOnlyList<string> Models => Directory.Exists(_root)
        ? [.. Directory.EnumerateDirectories(_root).Where(folder => new RegistryFolder(folder).Exists).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Opens a registry; the folder is created with the first model.</summary>
    /// <param name="folder">The folder of the models.</param>
    /// <param name="time">The clock that dates versions and promotions; the system clock when null.</param>
    public static ModelRegistry Open(string folder, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return new ModelRegistry(Path.GetFullPath(folder), time ?? TimeProvider.System);
    }

    /// <summary>Saves a model as the next version under a name.</summary>
    /// <param name="name">Lower-case letters, digits, <c>-</c> and <c>_</c>, starting with a letter; at most 64 characters.</param>
    /// <param name="model">One that <see cref="ModelFile"/> can write.</param>
    /// <param name="card">Of this model: the same features.</param>
    /// <exception cref="ArgumentException">The name is not allowed, or the card has different features.</exception>
    /// <exception cref="IOException">Nothing was registered.</exception>
    public ModelVersion Register(string name, IModel model, ModelCard card)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(card);
        if (!model.Features.SequenceEqual(card.Features))
            throw new ArgumentException($"The card is for the features {string.Join(", ", card.Features)}; the model needs {string.Join(", ", model.Features)}.", nameof(card));

        RegistryFolder folder = FolderOf(name);
        int number = 0;
        folder.Change(index =>
        {
            number = index.Versions.Count + 1;
            return index with { Versions = [.. index.Versions, folder.Write(number, Now, model, card)] };
        });
        return Versions(name)[number - 1];
    }

    /// <summary>The versions under a name, oldest first.</summary>
    /// <exception cref="ArgumentException">No model has this name.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public IReadOnlyList<ModelVersion> Versions(string name)
    {
        RegistryFolder folder = ExistingFolderOf(name);
        RegistryIndex index = folder.ReadIndex();
        return [.. index.Versions.Select(entry => VersionOf(name, folder, index, entry))];
    }

    /// <summary>All promotions and rollbacks, oldest first.</summary>
    /// <exception cref="ArgumentException">No model has this name.</exception>
    public IReadOnlyList<ModelPromotion> Promotions(string name) => ExistingFolderOf(name).ReadIndex().Promotions;

    /// <summary>The number of the version that serves a use; null when none does.</summary>
    /// <exception cref="ArgumentException">No model has this name.</exception>
    public int? ServingVersion(string name, ModelUse use) => ExistingFolderOf(name).ReadIndex().ServedBy(use) is [.., int last] ? last : null;

    /// <summary>Loads one version.</summary>
    /// <param name="name">The model.</param>
    /// <param name="version">From 1.</param>
    /// <exception cref="ArgumentException">There is no such version.</exception>
    /// <exception cref="InvalidDataException">A file is missing, or changed since it was registered.</exception>
    public RegisteredModel Load(string name, int version)
    {
        RegistryFolder folder = ExistingFolderOf(name);
        RegistryIndex index = folder.ReadIndex();
        RegistryEntry entry = EntryOf(name, index, version);
        return new RegisteredModel(VersionOf(name, folder, index, entry), folder.ReadModel(entry));
    }

    /// <summary>Loads the version that serves a use.</summary>
    /// <param name="name">The model.</param>
    /// <param name="use">The use.</param>
    /// <exception cref="InvalidOperationException">No version serves it.</exception>
    /// <exception cref="InvalidDataException">A file is missing, or changed since it was registered.</exception>
    public RegisteredModel Load(string name, ModelUse use) => Load(name, ServingVersion(name, use)
        ?? throw new InvalidOperationException($"No version of '{name}' serves {Word(use)}: promote one first."));

    /// <summary>Promotes a version to a use from now on.</summary>
    /// <param name="name">The model.</param>
    /// <param name="version">From 1; its card's licence must include the use.</param>
    /// <param name="use">The use.</param>
    /// <param name="reason">Why, in words; not empty.</param>
    /// <exception cref="InvalidOperationException">The version is not licensed for the use, or serves it already.</exception>
    public void Promote(string name, int version, ModelUse use, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        RegistryFolder folder = ExistingFolderOf(name);
        folder.Change(index =>
        {
            RegistryEntry entry = EntryOf(name, index, version);
            ModelUse licence = folder.ReadCard(entry).Licence;
            if (use > licence)
                throw new InvalidOperationException($"Version {version} of '{name}' is licensed for {Word(licence)}, not for {Word(use)}: register it with a card that says so.");
            if (index.ServedBy(use) is [.., int serving] && serving == version)
                throw new InvalidOperationException($"Version {version} of '{name}' serves {Word(use)} already.");
            return index with { Promotions = [.. index.Promotions, new ModelPromotion(Now, use, version, IsRollback: false, reason)] };
        });
    }

    /// <summary>Rolls back the latest promotion to a use: the version that served before serves again.</summary>
    /// <param name="name">The model.</param>
    /// <param name="use">The use.</param>
    /// <param name="reason">Why, in words; not empty.</param>
    /// <returns>The version that serves now; null when none did before.</returns>
    /// <exception cref="InvalidOperationException">No version serves the use.</exception>
    public int? Rollback(string name, ModelUse use, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        int? before = null;
        ExistingFolderOf(name).Change(index =>
        {
            List<int> served = index.ServedBy(use);
            if (served.Count == 0)
                throw new InvalidOperationException($"No version of '{name}' serves {Word(use)}: there is nothing to roll back.");
            before = served.Count > 1 ? served[^2] : null;
            return index with { Promotions = [.. index.Promotions, new ModelPromotion(Now, use, before, IsRollback: true, reason)] };
        });
        return before;
    }

    /// <summary>The folder.</summary>
    public override string ToString() => _root;

    [GeneratedRegex("^[a-z][a-z0-9_-]{0,63}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern { get; }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    private static string Word(ModelUse use) => use.ToString().ToLowerInvariant();

    private static ModelVersion VersionOf(string name, RegistryFolder folder, RegistryIndex index, RegistryEntry entry) => new(
        name, entry.Number, entry.Registered, entry.ModelHash, entry.ModelBytes, index.UsesOf(entry.Number), folder.ReadCard(entry));

    private static RegistryEntry EntryOf(string name, RegistryIndex index, int version) => version >= 1 && version <= index.Versions.Count
        ? index.Versions[version - 1]
        : throw new ArgumentOutOfRangeException(nameof(version), version, $"'{name}' has the versions 1 to {index.Versions.Count}.");

    private RegistryFolder FolderOf(string name)
    {
        RequireName(name);
        return new RegistryFolder(Path.Combine(_root, name));
    }

    /// <summary>Throws when a name is not allowed, before any work is done.</summary>
    /// <param name="name">Lower-case letters, digits, <c>-</c> and <c>_</c>, starting with a letter; at most 64 characters. Not a Windows device name such as con.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    public static void RequireName(string name)
    {
        if (!NamePattern.IsMatch(name ?? ""))
            throw new ArgumentException($"A model's name consists of lower-case letters, digits, - and _, starts with a letter and has at most 64 characters; got '{name}'.", nameof(name));
        if (FileNamePart.Fault(name!) is { } fault)
            throw new ArgumentException($"A model cannot be called '{name}': it {fault}.", nameof(name));
    }

    private RegistryFolder ExistingFolderOf(string name) => FolderOf(name) is { Exists: true } folder
        ? folder
        : throw new ArgumentException($"No model is named '{name}' in '{_root}'; the models are: {(Models.Count == 0 ? "none" : string.Join(", ", Models))}.", nameof(name));
}
